"""Gradients of single examples by what is trained, and their directions (LESS: Xia et al. 2024, section 3).

A gradient is a list of tensors, one for each trained parameter, and is taken as the one vector that they make together.
"""

from collections.abc import Callable, Iterable

import torch

from epoch_states import trained_parameters
from failures import TrainingFailure

# Adam's, as PyTorch has them.
_mean_decay, _square_decay, _epsilon = 0.9, 0.999, 1e-8

_fp16_scale = 1024

Gradient = list[torch.Tensor]


def make_gradients_of(trainer) -> Callable[[dict], Gradient]:
    """Gives the function that takes the gradient of one example's mean loss, without dropout, where the model then is."""
    model = trainer.model
    parameters = list(trained_parameters(model).values())
    # The gradients of activations, in 16 bits, would be lost where they are small.
    scale = _fp16_scale if trainer.accelerator.mixed_precision == "fp16" else 1
    _stop_dropout(model)

    def gradients_of(row: dict) -> Gradient:
        inputs = {name: torch.tensor([row[name]], device=model.device) for name in ("input_ids", "labels")}
        with trainer.accelerator.autocast():
            loss = model(**inputs, use_cache=False).loss
        (loss * scale).backward()
        # What an example does not reach, as an expert that no token was sent to, has no gradient.
        gradients = [
            torch.zeros_like(parameter) if parameter.grad is None else parameter.grad for parameter in parameters
        ]
        model.zero_grad(set_to_none=True)
        return [gradient.float().div_(scale) for gradient in gradients]

    return gradients_of


def _stop_dropout(model) -> None:
    model.eval()
    for module in model.modules():
        # Layers compute their activations twice in training only. It is said to them alone, not to what is inside.
        if getattr(module, "gradient_checkpointing", False):
            module.training = True


def mean_direction(gradients: Iterable[Gradient]) -> Gradient:
    """The mean of the gradients, each brought to length 1 first."""
    total, count = None, 0
    for gradient in gradients:
        length = _length(gradient)
        unit = [part / length for part in gradient]
        total = unit if total is None else [sum_so_far.add_(part) for sum_so_far, part in zip(total, unit)]
        count += 1
    return [part / count for part in total]


def cosines(gradient: Gradient, moments: list[tuple], directions: list[Gradient]) -> list[float]:
    """What the step that Adam would take by the gradient alone has in common with each direction, of the step's length.

    As in the authors' code the moments are moved on by the gradient, without the correction of their bias, and epsilon is
    inside the root.
    """
    step = [_adam_step(part, mean.float(), square.float()) for part, (mean, square) in zip(gradient, moments)]
    length = _length(step)
    return [
        (torch.stack([(a * b).sum() for a, b in zip(step, direction)]).sum() / length).item()
        for direction in directions
    ]


def _adam_step(gradient: torch.Tensor, mean: torch.Tensor, square: torch.Tensor) -> torch.Tensor:
    m = _mean_decay * mean + (1 - _mean_decay) * gradient
    v = _square_decay * square + (1 - _square_decay) * gradient**2
    return m / torch.sqrt(v + _epsilon)


def _length(parts: Gradient) -> torch.Tensor:
    """1 for zeros, which have no direction."""
    length = torch.stack([part.norm() for part in parts]).norm()
    if not torch.isfinite(length):
        raise TrainingFailure(
            "The gradient of an example is no number.",
            "Lower stages.train.learningRate, or set trainer.precision to bf16 or fp32.",
        )
    return torch.where(length > 0, length, torch.ones_like(length))
