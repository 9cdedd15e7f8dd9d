"""Examples as the token ids that the model will meet when it is served."""

from failures import TrainingFailure

ignored_by_loss = -100


def tokenize_examples(examples, tokenizer, prompt_style, stop_ids, longest):
    """Rows of the examples, of which there must be one, and those that are too long."""
    rows, skipped = fitting_rows(examples, tokenizer, prompt_style, stop_ids, longest)
    if not rows:
        raise TrainingFailure(
            f"None of the {len(examples)} training examples fits in {longest} tokens.",
            "Raise stages.train.maxSequenceLength up to the model's context, or give shorter examples.",
        )
    return rows, skipped


def fitting_rows(examples, tokenizer, prompt_style, stop_ids, longest):
    """Rows of the examples, and those that are too long."""
    rows, skipped = [], []
    for example in examples:
        row = tokenize_example(example, tokenizer, prompt_style, stop_ids)
        length = len(row["input_ids"])
        if length > longest:
            reason = f"{length} tokens; at most {longest} can be trained on"
            skipped.append({"exampleId": example["id"], "reason": reason})
        else:
            rows.append(row)
    return rows, skipped


def tokenize_example(example, tokenizer, prompt_style, stop_ids):
    """A row with `input_ids` and `labels`: loss on the completion alone."""
    prompt, completion = _tokenize(example, tokenizer, prompt_style, stop_ids)
    return {"input_ids": prompt + completion, "labels": [ignored_by_loss] * len(prompt) + completion}


def _tokenize(example, tokenizer, prompt_style, stop_ids):
    """Token ids of the prompt, and of the completion with the token that ends it."""
    if prompt_style == "chat":
        prompt, completion = _chat_texts(example, tokenizer)
        # The template writes the special tokens itself.
        prompt_ids, completion_ids = _tokenize_apart(tokenizer, prompt, completion, add_special_tokens=False)
        completion_ids = _until_end_of_turn(completion_ids, stop_ids)
    else:
        prompt_ids, completion_ids = _tokenize_apart(
            tokenizer, example["prompt"], example["completion"], add_special_tokens=True
        )
    if not completion_ids or completion_ids[-1] not in stop_ids:
        completion_ids = [*completion_ids, tokenizer.eos_token_id]
    return prompt_ids, completion_ids


def _chat_texts(example, tokenizer):
    """The turns of a user and the assistant. White space around an answer belongs to the text form of a prompt alone."""
    if tokenizer.chat_template is None:
        raise TrainingFailure(
            "The target is called as a chat, and the model has no chat template.",
            "Give the target `prompt: completion`, or train an instruct model.",
        )
    turns = [{"role": "user", "content": example["prompt"]}]
    answer = example["completion"].strip()
    prompt = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    whole = tokenizer.apply_chat_template([*turns, {"role": "assistant", "content": answer}], tokenize=False)
    return prompt, whole[len(prompt) :] if whole.startswith(prompt) else answer


def _tokenize_apart(tokenizer, prompt, completion, add_special_tokens):
    """The prompt as a server tokenises it, then the completion.

    Where the tokens of both together begin with those of the prompt, the rest is the completion: some tokenizers would
    put a space before a completion that stands alone. Where a token would span the boundary, as the model never writes
    it after this prompt, the completion is tokenised by itself.
    """
    prompt_ids = tokenizer(prompt, add_special_tokens=add_special_tokens)["input_ids"]
    together = tokenizer(prompt + completion, add_special_tokens=add_special_tokens)["input_ids"]
    if together[: len(prompt_ids)] == prompt_ids:
        return prompt_ids, together[len(prompt_ids) :]
    return prompt_ids, tokenizer(completion, add_special_tokens=False)["input_ids"]


def _until_end_of_turn(ids, stop_ids):
    """Without what a template writes after the end of a turn, which is never generated."""
    ends = [index for index, token in enumerate(ids) if token in stop_ids]
    return ids[: ends[-1] + 1] if ends else ids
