"""Fill: text + profile -> Markdown. In: a text, its clauses, the names they may use. Out: a plain string.

Jinja, sandboxed and strict. Every value is escaped on its way out, so that data can never act as Markdown; a value that
is still empty becomes a blank with its field's own name; an unknown name is an error with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from pydantic import BaseModel

from generator.errors import BadText, Fault, did_you_mean
from generator.kinds import Clause
from generator.missing import Missing, missing_field, missing_value, own_name, section_paths
from generator.wording import filters as wording_filters

_BUILT_IN = (
    "first",
    "last",
    "length",
    "list",
    "map",
    "select",
    "selectattr",
    "reject",
    "rejectattr",
    "sort",
    "unique",
    "sum",
    "max",
    "min",
)
"""Jinja's own filters that a text may use; the others escape HTML, which this is not."""
_PATHS: ContextVar[Callable[[], Mapping[int, str]]] = ContextVar("_PATHS")
"""Where each section of the profile at hand stands, by identity; asked only when there is a blank."""
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)?---\n", re.DOTALL)
_ACTIVE = set("*_`[]<>&~{}#!")


class _Escapes(dict[int, str]):
    """Character to what stands for it; looked up once for each character there is."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _ACTIVE:
            self[code] = "\\" + character
        elif character in "\\|" or (character.isspace() and character not in _EDGES):
            self[code] = f"&#{code};"  # could act, or be stripped, even behind a backslash
        else:
            self[code] = character
        return self[code]


_ESCAPES = _Escapes()
_STARTING = set("-+=:.)")
"""Characters that act at the start of a line, or behind a number that starts one."""
_EDGES = " \u00a0"
"""Spaces that are plain inside a value, but would be stripped at its ends."""


def escape(value: str) -> Markup:
    r"""The Markdown that shows exactly ``value``: no character acts, a line end in it is a line break.

    >>> str(escape("*1* a|b"))
    '\\*1\\* a&#124;b'
    """
    if not value:
        return Markup("")
    body = value.translate(_ESCAPES)
    if value[0] in _STARTING:
        body = "\\" + body
    elif number := re.match(r"\d{1,9}(?=[.)]|\Z)", value):
        body = f"{value[: number.end() - 1]}&#{ord(value[number.end() - 1])};{body[number.end() :]}"
    if value[-1] in _EDGES:
        body = f"{body[:-1]}&#{ord(value[-1])};"
    return Markup(f"&#{ord(value[0])};{body[1:]}" if value[0] in _EDGES and len(value) > 1 else body)


class _Compiler(CodeGenerator):
    """Compiles a text so that every value goes through our escape and never through that of HTML."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Any, finalize: Any) -> str:
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            return node.value  # the writer's own words, as if they stood in the text
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # the name is Jinja's
        """``a ~ b`` as :func:`glue`."""
        self.write("environment.glue(")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")


