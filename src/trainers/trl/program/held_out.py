"""The loss on examples that are not trained on."""

import torch
from torch.nn.functional import cross_entropy
from transformers import TrainerCallback

from callbacks import tell
from tokens import ignored_by_loss


class MeasureHeldOut(TrainerCallback):
    """Tells the mean loss of all completion tokens before the first step and after every epoch.

    It stands in the log as well, so that a training which goes on from a checkpoint tells it again.
    """

    def __init__(self, rows: list[dict]) -> None:
        self.rows = rows

    def on_train_begin(self, args, state, control, model=None, **_):
        if state.global_step == 0:
            self._measure(state, model)

    def on_epoch_end(self, args, state, control, model=None, **_):
        self._measure(state, model)

    def _measure(self, state, model) -> None:
        entry = {"step": state.global_step, "held_out_loss": mean_loss(model, self.rows)}
        state.log_history.append(entry)
        tell(entry, state)


@torch.no_grad()
def mean_loss(model, rows: list[dict]) -> float:
    """Without dropout; the model is left as it was."""
    was_training = model.training
    model.eval()
    total, tokens = 0.0, 0
    for row in rows:
        ids = torch.tensor([row["input_ids"]], device=model.device)
        targets = torch.tensor(row["labels"][1:], device=model.device)
        logits = model(input_ids=ids).logits[0, :-1].float()
        total += cross_entropy(logits, targets, reduction="sum", ignore_index=ignored_by_loss).item()
        tokens += int((targets != ignored_by_loss).sum())
    model.train(was_training)
    return total / tokens
