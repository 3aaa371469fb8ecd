"""What a text may cost. In: a Jinja sandbox. Out: the same, which stops in time with a sentence.

A text or a Word document from elsewhere may loop for ever, or ask for a string of a thousand million characters. Whatever grows
or repeats is paid for beforehand, from a budget that each document gets anew: one number to count down, no clock and no second
process, so that the same text fails at the same place on every machine. An agreement of ours costs 2,000 steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, str_join
from jinja2.sandbox import SandboxedEnvironment

STEPS = 500_000
"""What one document may cost: a step is a turn of a loop, a call, or some letters that are copied."""
SIZE = 300_000
"""Characters that a text may become, and that a value in it may have; an agreement has some 21,000."""
LONGEST = 10_000
"""Items in a list that a text makes."""
DIGITS = 300
"""Figures of a whole number that a text works out."""
_LETTERS = 64
"""Characters that are copied in a step."""
_CALL = 5
"""The price of a call, beside its values: a macro takes as long as five turns of a loop."""
_LEFT: ContextVar[list[int]] = ContextVar("_LEFT")
"""What is left of the budget, in a list of one, so that it is counted down in place."""


class TooMuch(SecurityError):
    """A text asks more than a document can need."""

    hint = "look for a loop in a loop, a macro that calls itself, or a value that grows each time"


@contextmanager
def budget(steps: int = STEPS) -> Iterator[None]:
    """Within it, a text may cost this much; nothing of a limited environment can be run outside one."""
    token = _LEFT.set([steps])
    try:
        yield
    finally:
        _LEFT.reset(token)


def spend(steps: int) -> None:
    """Pay for work that is about to be done. Raises TooMuch when there is not enough left."""
    left = _LEFT.get()
    left[0] -= steps
    if left[0] < 0:
        raise TooMuch("this asks more work than a document can need")


def spent(steps: int = STEPS) -> int:
    """What was paid since the budget was opened."""
    return steps - _LEFT.get()[0]


def counted(call: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or function that is paid for by what it is given: the longest it could make of that, whatever it is."""

    @wraps(call)
    def paid(*given: Any, **options: Any) -> Any:
        spend(_cost(given, options))
        return call(*given, **options)

    return paid


class LimitedCompiler(CodeGenerator):
    """Compiles a template so that its loops, joins and lists are paid for."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._looped: set[int] = set()

    def visit_For(self, node: nodes.For, frame: Any) -> None:  # the name is Jinja's
        """A loop pays for all of its turns before the first."""
        self._looped.add(id(node.iter))
        super().visit_For(node, frame)

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Any part of a template; what a loop goes through by way of :meth:`~LimitedEnvironment.turns`."""
        if id(node) not in self._looped:
            return super().visit(node, *args, **kwargs)
        self._looped.remove(id(node))
        self.write("environment.turns(")
        super().visit(node, *args, **kwargs)
        return self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # the name is Jinja's
        """``a ~ b`` as the environment's :meth:`~LimitedEnvironment.glue`."""
        self.write("environment.glue(")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def visit_List(self, node: nodes.List, frame: Any) -> None:  # the name is Jinja's
        """A list pays for what is in it, however deep: lists of lists of lists double unseen."""
        self._weighed(node, super().visit_List, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Any) -> None:  # the name is Jinja's
        """The same for ``(a, b)``; not where it takes values in."""
        if node.ctx == "load":
            self._weighed(node, super().visit_Tuple, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Any) -> None:  # the name is Jinja's
        """The same for ``{a: b}``."""
        self._weighed(node, super().visit_Dict, frame)

    def _weighed(self, node: Any, visit: Callable[[Any, Any], None], frame: Any) -> None:
        if all(isinstance(part, nodes.Const) for part in node.iter_child_nodes()):
            return visit(node, frame)
        self.write("environment.weighed(")
        visit(node, frame)
        return self.write(")")


