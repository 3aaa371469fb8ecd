"""Case files: title, ``.``, input, ``.``, output, ``.``. In: a file. Out: (title, input, output)."""

from __future__ import annotations

import re
from pathlib import Path

_CASE = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<given>.*?)\n?^\.\n(?P<wanted>.*?)\n?^\.$", re.MULTILINE | re.DOTALL)


def cases(name: str) -> list[tuple[str, str, str]]:
    """Every case of ``tests/cases/<name>.md``."""
    text = (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")
    return [(case["title"], case["given"], case["wanted"]) for case in _CASE.finditer(text)]
