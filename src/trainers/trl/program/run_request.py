"""What surrounds the work of every program here: Errata's life is watched, the request read, and failures explained."""

import json
import os
from collections.abc import Callable

from channel import send
from lifeline import hold_lifeline


def run_request(request_file: str, work: Callable[[dict], None]) -> int:
    """Works as a JSON request says, and gives the exit code."""
    hold_lifeline()
    _use_one_gpu_unless_launched()
    with open(request_file, encoding="utf-8") as file:
        request = json.load(file)
    # Libraries take seconds to import, and read the environment when they do.
    from failures import explain

    send("status", text=f"loading {request['base']['name']}")
    try:
        work(request)
    except Exception as error:
        failure = explain(error)
        if failure is None:
            raise
        send("failure", message=failure.message, advice=failure.advice)
        return 1
    return 0


def _use_one_gpu_unless_launched() -> None:
    """`accelerate launch` gives every process its GPU; alone, a process takes the first it may use."""
    if "LOCAL_RANK" not in os.environ:
        os.environ["CUDA_VISIBLE_DEVICES"] = os.environ.get("CUDA_VISIBLE_DEVICES", "0").split(",")[0]
