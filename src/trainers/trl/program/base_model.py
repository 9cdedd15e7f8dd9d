"""Loads what is trained: a model of the Hugging Face hub, a folder, or a GGUF file, and its tokenizer."""

import atexit
import importlib.util
import os
import tempfile

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    GgufConfig,
    PreTrainedTokenizerFast,
)

from failures import TrainingFailure

_dtypes = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}


def choose_precision(asked: str) -> str:
    """`auto` is bf16 where the processor computes in it."""
    if asked != "auto":
        return asked
    if torch.cuda.is_available():
        return "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp16"
    if torch.backends.mps.is_available():
        return "fp32"
    return "bf16" if torch.cpu._is_avx512_bf16_supported() else "fp32"


def alone(base: dict) -> dict:
    """A GGUF file in a folder of its own: transformers would read its neighbours too, and take their tokenizer for its own."""
    if not base.get("gguf_file"):
        return base
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    os.symlink(os.path.join(base["source"], base["gguf_file"]), os.path.join(folder.name, base["gguf_file"]))
    return {**base, "source": folder.name}


def load_tokenizer(base: dict):
    source = base["source"]
    alone = os.path.join(source, "tokenizer.json")
    if os.path.isfile(alone) and not os.path.exists(os.path.join(source, "tokenizer_config.json")):
        return PreTrainedTokenizerFast(tokenizer_file=alone)
    return AutoTokenizer.from_pretrained(source, **_where(base))


def load_model(base: dict, precision: str, quantization: str, is_whole: bool):
    """A whole model is trained in 32 bits under autocast: small steps would be lost in the rounding of 16."""
    dtype = torch.float32 if is_whole else _dtypes[precision]
    if base.get("gguf_file"):
        return _load_gguf(base, dtype, quantization)
    if quantization == "none":
        return AutoModelForCausalLM.from_pretrained(base["source"], dtype=dtype, **_where(base))
    _require_quantization()
    return AutoModelForCausalLM.from_pretrained(
        base["source"],
        dtype=dtype,
        device_map={"": int(os.environ.get("LOCAL_RANK", "0"))},
        # The settings of QLoRA (Dettmers et al. 2023).
        quantization_config=BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=dtype,
        ),
        **_where(base),
    )


def _load_gguf(base: dict, dtype: torch.dtype, quantization: str):
    """A GGUF file's weights unpacked, in a model that has forgotten them: transformers trains none that it read from one."""
    if quantization != "none":
        raise TrainingFailure(
            "A GGUF file cannot be loaded in 4 bits for training.",
            "Name the model's Hugging Face id or folder in trainer.model, or leave trainer.quantization out.",
        )
    read = AutoModelForCausalLM.from_pretrained(
        base["source"], dtype=dtype, quantization_config=GgufConfig(dequantize=True), **_where(base)
    )
    model = AutoModelForCausalLM.from_config(read.config, dtype=dtype)
    model.load_state_dict(read.state_dict())
    model.generation_config = read.generation_config
    return model


def stored_dtype(base: dict) -> torch.dtype:
    """The type in which the base keeps its weights, and in which a whole trained model is kept as well."""
    return getattr(AutoConfig.from_pretrained(base["source"], **_where(base)), "dtype", None) or torch.float32


def stop_ids_of(model, tokenizer) -> set[int]:
    """Tokens at which a server ends an answer. Gives the tokenizer an end where its files name none."""
    named = model.generation_config.eos_token_id
    if named is None:
        named = model.config.eos_token_id
    ids = named if isinstance(named, list) else [] if named is None else [named]
    if tokenizer.eos_token_id is None and ids:
        tokenizer.eos_token = tokenizer.convert_ids_to_tokens(ids[0])
    if tokenizer.eos_token_id is None:
        raise TrainingFailure(
            "The model names no token that ends a text.", "Set eos_token_id in the model's config.json."
        )
    return {*ids, tokenizer.eos_token_id}


def _where(base: dict) -> dict:
    return {key: base[key] for key in ("revision", "gguf_file") if base.get(key)}


def _require_quantization() -> None:
    if not torch.cuda.is_available():
        raise TrainingFailure(
            "4-bit quantization needs a CUDA GPU, and PyTorch sees none.",
            "Leave trainer.quantization out, or run where `nvidia-smi` lists a GPU and PyTorch is built for CUDA (trainer.python names your own environment).",
        )
    if importlib.util.find_spec("bitsandbytes") is None:
        raise TrainingFailure(
            "4-bit quantization needs bitsandbytes, which this Python environment lacks.",
            "Install bitsandbytes into the environment of trainer.python, or leave trainer.python out.",
        )
