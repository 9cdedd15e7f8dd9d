"""What happens beside the steps of a training: its progress is told, and checkpoints are kept."""

import math
import os
import shutil
import time

from accelerate import PartialState
from accelerate.utils import broadcast_object_list
from transformers import TrainerCallback

from channel import is_main_process, send
from failures import TrainingFailure

_checkpoint_prefix = "checkpoint-"
_complete = "complete"


class TellProgress(TrainerCallback):
    """Tells every step, those of the try before included."""

    def on_train_begin(self, args, state, control, **_):
        for entry in state.log_history:
            tell(entry, state)

    def on_log(self, args, state, control, logs=None, **_):
        tell({**(logs or {}), "step": state.global_step}, state)
        loss = (logs or {}).get("loss")
        if loss is not None and not math.isfinite(loss):
            raise TrainingFailure(
                f"The loss became {loss} at step {state.global_step}.",
                "Lower stages.train.learningRate, or set trainer.precision to fp32.",
            )


def tell(entry: dict, state) -> None:
    """Tells what an entry of the log says of a loss."""
    if "held_out_loss" in entry:
        send("held-out", step=entry["step"], loss=entry["held_out_loss"])
    if "loss" not in entry:
        return
    send(
        "step",
        step=entry["step"],
        steps=state.max_steps,
        epoch=math.ceil(entry["epoch"]),
        loss=entry["loss"],
        learningRate=entry["learning_rate"],
    )


class KeepCheckpoints(TrainerCallback):
    """A checkpoint after every epoch and every so many minutes; each is marked once it is whole."""

    def __init__(self, minutes: float) -> None:
        self.seconds = minutes * 60
        self.last = time.monotonic()

    def on_step_end(self, args, state, control, **_):
        # The processes of a training save together, by the clock of the first.
        due = [time.monotonic() - self.last >= self.seconds]
        if PartialState().num_processes > 1:
            broadcast_object_list(due)
        control.should_save = control.should_save or due[0]

    def on_epoch_end(self, args, state, control, **_):
        control.should_save = True

    def on_save(self, args, state, control, **_):
        self.last = time.monotonic()
        PartialState().wait_for_everyone()
        if is_main_process():
            _mark_complete(os.path.join(args.output_dir, f"{_checkpoint_prefix}{state.global_step}"))


def _mark_complete(checkpoint: str) -> None:
    for name in os.listdir(checkpoint):
        with open(os.path.join(checkpoint, name), "rb") as file:
            os.fsync(file.fileno())
    open(os.path.join(checkpoint, _complete), "w").close()


def newest_checkpoint(directory: str) -> str | None:
    """The last whole checkpoint of an earlier try; what it left unfinished is removed."""
    whole = []
    for name in os.listdir(directory) if os.path.isdir(directory) else []:
        path = os.path.join(directory, name)
        if not name.startswith(_checkpoint_prefix):
            continue
        if os.path.exists(os.path.join(path, _complete)):
            whole.append((int(name.removeprefix(_checkpoint_prefix)), path))
        elif is_main_process():
            shutil.rmtree(path, ignore_errors=True)
    return max(whole)[1] if whole else None
