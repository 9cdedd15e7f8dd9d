"""The states of a training after its epochs: what is trained, with the moments of Adam."""

import os

from safetensors import safe_open
from safetensors.torch import load_file, save_file
from transformers import TrainerCallback

_suffix = ".safetensors"


def trained_parameters(model) -> dict:
    return {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}


class KeepEpochStates(TrainerCallback):
    """Keeps a file for every epoch. It is written before the epoch's checkpoint, and so never missing behind one."""

    def __init__(self, directory: str) -> None:
        self.directory = directory

    def on_epoch_end(self, args, state, control, model=None, optimizer=None, **_):
        tensors = {}
        for name, parameter in trained_parameters(model).items():
            moments = optimizer.state[parameter]
            tensors[f"value {name}"] = parameter.detach()
            tensors[f"mean {name}"] = moments["exp_avg"]
            tensors[f"square {name}"] = moments["exp_avg_sq"]
        rates = [entry["learning_rate"] for entry in state.log_history if "learning_rate" in entry]
        steps = state.max_steps // int(args.num_train_epochs)
        mean_rate = sum(rates[-steps:]) / steps
        os.makedirs(self.directory, exist_ok=True)
        file = os.path.join(self.directory, f"{round(state.epoch)}{_suffix}")
        save_file(tensors, f"{file}.part", metadata={"learningRate": repr(mean_rate)})
        os.replace(f"{file}.part", file)


def weighted_states(directory: str) -> list[tuple[int, float, str]]:
    """Epochs from 1 on, each with its mean learning rate as a share of those of all, and its file. Without those of rate 0."""
    rates = {}
    for name in os.listdir(directory):
        if name.endswith(_suffix):
            with safe_open(os.path.join(directory, name), "pt") as file:
                rates[int(name.removesuffix(_suffix))] = float(file.metadata()["learningRate"])
    total = sum(rates.values())
    # A training of one step, at which the learning rate begins, has no other epoch to weigh its own against.
    weights = {epoch: rate / total if total else 1 / len(rates) for epoch, rate in sorted(rates.items())}
    return [
        (epoch, weight, os.path.join(directory, f"{epoch}{_suffix}")) for epoch, weight in weights.items() if weight > 0
    ]


def load_state(file: str, model) -> list[tuple]:
    """Puts a state into the model, and gives the mean and the mean square of each trained parameter's gradients."""
    parameters = trained_parameters(model)
    tensors = load_file(file, device=str(model.device))
    for name, parameter in parameters.items():
        parameter.data.copy_(tensors[f"value {name}"])
    return [(tensors[f"mean {name}"], tensors[f"square {name}"]) for name in parameters]
