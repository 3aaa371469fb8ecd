"""Choosing partners. In: what was read, and conditions (``kind=company``). Out: the same with fewer partners.

A field is named by its dotted path in the profile, or by its last name: ``kind``, ``language``, ``phase``, ``place``. Text is
compared without capitals; in a list, one item is enough; nothing behind the ``=`` means that it is not filled in. Conditions on
one field widen the choice (``kind=company`` and ``kind=institution``: either), those on different fields narrow it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.errors import Fault, WrongUsage, did_you_mean
from generator.missing import section_at
from generator.profile import Profile
from generator.workspace import Contents

LOOKED_IN = (("",), ("partner",), ("relationship",), ("partner.visit", "partner.post"), ("partner.ids",), ("cooperation",))
"""Where a field is looked for by its last name: the first of these that has it."""
SHOWN = 12
"""Values that are named when none was meant."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A field and the values that are asked for."""

    name: str
    """The field as it was given."""
    paths: tuple[str, ...]
    values: tuple[str, ...]

    def holds(self, profile: Profile) -> bool:
        """Whether a partner is meant."""
        own = [_plain(value) for value in self.of(profile)] or [""]
        return any(_plain(value) in own for value in self.values)

    def of(self, profile: Profile) -> Iterator[str]:
        """What a partner has in the field."""
        for path in self.paths:
            yield from _texts(profile, path.split("."))


def chosen(contents: Contents, given: Sequence[str]) -> Contents:
    """The partners that meet all conditions, ``field=value`` each; a partner that cannot be read stays, to be told.

    Raises WrongUsage for a field that there is not, and for a value that no partner has.
    """
    wanted = conditions(given)
    for condition in wanted:
        _check(condition, contents)
    partners = tuple(one for one in contents.partners if all(condition.holds(one) for condition in wanted))
    names = {one.id for one in contents.partners} - {one.id for one in partners}
    ids = {_plain(value) for condition in wanted if condition.paths == ("id",) for value in condition.values}
    files = {id_: file for id_, file in contents.files.items() if id_ not in names and (not ids or _plain(id_) in ids)}
    if contents.files and not files:
        raise WrongUsage(Fault(f"no partner has {' and '.join(given)} at once", hint="leave one of them out"))
    return replace(contents, partners=partners, files=files)


def conditions(given: Iterable[str]) -> tuple[Condition, ...]:
    """The conditions, one for each field. Raises WrongUsage for all that cannot be understood."""
    found: dict[str, list[str]] = {}
    faults: list[Fault] = []
    for text in given:
        name, _, value = text.partition("=")
        fault = _wrong(name.strip()) if name.strip() and "=" in text else _unwritten(text)
        if fault:
            faults.append(fault)
        else:
            found.setdefault(name.strip(), []).append(value)
    if faults:
        raise WrongUsage(*faults)
    return tuple(Condition(name, paths_of(name), tuple(values)) for name, values in found.items())


def paths_of(name: str) -> tuple[str, ...]:
    """The dotted paths that a name stands for; none when there is no such field."""
    for sections in LOOKED_IN:
        paths = (f"{section}.{name}".lstrip(".") for section in sections)
        if found := tuple(path for path in paths if _is_field(path)):
            return found
    return ()


# --- parts -------------------------------------------------------------------------------------------------------------------


def _is_field(path: str) -> bool:
    """Whether the profile has a field there that holds a value, not a section."""
    section, _, name = path.rpartition(".")
    return name in _fields(section) and section_at(Profile, path) is None


def _fields(section: str) -> tuple[str, ...]:
    """The names of what a section has; nothing when there is no such section."""
    model = section_at(Profile, section) if section else Profile
    return tuple(name for name in model.model_fields if name != "schema_") if model else ()


def _unwritten(text: str) -> Fault:
    """What is told of a condition without a field, or without a value."""
    missing = "there is no '='" if "=" not in text else "there is no field before the '='"
    return Fault(f"--where '{text}': {missing}", hint="write it as kind=company")


def _wrong(name: str) -> Fault | None:
    """What is wrong with a field's name."""
    if paths_of(name):
        return None
    section, _, last = name.rpartition(".")
    names = _fields(name)
    if names:
        return Fault(
            f"--where: '{name}' is a section, not a field", hint=f"choose from: {', '.join(f'{name}.{n}' for n in names)}"
        )
    known = _fields(section) if section else [n for sections in LOOKED_IN for s in sections for n in _fields(s) if paths_of(n)]
    return Fault(f"--where: a profile has no field '{name}'", hint=did_you_mean(last, known))


def _check(condition: Condition, contents: Contents) -> None:
    """Refuse values that no partner has, with those that there are."""
    there = Counter(value for one in contents.partners for value in condition.of(one))
    if condition.paths == ("id",):
        there.update(list(contents.files))
    known = {_plain(value) for value in there}
    wrong = [value for value in condition.values if value.strip() and _plain(value) not in known]
    if wrong and contents.files:
        raise WrongUsage(*(Fault(f"no partner has {condition.name}={value}", hint=_near(value, there)) for value in wrong))


def _near(value: str, there: Counter[str]) -> str:
    """The value that was meant, else those that most partners have."""
    if not there:
        return "no partner has it filled in"
    hint = did_you_mean(value, there)
    if hint.startswith("choose") and len(there) > SHOWN:
        return f"choose from: {', '.join(word for word, _ in there.most_common(SHOWN))} and {len(there) - SHOWN} more"
    return hint


def _texts(value: object, path: list[str]) -> Iterator[str]:
    """The values at a path as text; of every item of a list."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item, path)
    elif value is not None and path:
        yield from _texts(getattr(value, path[0]), path[1:])
    elif value is not None:
        yield ("true" if value else "false") if isinstance(value, bool) else str(value)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
