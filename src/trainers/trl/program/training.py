"""Puts a training together out of a request, as `trl` runs it."""

import os
from collections.abc import Sequence

import torch
from accelerate import PartialState
from datasets import Dataset
from transformers import TrainerCallback, set_seed
from trl import SFTConfig, SFTTrainer

from adapters import add_adapter
from base_model import alone, choose_precision, load_model, load_tokenizer, stop_ids_of
from callbacks import KeepCheckpoints, TellProgress, newest_checkpoint
from channel import send
from failures import TrainingFailure, explain_loading
from held_out import MeasureHeldOut
from tokens import fitting_rows, tokenize_examples

# A batch as large as this keeps a GPU busy; a larger one only takes memory.
_largest_micro_batch = 8


class CompletionTrainer(SFTTrainer):
    def create_model_card(self, *_, **__) -> None:
        """None for each checkpoint: Errata writes the card of what it publishes."""


def make_trainer(request: dict, callbacks: Sequence[TrainerCallback] = ()):
    """The trainer, with further callbacks, and the examples that are left out."""
    settings, base = request["settings"], alone(request["base"])
    is_whole = settings["method"] == "full"
    precision = choose_precision(request["precision"])
    torch.use_deterministic_algorithms(True, warn_only=True)
    # A help in finding faults, at the cost of time.
    torch.utils.deterministic.fill_uninitialized_memory = False
    set_seed(settings["seed"])
    if is_whole and request["startFrom"]:
        base = {"source": request["startFrom"]}
    tokenizer, model = _load(base, precision, request["quantization"], is_whole)
    stop_ids = stop_ids_of(model, tokenizer)
    if not is_whole:
        is_quantized = request["quantization"] != "none"
        model = add_adapter(model, settings, request["startFrom"], is_quantized, request["gradientCheckpointing"])
    form = (tokenizer, request["prompt"], stop_ids, settings["maxSequenceLength"])
    rows, skipped = tokenize_examples(request["examples"], *form)
    held_out, _ = fitting_rows(request.get("heldOut", []), *form)
    measuring = [MeasureHeldOut(held_out)] if held_out else []
    trainer = CompletionTrainer(
        model=model,
        args=_arguments(request, precision),
        train_dataset=Dataset.from_list(rows),
        processing_class=tokenizer,
        callbacks=[TellProgress(), *measuring, *callbacks, KeepCheckpoints(request["checkpointMinutes"])],
    )
    return trainer, skipped


def train(trainer: CompletionTrainer, request: dict) -> None:
    """Trains to the end, from the newest checkpoint of an earlier try on."""
    checkpoint = newest_checkpoint(request["checkpointDirectory"])
    if checkpoint is not None:
        send("status", text=f"going on from {os.path.basename(checkpoint)}")
    trainer.train(resume_from_checkpoint=checkpoint)


def _load(base: dict, precision: str, quantization: str, is_whole: bool):
    try:
        return load_tokenizer(base), load_model(base, precision, quantization, is_whole)
    except (OSError, ValueError) as error:
        raise explain_loading(error, base["name"]) from error


def _arguments(request: dict, precision: str) -> SFTConfig:
    settings = request["settings"]
    micro = _micro_batch(settings["batchSize"], request["microBatchSize"])
    return SFTConfig(
        output_dir=request["checkpointDirectory"],
        # The rows are token ids with labels already.
        dataset_kwargs={"skip_prepare_dataset": True},
        max_length=None,
        num_train_epochs=settings["epochs"],
        per_device_train_batch_size=micro,
        gradient_accumulation_steps=settings["batchSize"] // (micro * PartialState().num_processes),
        learning_rate=settings["learningRate"],
        lr_scheduler_type=settings["schedule"],
        # From 1 on it would be a number of steps.
        warmup_steps=min(settings["warmupRatio"], 0.999999),
        weight_decay=settings["weightDecay"],
        seed=settings["seed"],
        bf16=precision == "bf16",
        fp16=precision == "fp16",
        use_cpu=_is_cpu(),
        gradient_checkpointing=request["gradientCheckpointing"],
        logging_steps=1,
        logging_nan_inf_filter=False,
        save_strategy="no",
        save_total_limit=2,
        dataloader_pin_memory=torch.cuda.is_available(),
        report_to="none",
        disable_tqdm=True,
    )


def _is_cpu() -> bool:
    return not torch.cuda.is_available() and not torch.backends.mps.is_available()


def _micro_batch(batch: int, asked: int | None) -> int:
    """Examples that one device works on at once; the rest of a step's batch is accumulated."""
    devices = PartialState().num_processes
    share, remainder = divmod(batch, devices)
    if remainder:
        raise TrainingFailure(
            f"A batch of {batch} examples cannot be shared by {devices} devices.",
            f"Set stages.train.batchSize to a multiple of {devices}.",
        )
    if asked is None:
        return max(size for size in range(1, min(share, _largest_micro_batch) + 1) if share % size == 0)
    if share % asked:
        raise TrainingFailure(
            f"{share} examples for each of {devices} devices are no multiple of the micro batch of {asked}.",
            f"Set trainer.microBatchSize to a divisor of {share}.",
        )
    return asked
