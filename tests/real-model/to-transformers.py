"""Writes the model of a GGUF file in the form of Hugging Face, with its weights as 32-bit floats.

    python to-transformers.py MODEL.gguf FOLDER
"""

import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

gguf, folder = Path(sys.argv[1]), sys.argv[2]

named = {"pretrained_model_name_or_path": gguf.parent, "gguf_file": gguf.name}
read = AutoModelForCausalLM.from_pretrained(**named, dtype=torch.float32)
if hasattr(read.config, "quantization_config"):
    del read.config.quantization_config

# What was read remembers that it was quantized, and then cannot be saved.
plain = AutoModelForCausalLM.from_config(read.config, dtype=torch.float32)
plain.load_state_dict(read.state_dict())
plain.generation_config = read.generation_config
plain.save_pretrained(folder)
AutoTokenizer.from_pretrained(**named).save_pretrained(folder)
