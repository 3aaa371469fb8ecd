"""Jinja as texts see it: data of the profile, our filters, nothing of Python. In: folders, a language. Out: an environment.

Every value is escaped on its way out; an empty field becomes a blank that knows its own name; ``+`` and ``~`` join without
losing what is Markdown already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from markupsafe import Markup
from pydantic import BaseModel

from generator.escape import escape
from generator.limits import LimitedCompiler, LimitedEnvironment, counted
from generator.missing import Missing, missing_field, missing_value, own_name
from generator.shelf import body_of, find_text, read_text
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
PATHS: ContextVar[Callable[[], Mapping[int, str]]] = ContextVar("PATHS")
"""Where each section of the profile at hand stands, by identity; asked only when there is a blank."""


class TextCompiler(LimitedCompiler):
    """Compiles a text so that every value goes through our escape and never through that of HTML."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Any, finalize: Any) -> str:
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            return node.value  # the writer's own words, as if they stood in the text
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class TextEnvironment(LimitedEnvironment):
    """Jinja as texts see it: fields of the profile and ours, our filters, nothing of Python."""

    code_generator_class: type[LimitedCompiler] = TextCompiler

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
        ours = {name: _passing_missing(call) for name, call in wording_filters(language).items()} | {"blank": _blank}
        self.filters = {name: self.filters[name] for name in _BUILT_IN} | {name: counted(call) for name, call in ours.items()}
        self._label: Callable[[Any], str] = ours["label"]
        self.condition = lru_cache(maxsize=512)(partial(self.compile_expression, undefined_to_none=False))

    def glue(self, *parts: Any) -> Any:
        """Parts joined: plain when all of it is plain, else Markdown with the plain parts escaped."""
        if any(isinstance(part, Markup | Missing) for part in parts):
            return self.sized(Markup("").join(self._printed(part) for part in parts))
        return super().glue(*parts)

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
        try:
            return self._present(obj, attribute, getattr(obj, attribute))
        except AttributeError:
            return super().getattr(obj, attribute)

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
            return missing_field(type(obj), attribute, PATHS.get()().get(id(obj), ""), self.language)
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
        return name in kind.model_fields or name in getattr(kind, "also", ()) or isinstance(getattr(kind, name, None), property)
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
        return body_of(read_text(path, template)), str(path), lambda: True


@lru_cache(maxsize=8)
def environment(roots: tuple[Path, ...], language: str) -> TextEnvironment:
    """The Jinja environment of these text folders in this language; compiled texts are kept in it."""
    return TextEnvironment(roots, language)
