"""What is told of a Word document that was looked at. In: remarks. Out: a line for a reader, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.documents.form import Remark
from generator.errors import Fault, Severity
from generator.report import fault_as_json, many


def summary(file: Path, remarks: Sequence[Remark]) -> str:
    """``bezoekverslag.docx: 2 errors, 1 warning``."""
    counts = [
        many(sum(one.severity is severity for one in remarks), str(severity)) for severity in (Severity.ERROR, Severity.WARNING)
    ]
    return f"{file}: {', '.join(counts)}"


def as_json(remarks: Sequence[Remark], faults: Sequence[Fault], copy: Path | None) -> str:
    """``{"remarks": […], "copy": …}``: each remark as a fault, with its part, paragraph, cell and tag."""
    told = [_remark(remark) | fault_as_json(fault) for remark, fault in zip(remarks, faults, strict=True)]
    return json.dumps({"remarks": told, "copy": str(copy) if copy else None}, indent=2, ensure_ascii=False)


def _remark(remark: Remark) -> dict[str, Any]:
    """Where it stands, for a program."""
    there = remark.page.paragraphs[remark.paragraph - 1] if remark.paragraph else None
    cell = there.cells[-1] if there and there.cells else None
    place = {"table": cell.table, "row": cell.row, "column": cell.col} if cell else None
    return {"part": remark.page.part, "paragraph": remark.paragraph or None, "cell": place, "tag": remark.tag}
