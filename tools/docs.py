"""Docs that cannot lie: the parts of the Markdown pages that are made from the program itself. ``make docs`` writes them.

In: a page with blocks ``<!-- made by: WHAT -->`` … ``<!-- end -->``. Out: the page with each block made again. WHAT is a
command (``handslag draft --help``) or one of ``MAKERS``. ``tests/test_docs.py`` fails when a page differs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from click.testing import CliRunner
from pydantic import BaseModel

from cli import main as handslag
from generator.about import About
from generator.advice.saying import said
from generator.advice.table import severities
from generator.clauses import Front
from generator.errors import Severity
from generator.fields_run import rows
from generator.fields_told import as_markdown
from generator.kinds import kind_named, kinds
from generator.occasions import names_of
from generator.order import Order
from generator.profile import Profile, School
from generator.profile.rule_ids import RuleId
from generator.wording import filters
from generator.wording.sentences import lower_first
from generator.workspace import Workspace, read
from tools import scaling

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?P<open><!-- made by: (?P<what>[^>]+?) -->\n)(?P<body>.*?)(?P<close><!-- end -->)", re.DOTALL)


def pages() -> tuple[Path, ...]:
    """Every Markdown page of the project's own."""
    return (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md")))


def made(page: str) -> str:
    """The page with each block made again; raises KeyError for a block that nobody can make."""
    return BLOCK.sub(lambda block: block["open"] + _body(block["what"]) + block["close"], page)


def _body(what: str) -> str:
    if what.startswith("handslag "):
        return f"```text\n$ {what}\n{help_of(what.split()[1:])}```\n"
    return "\n".join(MAKERS[what]()) + "\n"


def help_of(words: list[str]) -> str:
    """What a command prints, on a terminal of 100 columns."""
    result = CliRunner().invoke(handslag, words, prog_name="handslag", terminal_width=100)
    assert result.exit_code == 0, f"handslag {' '.join(words)}: {result.output}"
    return result.output


# --- fields: every section of the profile, with what a text may use of it -------------------------


def _fields() -> Iterator[str]:
    yield from _tables(School, Profile)


def _about() -> Iterator[str]:
    yield from _tables(About)


def _clause() -> Iterator[str]:
    yield from _tables(Front)


def _tables(*roots: type[BaseModel]) -> Iterator[str]:
    for section in sections(*roots):
        yield f"\n### {section.__name__}\n"
        yield f"{_first_line(section)}\n"
        yield "| field | holds | label in a blank | meaning |"
        yield "|---|---|---|---|"
        for name, field in section.model_fields.items():
            shown = field.alias or name
            yield f"| `{shown}` | {_holds(field.annotation)} | {_cell(field.title)} | {_cell(field.description)} |"


def sections(*roots: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Every model that can be reached from these, in reading order, each once."""
    found: dict[type[BaseModel], None] = {}

    def visit(model: type[BaseModel]) -> None:
        if model in found:
            return
        found[model] = None
        for field in model.model_fields.values():
            for inner in _models(field.annotation):
                visit(inner)

    for root in roots:
        visit(root)
    return tuple(found)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _holds(annotation: Any) -> str:
    """What a field holds, in a reader's words: ``text``, ``list of [Person](#person)``, ``` `sole` or `joint` ```."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _holds(arguments[0])
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(_holds(one) for one in arguments if one is not NoneType))
    if origin in (tuple, list):
        return f"list of {_holds(arguments[0])}"
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    return _holds_plain(annotation)


def _holds_plain(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    return PLAIN.get(getattr(kind, "__name__", ""), str(getattr(kind, "__name__", kind)).lower())


PLAIN: Mapping[str, str] = {
    "str": "text",
    "int": "whole number",
    "Decimal": "amount",
    "bool": "yes or no",
    "NoneType": "nothing",
}


# --- filters and kinds ----------------------------------------------------------------------------


def _filters() -> Iterator[str]:
    yield "| filter | what comes out |"
    yield "|---|---|"
    for name, call in sorted(filters("nl").items()):
        yield f"| `{name}` | {_cell(_first_line(_inner(call)))} |"


def _inner(call: Any) -> Any:
    """The function inside a partial or a wrapper: where its docstring is."""
    inner = getattr(call, "func", None) or getattr(call, "__wrapped__", None)
    return call if inner is None else _inner(inner)


def _facts() -> Iterator[str]:
    """The derived names, in the order in which they are made; every partner has all of them."""
    workspace = Workspace(ROOT / "examples")
    contents = read(workspace)
    assert contents.school is not None, contents.faults
    kind = kind_named("cooperation-agreement", workspace.text_roots)
    roots, root = workspace.text_roots, workspace.root
    order = Order(kind, contents.school, contents.partners[0], "nl", date(2027, 6, 17), False, roots, root)
    yield ", ".join(f"`{name}`" for name in order.names if name not in {*order.sections, *STATE}) + "."


def _kinds() -> Iterator[str]:
    yield "| kind | what it is | text | needs | occasions |"
    yield "|---|---|---|---|---|"
    for kind in kinds(Workspace(ROOT).text_roots).values():
        about = kind.about
        needs = ", ".join(f"`{name}`" for name in about.needs)
        occasions = ", ".join(f"`{name}`" for name in names_of(kind)) or (about.occasions.from_ if about.occasions else "")
        yield f"| `{kind.id}` | {about.what.en if about.what else ''} | {kind.text_version} | {needs} | {occasions} |"


def _stukken() -> Iterator[str]:
    """The kinds for those who read Dutch."""
    yield "| stuk | wat het is |"
    yield "|---|---|"
    for kind in kinds(Workspace(ROOT).text_roots).values():
        yield f"| `{kind.id}` | {kind.about.name.nl}: {lower_first(kind.about.what.nl) if kind.about.what else ''} |"


def _velden() -> Iterator[str]:
    """What a text or a Word document may use, for those who read Dutch; with examples of the sample school."""
    yield from as_markdown(rows(None, Workspace(ROOT / "examples"), "nl"), "nl")


class _Open(dict[str, str]):
    """What a message names, when nothing is known."""

    def __missing__(self, name: str) -> str:
        return {"id": "PARTNER"}.get(name, "…")


def _advies() -> Iterator[str]:
    """The rules of advice for those who read Dutch."""
    yield "| regel | ernst | wat handslag zegt | waarom | wat u doet |"
    yield "|---|---|---|---|---|"
    for rule in RuleId:
        told = said(rule, "nl")
        assert told is not None, rule
        weight = " of ".join(ERNST[severity] for severity in severities(rule))
        why = f"{told.why.rstrip('.')} ({told.source})."
        cells = (told.message.format_map(_Open()), why, told.do.format_map(_Open()))
        yield f"| `{rule}` | {weight} | {' | '.join(map(_cell, cells))} |"


ERNST = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.HINT: "tip"}


MAKERS: Mapping[str, Callable[[], Iterator[str]]] = {
    "about": _about,
    "advies": _advies,
    "clause": _clause,
    "facts": _facts,
    "fields": _fields,
    "filters": _filters,
    "kinds": _kinds,
    "scaling costs": scaling.costs,
    "scaling hours": scaling.hours,
    "scaling short": scaling.short,
    "stukken": _stukken,
    "velden": _velden,
}
STATE = ("day", "final", "language", "about", "text_version", "reference")
"""Names that the page itself explains."""


def _first_line(documented: Any) -> str:
    return str(documented.__doc__ or "").strip().split("\n")[0]


def _cell(text: object) -> str:
    """Text that stays in its cell."""
    return str(text or "").replace("|", "\\|").replace("\n", " ").replace("``", "`")


def main() -> None:
    """Make every page again, and say which changed."""
    for page in pages():
        before = page.read_text("utf-8")
        after = made(before)
        if after != before:
            page.write_text(after, "utf-8")
            sys.stdout.write(f"{page.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
