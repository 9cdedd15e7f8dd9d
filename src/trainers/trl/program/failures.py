"""Turns what libraries raise into what happened and what to do about it."""


class TrainingFailure(Exception):
    """A failure that a person can act on."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def explain(error: BaseException) -> TrainingFailure | None:
    """The failure behind an error; None where it is not one that people meet."""
    if isinstance(error, TrainingFailure):
        return error
    names, text = _names_and_text(error)
    if "OutOfMemoryError" in names or "MemoryError" in names or "can't allocate memory" in text:
        return TrainingFailure(
            "The training ran out of memory.",
            "Lower trainer.microBatchSize (the step's batch stays as it is) or stages.train.maxSequenceLength, set "
            "trainer.gradientCheckpointing, or load the base in 4 bits with trainer.quantization; the training goes "
            "on from its last checkpoint.",
        )
    return None


def explain_loading(error: BaseException, model: str) -> TrainingFailure:
    """Why a base model could not be loaded."""
    names, _ = _names_and_text(error)
    if "GatedRepoError" in names:
        return TrainingFailure(
            f"The model {model} is only for those who have accepted its conditions.",
            "Accept them on the model's page, and set HF_TOKEN to a token of that account.",
        )
    if names & {"RepositoryNotFoundError", "RevisionNotFoundError"}:
        return TrainingFailure(
            f"There is no model {model} on the Hugging Face hub, or it is private.",
            "Correct trainer.model (an id like Qwen/Qwen2.5-0.5B-Instruct, a folder, or a .gguf file) and "
            "trainer.revision; a private model needs HF_TOKEN.",
        )
    if names & {"LocalEntryNotFoundError", "OfflineModeIsEnabled", "ConnectError", "ConnectionError", "ProxyError"}:
        return TrainingFailure(
            f"The model {model} could not be downloaded, and is not in the cache of the Hugging Face hub.",
            "Check the connection, HF_ENDPOINT and the proxy, or name a folder with the model in trainer.model.",
        )
    return TrainingFailure(
        f"The model {model} cannot be loaded: {str(error).strip().splitlines()[0]}",
        "trainer.model is a Hugging Face id, a folder in the layout of transformers, or a .gguf file.",
    )


def _names_and_text(error: BaseException) -> tuple[set[str], str]:
    chain = list(_chain(error))
    return {type(link).__name__ for link in chain}, "\n".join(str(link) for link in chain)


def _chain(error: BaseException | None):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

