"""Trains the pupil, Errata's embedded target model: first from scratch, then further on what it practises.

    node pupil/make-corpus.ts --phase early --problems 90000 --out early.jsonl
    node pupil/make-corpus.ts --phase late --problems 90000 --out late.jsonl
    python pupil/train.py --corpus early.jsonl --out early --log pupil/train-early.log --steps 3000 --peak 3e-3
    python pupil/train.py --corpus late.jsonl --start-from early --out pupil/weights --log pupil/train-late.log \\
        --steps 1500 --peak 1.5e-3

Writes config.json, tokenizer.json and model.safetensors (float16) in the layout of Hugging Face. Users never run it.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM

END = "<|end|>"
VOCABULARY = 1536
SHAPE = dict(
    hidden_size=128,
    intermediate_size=384,
    num_hidden_layers=4,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=768,
    rms_norm_eps=1e-5,
    tie_word_embeddings=True,
)
# Words carry the space before them and every digit is a token of its own, so that numbers align by place value.
TOKEN_PATTERN = r" ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+"


def train_tokenizer(texts):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(TOKEN_PATTERN), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=VOCABULARY,
            special_tokens=[END],
            # Every byte is a token, so that any text can be written down.
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        ),
    )
    return tokenizer


def read_problems(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Contexts:
    """Endless training contexts: half hold one worked problem before the question, mostly of the same skill."""

    def __init__(self, problems, tokenizer, rng, same_skill):
        self.rng = rng
        self.same_skill = same_skill
        self.questions = [e.ids for e in tokenizer.encode_batch([f"Question: {p['question']}\nSolution:" for p in problems])]
        # What is begun of a solution is read and not learned.
        begun = [f" {p['begun']}" if p.get("begun") else "" for p in problems]
        self.begun = [e.ids for e in tokenizer.encode_batch(begun)]
        rest = [p["solution"] if text else f" {p['solution']}" for p, text in zip(problems, begun)]
        self.solutions = [e.ids for e in tokenizer.encode_batch(rest)]
        self.break_ids = tokenizer.encode("\n\n").ids
        self.end = tokenizer.token_to_id(END)
        self.skills = [p["skill"] for p in problems]
        self.by_skill = {}
        for index, skill in enumerate(self.skills):
            self.by_skill.setdefault(skill, []).append(index)
        self.order = []

    def next_index(self):
        if not self.order:
            self.order = list(range(len(self.skills)))
            self.rng.shuffle(self.order)
        return self.order.pop()

    def next(self):
        """Token ids, and for each whether its prediction counts: what is to be learned of solutions does, and the last end."""
        index = self.next_index()
        ids, counts = self.worked(index)
        ids, counts = ids + [self.end], counts + [1]
        if self.rng.random() < 0.5:
            pool = self.by_skill[self.skills[index]] if self.rng.random() < self.same_skill else range(len(self.skills))
            demonstration_ids, demonstration_counts = self.worked(pool[self.rng.randrange(len(pool))])
            ids = demonstration_ids + self.break_ids + ids
            counts = demonstration_counts + [0] * len(self.break_ids) + counts
        return ids, counts

    def worked(self, index):
        read, solution = self.questions[index] + self.begun[index], self.solutions[index]
        return read + solution, [0] * len(read) + [1] * len(solution)


def batches(contexts, tokens_per_batch, pool=512):
    """Batches of about equal size in tokens, of contexts of about equal length."""
    while True:
        drawn = sorted((contexts.next() for _ in range(pool)), key=lambda c: len(c[0]))
        groups, group = [], []
        for context in drawn:
            if group and (len(group) + 1) * len(context[0]) > tokens_per_batch:
                groups.append(group)
                group = []
            group.append(context)
        groups.append(group)
        contexts.rng.shuffle(groups)
        for group in groups:
            length = len(group[-1][0])
            ids = torch.zeros(len(group), length, dtype=torch.long)
            labels = torch.full((len(group), length), -100)
            for row, (tokens, counts) in enumerate(group):
                ids[row, : len(tokens)] = torch.tensor(tokens)
                labels[row, : len(tokens)] = torch.tensor([t if counted else -100 for t, counted in zip(tokens, counts)])
            yield ids, labels


def completion_loss(model, ids, labels):
    """Mean cross-entropy of the counted tokens; the vocabulary is scored at those alone."""
    hidden = model.model(input_ids=ids, use_cache=False).last_hidden_state[:, :-1]
    counted = labels[:, 1:] != -100
    return torch.nn.functional.cross_entropy(hidden[counted] @ model.lm_head.weight.T, labels[:, 1:][counted])


def learning_rate(step, steps, peak, warmup=200):
    if step < warmup:
        return peak * (step + 1) / warmup
    return peak * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup))))


def save(model, tokenizer, folder):
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    tensors = {
        name: tensor.detach().to(torch.float16).contiguous().clone()
        for name, tensor in model.state_dict().items()
        if name != "lm_head.weight"
    }
    save_file(tensors, str(folder / "model.safetensors"), metadata={"format": "pt"})
    config = model.config.to_diff_dict()
    config["architectures"] = ["LlamaForCausalLM"]
    config["torch_dtype"] = "float16"
    config["rope_theta"] = 10000.0
    config.update(SHAPE, vocab_size=VOCABULARY)
    (folder / "config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--start-from", type=Path, help="folder of weights to train further; from scratch without it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--tokens-per-batch", type=int, default=4096)
    parser.add_argument("--peak", type=float, required=True, help="highest learning rate")
    parser.add_argument("--same-skill", type=float, default=0.8)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()

    torch.manual_seed(arguments.seed)
    problems = read_problems(arguments.corpus)
    if arguments.start_from:
        tokenizer = Tokenizer.from_file(str(arguments.start_from / "tokenizer.json"))
    else:
        texts = [f"Question: {p['question']}\nSolution: {p['solution']}\n\n" for p in problems[:40000]]
        tokenizer = train_tokenizer(texts)
    contexts = Contexts(problems, tokenizer, random.Random(arguments.seed), arguments.same_skill)
    model = LlamaForCausalLM(
        LlamaConfig(vocab_size=VOCABULARY, bos_token_id=None, eos_token_id=0, pad_token_id=0, **SHAPE)
    )
    if arguments.start_from:
        # The output weights are those of the embedding and are not stored twice.
        model.load_state_dict(load_file(arguments.start_from / "model.safetensors"), strict=False)
    decayed = [p for p in model.parameters() if p.dim() > 1]
    plain = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.AdamW(
        [dict(params=decayed, weight_decay=0.05), dict(params=plain, weight_decay=0.0)], betas=(0.9, 0.98), fused=True
    )
    started, tokens = time.time(), 0
    with open(arguments.log, "w", encoding="utf-8") as log:

        def say(**values):
            line = json.dumps(values)
            print(line, flush=True)
            log.write(line + "\n")
            log.flush()

        say(
            arguments={k: str(v) for k, v in vars(arguments).items() if k not in ("corpus", "start_from", "out", "log")},
            parameters=sum(p.numel() for p in model.parameters()),
            skills={skill: len(indices) for skill, indices in sorted(contexts.by_skill.items())},
        )
        running = 0.0
        for step, (ids, labels) in zip(range(arguments.steps), batches(contexts, arguments.tokens_per_batch)):
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(step, arguments.steps, arguments.peak)
            loss = completion_loss(model, ids, labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            tokens += ids.numel()
            running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
            if (step + 1) % 100 == 0 or step == 0:
                seconds = time.time() - started
                say(step=step + 1, loss=round(running, 4), tokens=tokens, seconds=round(seconds), rate=round(tokens / seconds))
            if (step + 1) % 1000 == 0:
                save(model, tokenizer, arguments.out)
    save(model, tokenizer, arguments.out)


if __name__ == "__main__":
    main()
