"""Fill: text + profile -> Markdown. In: a text, its clauses, the names they may use. Out: a plain string.

Every mistake in a text is told in its writer's terms, with file and line, for all clauses at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, Undefined
from markupsafe import Markup

from generator.clauses import Clause
from generator.errors import BadText, Fault, did_you_mean
from generator.limits import budget
from generator.missing import section_paths
from generator.texts import PATHS, TextEnvironment, environment

_ENDLESS = "a text includes itself, a macro calls itself, or too much stands in brackets"


def fill(
    roots: tuple[Path, ...],
    text: str,
    clauses: Sequence[Clause],
    names: Mapping[str, Any],
    sections: Mapping[str, Any],
    language: str,
    room: TextEnvironment | None = None,
) -> str:
    """The Markdown of a whole document.

    ``text`` is the main text's file below one of ``roots``; ``names`` is what it may use; ``sections`` are those of
    them that are parts of the profile: a blank tells its place in them. ``room`` is another environment than the usual one.
    Raises BadText with every fault of every clause.
    """
    room = room or environment(roots, language)
    token = PATHS.set(cache(partial(section_paths, sections)))
    try:
        with budget():
            return _fill(room, text, clauses, dict(names))
    finally:
        PATHS.reset(token)


def asking(
    roots: tuple[Path, ...], names: Mapping[str, Any], sections: Mapping[str, Any], language: str, file: str
) -> Callable[..., Any]:
    """A function that says what a text would see: ``ask("documents.intent.date")``, ``ask("it.person", it=quote)``.

    It raises BadText when the expression, which stands in ``file``, is wrong.
    """
    room = environment(roots, language)
    paths = cache(partial(section_paths, sections))

    def ask(expression: str, **more: Any) -> Any:
        token = PATHS.set(paths)
        try:
            with budget():
                value = room.condition(expression)({**names, **more} if more else names)
            if isinstance(value, Undefined):
                value._fail_with_undefined_error()
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            raise BadText(_fault(error, file, {**names, **more})) from error
        finally:
            PATHS.reset(token)
        return value

    return ask


def _fill(room: TextEnvironment, text: str, clauses: Sequence[Clause], names: dict[str, Any]) -> str:
    faults: list[Fault] = []

    def attempt(file: str, work: Callable[[], str], line: int | None = None) -> str:
        try:
            return work()
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            fault = _fault(error, file, names)
            faults.append(fault.at(line=line) if line else fault)
            return ""

    chosen = [c for c in clauses if attempt(c.file, lambda c=c: _holds(room, c, names), c.line)]  # type: ignore[misc]
    names["articles"] = frozenset(c.name for c in chosen)
    bodies = [attempt(c.file, lambda c=c: _written(room, c, names)) for c in chosen]  # type: ignore[misc]
    names["clauses"] = Markup("\n\n".join(bodies))
    filled = attempt(text, lambda: room.get_template(text).render(names))
    if faults:
        raise BadText(*dict.fromkeys(faults))
    return re.sub(r"\n{3,}", "\n\n", filled).strip() + "\n"


def _holds(room: TextEnvironment, clause: Clause, names: Mapping[str, Any]) -> str:
    """``"yes"`` when the clause's condition is true."""
    if not clause.when:
        return "yes"
    return "yes" if room.condition(clause.when)(**names) else ""


def _written(room: TextEnvironment, clause: Clause, names: Mapping[str, Any]) -> str:
    """The clause with its name as the anchor of its heading, so that other clauses can refer to it."""
    body = room.get_template(clause.file).render({**names, **clause.more}).strip()
    anchored, found = re.subn(r"^(## .*?)[ \t]*$", rf"\1 {{#{clause.name}}}", body, count=1, flags=re.MULTILINE)
    if body and not found:
        raise TemplateRuntimeError("an article has a heading of its own: ## Parkeren")
    return anchored


def _fault(error: Exception, file: str, names: Iterable[str]) -> Fault:
    """A Jinja error in the reader's terms: file, line, what, and the nearest known name."""
    if isinstance(error, TemplateNotFound):
        return Fault(f"there is no text '{error.name}'", file=file)
    if isinstance(error, TemplateSyntaxError):
        return Fault(str(error.message), file=_shown(error.filename or file), line=error.lineno)
    place, line = _last_text_frame(error.__traceback__, file)
    if isinstance(error, RecursionError):
        return Fault("this goes on in itself without an end", file=place, line=line, hint=_ENDLESS)
    problem = str(error) or type(error).__name__
    unknown = re.match(r"'(\w+)' is undefined", problem)
    attribute = re.match(r"'(.+?)' has no attribute '(\w+)'", problem)
    if unknown:
        return Fault(f"there is nothing called '{unknown[1]}'", file=place, line=line, hint=did_you_mean(unknown[1], names))
    if attribute:
        return Fault(
            f"there is no field '{attribute[2]}' there", file=place, line=line, hint="handslag fields shows all that there are"
        )
    return Fault(problem, file=place, line=line, hint=getattr(error, "hint", ""))


def _last_text_frame(trace: TracebackType | None, file: str) -> tuple[str, int | None]:
    """File and line of the innermost frame that is a text."""
    place: tuple[str, int | None] = (file, None)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".md"):
            place = (_shown(name), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _shown(path: str) -> str:
    """A text's path as its owner knows it: from the texts folder on."""
    parts = Path(path).parts
    start = max((i for i, part in enumerate(parts) if part in {"agreements", "texts"}), default=len(parts) - 2)
    return "/".join(parts[start:])
