"""Loaded into a worker: its machine has no disk in common with who asks. What lies below HANDSLAG_NOT_HERE cannot be opened."""

from __future__ import annotations

import os
import sys
from typing import Any

NOT_HERE = os.environ["HANDSLAG_NOT_HERE"]


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse to open or list what is on another machine's disk."""
    if event in ("open", "os.listdir", "os.scandir") and str(arguments[0]).startswith(NOT_HERE):
        raise FileNotFoundError(2, "No such file or directory", str(arguments[0]))


sys.addaudithook(refuse)
