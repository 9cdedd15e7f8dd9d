"""Tells how candidates would move a model, as one JSON request says: `influences.py request.json`. Started by Errata.

LESS (Xia et al. 2024) without its random projection, which makes gradients small enough to be stored. None is stored here: a
set of targets is one vector, the mean of their gradients' directions, as dot products are linear, and candidates come one
by one. See docs/selection.md.
"""

import sys

from channel import send
from run_request import run_request


def _tell_influences(request: dict) -> None:
    from epoch_states import KeepEpochStates
    from training import make_trainer, train

    trainer, _ = make_trainer(request, [KeepEpochStates(request["stateDirectory"])])
    candidates, targets = _tokenized(request, trainer)
    train(trainer, request)
    # The moments are those of the states from now on.
    trainer.optimizer.state.clear()
    _compare(request, trainer, candidates, targets)
    send("influences-done")


def _tokenized(request: dict, trainer) -> tuple[dict[int, dict], list[list[dict]]]:
    """The candidates that are not too long, by their places, and the sets of targets of which any is not."""
    from base_model import stop_ids_of
    from failures import TrainingFailure
    from tokens import tokenize_example

    tokenizer, longest = trainer.processing_class, request["settings"]["maxSequenceLength"]
    stop_ids = stop_ids_of(trainer.model, tokenizer)

    def rows_of(examples: list[dict]) -> list[dict]:
        return [tokenize_example(example, tokenizer, request["prompt"], stop_ids) for example in examples]

    def fits(row: dict) -> bool:
        return len(row["input_ids"]) <= longest

    candidates = {place: row for place, row in enumerate(rows_of(request["candidates"])) if fits(row)}
    targets = [list(filter(fits, rows_of(examples))) for examples in request["targets"]]
    targets = [rows for rows in targets if rows]
    if not targets:
        raise TrainingFailure(
            f"Gradients cannot be compared: none of the targets fits in {longest} tokens.",
            "Give shorter examples, or raise stages.train.maxSequenceLength up to the model's context.",
        )
    return candidates, targets


def _compare(request: dict, trainer, candidates: dict[int, dict], targets: list[list[dict]]) -> None:
    """Tells of every candidate at every state of the warm-up what was not told by an earlier try."""
    from epoch_states import load_state, weighted_states
    from gradients import cosines, make_gradients_of, mean_direction

    states = weighted_states(request["stateDirectory"])
    known = {(epoch, candidate) for epoch, candidate in request["known"]}
    left_at = {epoch: [candidate for candidate in candidates if (epoch, candidate) not in known] for epoch, _, _ in states}
    of_targets = sum(map(len, targets))
    total = len(states) * (of_targets + len(candidates))
    done = total - sum(of_targets + len(left) for left in left_at.values() if left)
    gradients_of = make_gradients_of(trainer)

    def counted(row: dict):
        nonlocal done
        gradients = gradients_of(row)
        done += 1
        send("progress", done=done, total=total)
        return gradients

    for epoch, weight, file in states:
        if not left_at[epoch]:
            continue
        moments = load_state(file, trainer.model)
        directions = [mean_direction(counted(row) for row in rows) for rows in targets]
        for candidate in left_at[epoch]:
            shares = [weight * cosine for cosine in cosines(counted(candidates[candidate]), moments, directions)]
            send("influence", epoch=epoch, candidate=candidate, shares=shares)


if __name__ == "__main__":
    sys.exit(run_request(sys.argv[1], _tell_influences))
