"""What this program tells Errata: JSON text sequences (RFC 7464) on the standard output.

A record begins with the character RS (0x1E), which no log line does, so that what libraries print in between is told
apart. The standard output, unlike a further file descriptor, reaches the processes that `accelerate launch` starts.
"""

import json
import os
import sys


def is_main_process() -> bool:
    return os.environ.get("RANK", "0") == "0"


def send(kind: str, **fields: object) -> None:
    """Writes one record; silent in all processes of a training but the first."""
    if not is_main_process():
        return
    sys.stdout.flush()
    record = f"\x1e{json.dumps({'kind': kind, **fields})}\n".encode()
    while record:
        record = record[os.write(1, record) :]
