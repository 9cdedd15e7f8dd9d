"""Trains as one JSON request says: `train.py request.json`. Started by Errata; see docs/training.md."""

import os
import sys

from channel import send
from run_request import run_request

_adapter_files = {"adapter_config.json", "adapter_model.safetensors"}


def _train(request: dict) -> None:
    from tokens import ignored_by_loss
    from training import make_trainer, train

    trainer, skipped = make_trainer(request)
    train(trainer, request)
    _save(trainer, request)
    labels = trainer.train_dataset["labels"]
    tokens = sum(token != ignored_by_loss for row in labels for token in row)
    send("done", trainedTokens=tokens * request["settings"]["epochs"], skipped=skipped)


def _save(trainer, request: dict) -> None:
    from base_model import stored_dtype

    directory, is_whole = request["outputDirectory"], request["settings"]["method"] == "full"
    if is_whole and not (trainer.is_fsdp_enabled or trainer.is_deepspeed_enabled):
        trainer.accelerator.unwrap_model(trainer.model).to(stored_dtype(request["base"]))
    trainer.save_model(directory)
    if not trainer.is_world_process_zero():
        return
    for name in os.listdir(directory):
        if name == "training_args.bin" or not (is_whole or name in _adapter_files):
            os.remove(os.path.join(directory, name))


if __name__ == "__main__":
    sys.exit(run_request(sys.argv[1], _train))
