"""Records what PyTorch computes, for the tests of the TypeScript model and trainer.

    python pupil/make-fixtures.py                          # the tiny random model and its LoRA training
    python pupil/make-fixtures.py --model pupil/weights    # logits of the real pupil

Needs torch, transformers, peft, tokenizers and safetensors. Everything is seeded: a second run writes the same files.
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM

REPOSITORY = Path(__file__).resolve().parent.parent
MODEL_FIXTURES = REPOSITORY / "src/models/embedded/fixtures"
TRAINER_FIXTURES = REPOSITORY / "src/trainers/embedded/fixtures"

TRAINING_TEXTS = [
    ("Question: Tom has 3 apples and buys 4 more. How many apples does he have?\nSolution:",
     " Tom has 3 + 4 = 7 apples.\n#### 7"),
    ("Question: A box holds 6 eggs. How many eggs are in 5 boxes?\nSolution:",
     " There are 6 * 5 = 30 eggs.\n#### 30"),
    ("Question: Mia reads 12 pages a day. How many pages does she read in 3 days?\nSolution:",
     " Mia reads 12 * 3 = 36 pages.\n#### 36"),
    ("Question: Ann had 20 coins and lost 8. How many are left?\nSolution:",
     " She has 20 - 8 = 12 coins.\n#### 12"),
]


def tiny_tokenizer(vocabulary_size: int) -> Tokenizer:
    """Byte-pair encoding with byte fallback, trained on the texts above; digits are single tokens."""
    byte_tokens = [f"<0x{byte:02X}>" for byte in range(256)]
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token=None))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Digits(individual_digits=True),
        pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="never", split=True),
    ])
    tokenizer.decoder = decoders.Sequence([
        decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(),
    ])
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size, special_tokens=["<pad>", "<eos>", *byte_tokens], show_progress=False)
    tokenizer.train_from_iterator([prompt + completion for prompt, completion in TRAINING_TEXTS], trainer)
    # The byte tokens must not match the text "<0x41>" itself: only fallback may produce them.
    description = json.loads(tokenizer.to_str())
    description["added_tokens"] = description["added_tokens"][:2]
    return Tokenizer.from_str(json.dumps(description))


def tiny_model(vocabulary_size: int) -> LlamaForCausalLM:
    torch.manual_seed(7)
    model = LlamaForCausalLM(LlamaConfig(
        vocab_size=vocabulary_size, hidden_size=32, intermediate_size=48, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=256, rms_norm_eps=1e-5,
        rope_theta=10000.0, tie_word_embeddings=True, bos_token_id=None, eos_token_id=1, pad_token_id=0,
    )).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            # Default norms (all ones) would hide a forgotten gain, and default weights give flat attention.
            scale = 0.3 if "norm" in name else 0.25
            parameter.copy_((1.0 if "norm" in name else 0.0) + scale * torch.randn_like(parameter))
            parameter.copy_(parameter.half().float())
    return model


def write_model(model: LlamaForCausalLM, tokenizer: Tokenizer, directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor.half().contiguous() for name, tensor in model.state_dict().items() if name != "lm_head.weight"}
    save_file(weights, directory / "model.safetensors", metadata={"format": "pt"})
    model.config.to_json_file(directory / "config.json")
    tokenizer.save(str(directory / "tokenizer.json"))


def rounded(tensor: torch.Tensor) -> list:
    return [[round(value, 5) for value in row] for row in tensor.tolist()]


def reference_logits(model: LlamaForCausalLM, tokenizer: Tokenizer, texts: list[str], positions: int) -> list[dict]:
    """Token ids, the logits at the last `positions` places and the greedy continuation of every text."""
    references = []
    for text in texts:
        tokens = tokenizer.encode(text, add_special_tokens=False).ids
        with torch.no_grad():
            logits = model(torch.tensor([tokens])).logits[0]
        continuation = list(tokens)
        for _ in range(16):
            with torch.no_grad():
                continuation.append(int(model(torch.tensor([continuation])).logits[0, -1].argmax()))
        references.append({"text": text, "tokens": tokens, "logits": rounded(logits[-positions:]),
                           "continuation": continuation[len(tokens):]})
    return references


def padded_batch(tokenizer: Tokenizer, examples: list[tuple[str, str]]) -> dict[str, torch.Tensor]:
    rows = []
    for prompt, completion in examples:
        prompt_ids = tokenizer.encode(prompt, add_special_tokens=False).ids
        completion_ids = tokenizer.encode(completion, add_special_tokens=False).ids + [1]
        rows.append((prompt_ids + completion_ids, [-100] * len(prompt_ids) + completion_ids))
    length = max(len(tokens) for tokens, _ in rows)
    return {
        "input_ids": torch.tensor([tokens + [0] * (length - len(tokens)) for tokens, _ in rows]),
        "labels": torch.tensor([labels + [-100] * (length - len(labels)) for _, labels in rows]),
        "attention_mask": torch.tensor([[1] * len(tokens) + [0] * (length - len(tokens)) for tokens, _ in rows]),
    }


def record_training(model: LlamaForCausalLM, tokenizer: Tokenizer) -> None:
    """An adapter with random A and B, the gradients at it, and the losses of five AdamW steps from it."""
    torch.manual_seed(11)
    modules = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
    adapted = get_peft_model(model, LoraConfig(
        r=4, lora_alpha=8, lora_dropout=0.0, target_modules=modules, task_type="CAUSAL_LM"))
    with torch.no_grad():
        for name, parameter in adapted.named_parameters():
            if "lora_" in name:
                parameter.copy_(0.1 * torch.randn_like(parameter))
    adapted.save_pretrained(TRAINER_FIXTURES / "adapter")
    (TRAINER_FIXTURES / "adapter/README.md").unlink(missing_ok=True)

    batch = padded_batch(tokenizer, TRAINING_TEXTS)
    with torch.no_grad():
        adapted_logits = adapted(batch["input_ids"][:1, :20]).logits[0, -2:]
    loss = adapted(**batch).loss
    loss.backward()
    gradients = {name.replace(".default", ""): parameter.grad.contiguous()
                 for name, parameter in adapted.named_parameters() if parameter.grad is not None}
    save_file(gradients, TRAINER_FIXTURES / "gradients.safetensors")

    # transformers.get_linear_schedule_with_warmup, as TRL and the authors' scripts use it.
    steps, warmup_steps, peak, weight_decay = 5, 2, 0.02, 0.1
    parameters = [parameter for parameter in adapted.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=peak, weight_decay=weight_decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: (
        step / warmup_steps if step < warmup_steps else (steps - step) / (steps - warmup_steps)))
    losses, rates = [], []
    for _ in range(steps):
        optimizer.zero_grad()
        loss_of_step = adapted(**batch).loss
        loss_of_step.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
        losses.append(loss_of_step.item())
    (TRAINER_FIXTURES / "reference.json").write_text(json.dumps({
        "examples": [{"prompt": prompt, "completion": completion} for prompt, completion in TRAINING_TEXTS],
        "tokens": batch["input_ids"][0, :20].tolist(), "logits": rounded(adapted_logits),
        "loss": loss.item(), "losses": losses, "learningRates": rates,
        "settings": {"rank": 4, "alpha": 8, "targetModules": modules, "learningRate": peak,
                     "warmupRatio": warmup_steps / steps, "weightDecay": weight_decay},
    }, indent=1) + "\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", type=Path, help="directory of the real pupil; without it the tiny model is made")
    directory = arguments.parse_args().model
    torch.set_num_threads(2)

    if directory is not None:
        tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
        model = LlamaForCausalLM.from_pretrained(directory, torch_dtype=torch.float32).eval()
        texts = [prompt for prompt, _ in TRAINING_TEXTS]
        weights = (directory / "model.safetensors").read_bytes()
        (MODEL_FIXTURES / "pupil-reference.json").write_text(json.dumps({
            "digest": hashlib.sha256(weights).hexdigest()[:16],
            "references": reference_logits(model, tokenizer, texts, positions=1),
        }) + "\n")
        return

    tokenizer = tiny_tokenizer(320)
    model = tiny_model(tokenizer.get_vocab_size())
    write_model(model, tokenizer, MODEL_FIXTURES / "tiny")
    texts = [prompt + completion[:9] for prompt, completion in TRAINING_TEXTS] + [
        "12 + 7", f"{TRAINING_TEXTS[0][0]}{TRAINING_TEXTS[0][1]}\n\n{TRAINING_TEXTS[3][0]}", "Zoë pays 5 € for ½ 🍎"]
    references = reference_logits(model, tokenizer, texts, positions=2)
    (MODEL_FIXTURES / "tiny-reference.json").write_text(json.dumps(references, ensure_ascii=False) + "\n")
    record_training(model, tokenizer)


if __name__ == "__main__":
    main()
