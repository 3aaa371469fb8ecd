"""What Jinja says of a tag that it cannot read, or a value that it cannot make, in plain words. In: its message, the tag. Out:
problem and hint.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.errors import did_you_mean

ALL = "handslag fields shows all that there are"
FILTERS = "docs/reference.md has the list of filters"
ARGUMENTS = "look at what stands between its brackets; docs/reference.md shows how each filter is used"
_INSTRUCTIONS = ("if", "elif", "else", "endif", "for", "endfor", "set", "with", "endwith", "macro", "endmacro")
APART = re.compile(r"\{\s+[{%]|[}%]\s+\}")
SPACE = ("there is a space between the two signs of a tag", "write {{ and }}, {% and %}, without a space in it")
_FEW = 12
_LOOK = "look at the commas, quotes and brackets in it"
_ENDS = {"'end of statement block'": "%}", "'end of print statement'": "}}"}
_UNREADABLE: tuple[tuple[str, str, str], ...] = (
    # what Jinja says or the tag has; what is wrong; what to do
    (r"got '=' in ", "one '=' does not compare", "write == for 'is', and != for 'is not'"),
    (r" in else\s+if\b", "there is no {% else if … %}", "write {% elif … %}"),
    (r" in end\w+\s+\S", "what ends something has no more words in it", "write {% endif %}, {% endfor %} and so on"),
    (r"expected token 'in'", "a loop is written with 'in'", "{% for party in parties %}"),
    (r"unexpected '[}\])]'", "a bracket, or the tag itself, is not closed", "count the brackets; {{ ends with }}, {% with %}"),
    (r"Encountered unknown tag 'end(\w+)'", "this ends nothing that was begun", "remove it, or begin it above"),
    (r"Unexpected end of template", "something is begun and not ended", "end each {% if … %} and each {% for … %}"),
)
_UNMADE: tuple[tuple[str, str, str], ...] = (
    # what Python says of a value; what is wrong; what to do
    (r"(takes|missing) .*argument", "this filter is not given what it takes", ARGUMENTS),
    (r"unexpected keyword argument '(\w+)'", r"this filter does not know '\1'", ARGUMENTS),
    (r"has no element (\d+)", r"there is no number \1 in this list, of which the first is 0", "put an {% if … %} around it"),
    (r"division by zero|DivisionByZero|DivisionUndefined", "this divides by nothing", "put an {% if … %} around it"),
    (r"not supported between|unsupported operand|can only concatenate", "these two cannot be taken together", _LOOK),
    (r"object is not (iterable|callable|subscriptable)", "this is not what it is used as", ALL),
)


def near(word: str, choices: Collection[str], else_: str = ALL) -> str:
    """``did you mean 'kvk'?``, or where to look: the list of all names is too long for a hint."""
    found = did_you_mean(word, choices)
    return found if found.startswith("did you") or 0 < len(choices) <= _FEW else else_


def unreadable(message: str, tag: str) -> tuple[str, str]:
    """What is wrong with a tag, of which ``tag`` is the inside; where that is not known, what is wrong in a text."""
    if APART.search(tag):
        return SPACE
    if character := _strange(message, tag):
        return f"there is a character that cannot be in a tag: {character}", "type it again, plainly"
    if unknown := re.search(r"unknown tag '(?!end)(\w+)'", message):
        return f"there is no {{% {unknown[1]} … %}}", near(unknown[1], _INSTRUCTIONS)
    if filter_ := re.search(r"No (filter|test) named '(\w+)'", message):
        return f"there is no {filter_[1]} '{filter_[2]}'", FILTERS
    if found := next((told for pattern, *told in _UNREADABLE if re.search(pattern, f"{message} in {tag}")), None):
        return found[0], found[1]
    return f"this cannot be read: {_small(message)}", _LOOK


def unmade(message: str) -> tuple[str, str]:
    """What is wrong with a value that could not be made; what Jinja says itself where that is plain already."""
    for pattern, problem, hint in _UNMADE:
        if found := re.search(pattern, message):
            return found.expand(problem) if found.groups() else problem, hint
    return message, ""


def _strange(message: str, tag: str) -> str:
    """A character that no keyboard means in a tag, as the en dash of Word."""
    outside = re.sub(r"'[^']*'|\"[^\"]*\"", "", tag)
    return message.split(" at ")[0].split()[-1] if "unexpected char" in message and re.search(r"[^\x00-\x7f]", outside) else ""


def _small(message: str) -> str:
    """Jinja's message, with a small letter to go on in a sentence, and the ends of tags as they are typed."""
    for said, sign in _ENDS.items():
        message = message.replace(said, f"'{sign}'")
    return message[:1].lower() + message[1:].rstrip(".") if message else "it is not whole"
