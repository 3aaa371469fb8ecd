"""What is worth knowing of a school's look. In: a school file. Out: findings: colours that are hard to read, empty lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.colour import ENOUGH, contrast, readable
from generator.profile.rules_base import Case, Found
from generator.profile.school import HouseStyle, School

_WHITE = "#FFFFFF"


def colours(case: Case) -> Iterator[Found]:
    """Text in the school's colours can be read by people who see less well: WCAG AA, on white and on the colour's own tint."""
    style = _style(case)
    for name in ("accent", "heading_colour"):
        colour = getattr(style, name)
        if colour and (better := readable(colour)) != colour.upper():
            problem = (
                f"'{colour}' has a contrast of {contrast(colour, _WHITE):.1f} : 1 on white; text needs {ENOUGH} : 1 (WCAG AA)"
            )
            yield f"house_style.{name}", problem, f"text in it is printed in {better}, which passes; or choose another colour"


def letterhead(case: Case) -> Iterator[Found]:
    """A line that the letterhead asks for has something to say."""
    for number, line in enumerate(_style(case).letterhead):
        field = _fields(case.school).get(line.value)
        if field and not field[1]:
            yield (
                f"house_style.letterhead.{number}",
                f"'{line}' is left out: {field[0]} is not filled in",
                f"fill in {field[0]}",
            )


def _fields(school: School | None) -> dict[str, tuple[str, object]]:
    """Line of the letterhead to the field it comes from, and what stands there."""
    if school is None:
        return {}
    own, board = school.school, school.board
    return {
        "board": ("board.legal_name", board.legal_name),
        "visit": ("school.visit", own.visit),
        "post": ("school.post", own.post or own.visit),
        "phone": ("school.phone", own.phone),
        "email": ("school.email", own.email),
        "website": ("school.website", own.website),
        "kvk": ("board.ids.kvk", board.ids.kvk),
        "brin": ("school.ids.brin", own.ids.brin),
    }


def _style(case: Case) -> HouseStyle:
    return (case.school and case.school.house_style) or _NONE


_NONE = HouseStyle()
