"""LoRA adapters: new ones by the settings of the training, and earlier ones to go on with."""

import os

import torch
from peft import LoraConfig, PeftConfig, PeftModel, get_peft_model, prepare_model_for_kbit_training

from failures import TrainingFailure


def add_adapter(model, settings: dict, start_from: str | None, is_quantized: bool, gradient_checkpointing: bool):
    """The model with a trainable adapter, new or continued."""
    if is_quantized:
        model = prepare_model_for_kbit_training(model, use_gradient_checkpointing=gradient_checkpointing)
    if start_from is None:
        _require_modules(model, settings["targetModules"])
        return get_peft_model(model, _new(settings))
    if not os.path.exists(os.path.join(start_from, "adapter_config.json")):
        raise TrainingFailure(
            f"There is no adapter in {start_from} to go on with.",
            "Train from scratch with `stages: { train: { mode: from-scratch } }`, or keep one method in all iterations.",
        )
    _require_same(PeftConfig.from_pretrained(start_from), settings, start_from)
    return PeftModel.from_pretrained(model, start_from, is_trainable=True)


def _new(settings: dict) -> LoraConfig:
    return LoraConfig(
        task_type="CAUSAL_LM",
        r=settings["rank"],
        lora_alpha=settings["alpha"],
        lora_dropout=settings["dropout"],
        target_modules=sorted(settings["targetModules"]),
        bias="none",
    )


def _require_modules(model, names: list[str]) -> None:
    """PEFT itself complains only where not a single name is known."""
    linear = {path.rsplit(".", 1)[-1] for path, module in model.named_modules() if isinstance(module, torch.nn.Linear)}
    known = sorted(linear - {"lm_head"})
    unknown = [name for name in names if name not in known]
    if unknown:
        raise TrainingFailure(
            f"The target modules of the training name {', '.join(unknown)}, which the model does not have.",
            f"Choose in stages.train.targetModules from {', '.join(known)}.",
        )


def _require_same(config: LoraConfig, settings: dict, start_from: str) -> None:
    found = (config.r, config.lora_alpha, sorted(config.target_modules))
    asked = (settings["rank"], settings["alpha"], sorted(settings["targetModules"]))
    if found != asked:
        raise TrainingFailure(
            f"The adapter {start_from} has rank, alpha and modules {found}; the training asks for {asked}.",
            "Continue with the settings of the adapter, or train from scratch.",
        )