class LimitedEnvironment(SandboxedEnvironment):
    """Jinja's sandbox, in which nothing is for ever and nothing is endless. Its templates run within a :func:`budget`."""

    code_generator_class = LimitedCompiler
    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters = {name: counted(call) for name, call in self.filters.items() if name != "format"}
        self.globals = {"namespace": self.globals["namespace"], "range": _range}

    # -- what compiled templates call --

    def turns(self, items: Any) -> Any:
        """What a loop goes through, paid for; without a length, it is made a list, since who knows how long it is."""
        if not isinstance(items, Sized):
            items = list(items)
        spend(1 + len(items))
        return items

    def weighed(self, value: Any) -> Any:
        """A new list, tuple or mapping, with all that is in it paid for."""
        spend(1 + len(value))
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, list | tuple | dict):
                self.weighed(inner)
        return value

    def glue(self, *parts: Any) -> Any:
        """Parts joined to a text."""
        return self.sized(str_join(parts))

    def sized(self, text: str) -> str:
        """A text that was made, paid for by its length."""
        if len(text) > SIZE:
            raise TooMuch(f"this becomes longer than {SIZE:,} characters")
        spend(1 + len(text) // _LETTERS)
        return text

    def concat(self, parts: Iterable[str]) -> str:
        """The parts of a template or macro in one; stops before they are too long."""
        listed: list[str] = []
        length = 0
        for part in parts:
            listed.append(part)
            length += len(part)
            if length > SIZE:
                raise TooMuch(f"this becomes longer than {SIZE:,} characters")
        spend(1 + length // _LETTERS)
        return "".join(listed)

    # -- what Jinja itself asks --

    def call(_self, _context: Any, _called: Any, /, *given: Any, **options: Any) -> Any:
        """A macro, a function, a loop in itself, or a method of a text, which is given that text as well."""
        spend(_CALL + _cost((getattr(_called, "__self__", None), *given), options))
        if isinstance(_called, LoopContext):
            given = tuple(_self.turns(items) for items in given)
        return super().call(_context, _called, *given, **options)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:
        """A template, or one that it includes."""
        spend(_CALL)
        return super().get_template(name, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of Python, nor ``format``, which makes any length of a few letters."""
        return not (isinstance(obj, str) and attr.startswith("format")) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums and products, refused when they would be endless."""
        if isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple):
            _check_lengths(operator, left, right)
        elif operator in {"*", "**"} and isinstance(left, int) and isinstance(right, int):
            _check_figures(operator, left, right)
        spend(1)
        return super().call_binop(context, operator, left, right)

    def _compile(self, source: str, filename: str) -> Any:
        """Python's own complaint about blocks in blocks in blocks, as one about the text."""
        try:
            return super()._compile(source, filename)
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise TemplateSyntaxError("too many blocks stand in each other", 1, filename=filename) from error


def _range(*given: int) -> range:
    """``range(5)``, of a length that a text can need."""
    numbers = range(*given)
    if len(numbers) > LONGEST:
        raise TooMuch(f"range() goes to {LONGEST:,} at most")
    return numbers


def _check_lengths(operator: str, left: Any, right: Any) -> None:
    """Joining, or repeating, of texts and lists."""
    if operator in {"%", "**"}:
        raise SecurityError(f"'{operator}' does not work on text")
    length = _weight(left) + _weight(right) if operator == "+" else _weight(left) * _weight(right)
    limit = SIZE if isinstance(left, str) or isinstance(right, str) else LONGEST
    if length > limit:
        raise TooMuch(f"this becomes longer than {limit:,}")
    spend(length // (_LETTERS if limit == SIZE else 1))


def _check_figures(operator: str, left: int, right: int) -> None:
    """Products and powers of whole numbers."""
    bits = left.bit_length() + right.bit_length() if operator == "*" else left.bit_length() * max(right, 0)
    if bits > DIGITS * 4:
        raise TooMuch("this number becomes too large")


def _cost(given: tuple[Any, ...], options: dict[str, Any]) -> int:
    """The steps of a call: every letter of one value may be replaced by all of another, or be repeated a number of times."""
    product = 1
    for value in (*given, *options.values()) if options else given:
        product *= _weight(value) or 1
    return 1 + product // _LETTERS


_LONG = (str, list, tuple, range, dict)


def _weight(value: Any) -> int:
    if isinstance(value, _LONG):
        return len(value)
    return abs(value) if isinstance(value, int) else 1
