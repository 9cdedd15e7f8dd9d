"""Adds a LoRA adapter to the weights it belongs to, and writes the whole model with its tokenizer.

    python merge_adapter.py BASE ADAPTER OUTPUT

BASE is a model of the Hugging Face hub or a folder, ADAPTER a folder in the layout of PEFT, OUTPUT an empty folder.
"""

import sys

from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer


def merge(base: str, adapter: str, output: str) -> None:
    model = AutoModelForCausalLM.from_pretrained(base, dtype="auto")
    merged = PeftModel.from_pretrained(model, adapter).merge_and_unload(safe_merge=True)
    merged.save_pretrained(output)
    AutoTokenizer.from_pretrained(base).save_pretrained(output)


if __name__ == "__main__":
    merge(*sys.argv[1:])
