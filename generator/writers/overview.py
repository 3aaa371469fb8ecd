"""The overview as one HTML page that needs no other: no script, nothing fetched. In: plain values, the look. Out: str."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.look import Look
from generator.writers.html import house_fonts, look_css, read_layout

PAGE, STYLE = "overview.html", "overview.css"
COLUMNS = ("partner", "kind", "phase", "last", "next", "agreement", "cash", "in_kind", "advice", "to_do")
AMOUNTS = ("cash", "in_kind")
"""Columns of figures."""


def write_overview(page: Any, look: Look, folder: Path) -> str:
    """The page; every value is escaped."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    css = "\n".join(part for part in (house_fonts(look), look_css(look), read_layout(folder / STYLE)) if part)
    return environment.from_string(read_layout(folder / PAGE)).render(
        page=page,
        css=Markup(css),
        columns=COLUMNS,
        amounts=AMOUNTS,
    )
