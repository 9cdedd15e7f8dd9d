"""Trains as one JSON request says: `train.py request.json`. Started by Errata; see docs/training.md."""

import json
import os
import sys

from channel import send
from lifeline import hold_lifeline

_adapter_files = {"adapter_config.json", "adapter_model.safetensors"}


def main(request_file: str) -> int:
    hold_lifeline()
    _use_one_gpu_unless_launched()
    with open(request_file, encoding="utf-8") as file:
        request = json.load(file)
    # Libraries take seconds to import, and read the environment when they do.
    from failures import explain

    try:
        _train(request)
    except Exception as error:
        failure = explain(error)
        if failure is None:
            raise
        send("failure", message=failure.message, advice=failure.advice)
        return 1
    return 0


def _train(request: dict) -> None:
    from callbacks import newest_checkpoint
    from tokens import ignored_by_loss
    from training import make_trainer

    send("status", text=f"loading {request['base']['name']}")
    trainer, skipped = make_trainer(request)
    checkpoint = newest_checkpoint(request["checkpointDirectory"])
    if checkpoint is not None:
        send("status", text=f"going on from {os.path.basename(checkpoint)}")
    trainer.train(resume_from_checkpoint=checkpoint)
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


def _use_one_gpu_unless_launched() -> None:
    """`accelerate launch` gives every process its GPU; alone, a process takes the first it may use."""
    if "LOCAL_RANK" not in os.environ:
        os.environ["CUDA_VISIBLE_DEVICES"] = os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