class TextEnvironment(SandboxedEnvironment):
    """Jinja as texts see it: fields of the profile and ours, our filters, nothing of Python."""

    code_generator_class = _Compiler
    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def __init__(self, roots: tuple[Path, ...], language: str) -> None:
        super().__init__(
            loader=_TextLoader(roots),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.language = language
        self.filters = {
            **{name: self.filters[name] for name in _BUILT_IN},
            **{name: _passing_missing(call) for name, call in wording_filters(language).items()},
            "blank": _blank,
        }
        self._label: Callable[[Any], str] = self.filters["label"]
        self.condition = lru_cache(maxsize=512)(partial(self.compile_expression, undefined_to_none=False))
        self.globals = {"namespace": self.globals["namespace"], "range": self.globals["range"]}

    def glue(self, *parts: Any) -> Any:
        """Parts joined: plain when all of it is plain, else Markdown with the plain parts escaped."""
        if any(isinstance(part, Markup | Missing) for part in parts):
            return Markup("").join(self._printed(part) for part in parts)
        return "".join(str(part) for part in parts)

    def _printed(self, value: Any) -> Markup:
        """What ``{{ value }}`` becomes; a code of the profile (``keuzevak_op_mbo``) becomes its word."""
        return _finalize(self._label(value) if isinstance(value, Enum) else value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of the profile; an empty one comes back as a :class:`Missing` that knows its own label."""
        if isinstance(obj, Missing):
            found = obj.field(attribute, self.language)
            return self.undefined(obj=obj, name=attribute) if found is None else found
        attribute = own_name(cast("Any", type(obj)), attribute)
        if not self.is_safe_attribute(obj, attribute, None):
            return self.undefined(obj=obj, name=attribute)
        return self._present(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list or mapping."""
        if isinstance(obj, Missing):
            return obj
        value = super().getitem(obj, argument)
        return self._present(obj, str(argument), value)

    def _present(self, obj: Any, attribute: str, value: Any) -> Any:
        if value is not None:
            return value
        if isinstance(obj, BaseModel):
            return missing_field(type(obj), attribute, _PATHS.get()().get(id(obj), ""), self.language)
        return missing_value(attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only data: declared fields and properties, items of a mapping; no method of a string, a list or a model."""
        return _is_data(cast("Any", type(obj)), attr)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """``+`` glues text without losing what is Markdown already; ``%`` and powers of text are refused."""
        if isinstance(left, str) or isinstance(right, str):
            if operator == "+":
                return self.glue(left, right)
            raise SecurityError(f"'{operator}' does not work on text")
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=4096)
def _is_data(kind: type, name: str) -> bool:
    """Whether ``name`` is data of such an object, and not a way into Python."""
    if name.startswith("_"):
        return False
    if issubclass(kind, BaseModel):
        return name in kind.model_fields or isinstance(getattr(kind, name, None), property)
    if is_dataclass(kind):
        return name in {field.name for field in fields(kind)} or isinstance(getattr(kind, name, None), property)
    if issubclass(kind, Mapping):
        return name in {"items", "keys", "values"}
    if issubclass(kind, date | time):
        return name in {"year", "month", "day", "hour", "minute"}
    return kind.__module__.startswith("jinja2.")


def _finalize(value: Any) -> Markup:
    """What ``{{ value }}`` becomes. Only text and whole numbers print by themselves; the rest must say how."""
    match value:
        case Markup():
            return value
        case Missing():
            return Markup(f"[{escape(value.label)}](blank:{value.path})")
        case str():
            return escape(value)
        case StrictUndefined():
            return escape(str(value))
        case bool() | None:
            raise UndefinedError(f"'{value}' cannot be printed: use it in a condition")
        case int():
            return Markup(value)
        case Decimal() | float():
            raise UndefinedError(f"the amount {value} needs a filter: '| money' or '| number'")
        case date() | time():
            raise UndefinedError(f"{value} needs a filter: '| date', '| clock' …")
        case _:
            raise UndefinedError(
                f"{type(value).__name__.lower()} cannot be printed: take one of its fields, or use '| conjunction'"
            )


def _blank(value: Any, label: str, path: str = "") -> Any:
    """Filter: a blank with this label where the value is empty."""
    return (
        Missing(str(label), path or getattr(value, "path", ""))
        if value is None or value == "" or isinstance(value, Missing)
        else value
    )


def _passing_missing(call: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of a value that is still empty gives a blank."""

    def passing(value: Any, *arguments: Any, **options: Any) -> Any:
        given = (value, *arguments)
        blank = next((item for item in given if isinstance(item, Missing)), None)
        if blank is not None:
            return blank
        return call(_spelled(value), *arguments, **options)

    return passing


def _spelled(value: Any) -> Any:
    return list(value) if isinstance(value, Iterator) else value


class _TextLoader(BaseLoader):
    """Texts from the text folders, the school's own first. Front matter becomes as many empty lines, so that line
    numbers hold.
    """

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self._roots = roots

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = find_text(self._roots, template)
        if path is None:
            raise TemplateNotFound(template)
        body = path.read_text(encoding="utf-8")
        found = _FRONT_MATTER.match(body)
        if found:
            body = "{#" + "\n" * found[0].count("\n") + "#}" + body[found.end() :]
        return body, str(path), lambda: True


def find_text(roots: Sequence[Path], name: str) -> Path | None:
    """The file of a text, in the first folder that has it; a name can never lead out of the folders."""
    if Path(name).is_absolute() or ".." in Path(name).parts:
        return None
    return next((root / name for root in roots if (root / name).is_file()), None)


@lru_cache(maxsize=8)
def environment(roots: tuple[Path, ...], language: str) -> TextEnvironment:
    """The Jinja environment of these text folders in this language; compiled texts are kept in it."""
    return TextEnvironment(roots, language)


def fill(
    roots: tuple[Path, ...],
    text: str,
    clauses: Sequence[Clause],
    names: Mapping[str, Any],
    sections: Mapping[str, Any],
    language: str,
) -> str:
    """The Markdown of a whole document.

    ``text`` is the main text's file below one of ``roots``; ``names`` is what it may use; ``sections`` are those of
    them that are parts of the profile: a blank tells its place in them. Raises BadText with every fault of every clause.
    """
    room = environment(roots, language)
    token = _PATHS.set(cache(partial(section_paths, sections)))
    try:
        return _fill(room, text, clauses, dict(names))
    finally:
        _PATHS.reset(token)


def _fill(room: TextEnvironment, text: str, clauses: Sequence[Clause], names: dict[str, Any]) -> str:
    faults: list[Fault] = []

    def attempt(name: str, file: str, work: Callable[[], str]) -> str:
        try:
            return work()
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            faults.append(_fault(error, file, names))
            return ""

    chosen = [c for c in clauses if attempt(c.name, c.file, lambda c=c: _holds(room, c, names))]  # type: ignore[misc]
    names["articles"] = frozenset(c.name for c in chosen)
    bodies = [attempt(c.name, c.file, lambda c=c: _anchored(room.get_template(c.file).render(names), c.name)) for c in chosen]  # type: ignore[misc]
    names["clauses"] = Markup("\n\n".join(bodies))
    filled = attempt(text, text, lambda: room.get_template(text).render(names))
    if faults:
        raise BadText(*dict.fromkeys(faults))
    return re.sub(r"\n{3,}", "\n\n", filled).strip() + "\n"


def _holds(room: TextEnvironment, clause: Clause, names: Mapping[str, Any]) -> str:
    """``"yes"`` when the clause's condition is true."""
    if not clause.when:
        return "yes"
    return "yes" if room.condition(clause.when)(**names) else ""


def _anchored(body: str, name: str) -> str:
    """The clause with its name as the anchor of its heading, so that other clauses can refer to it."""
    return re.sub(r"^(## .*?)[ \t]*$", rf"\1 {{#{name}}}", body.strip(), count=1, flags=re.MULTILINE)


def _fault(error: Exception, file: str, names: Iterable[str]) -> Fault:
    """A Jinja error in the reader's terms: file, line, what, and the nearest known name."""
    if isinstance(error, TemplateNotFound):
        return Fault(f"there is no text '{error.name}'", file=file)
    if isinstance(error, TemplateSyntaxError):
        return Fault(str(error.message), file=_shown(error.filename or file), line=error.lineno)
    place, line = _last_text_frame(error.__traceback__, file)
    problem = str(error) or type(error).__name__
    unknown = re.match(r"'(\w+)' is undefined", problem)
    attribute = re.match(r"'(.+?)' has no attribute '(\w+)'", problem)
    if unknown:
        return Fault(f"there is nothing called '{unknown[1]}'", file=place, line=line, hint=did_you_mean(unknown[1], names))
    if attribute:
        return Fault(
            f"there is no field '{attribute[2]}' there", file=place, line=line, hint="see the profile's schema for its fields"
        )
    return Fault(problem, file=place, line=line)


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
