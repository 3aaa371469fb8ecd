"""Colours made from the school's accent. In: ``#RRGGBB``. Out: ``#RRGGBB``."""

from __future__ import annotations

ENOUGH = 4.5
"""Contrast of text on its background that WCAG AA asks for."""


def readable(accent: str) -> str:
    """The accent, made darker until text in it can be read on white and on its own tint."""
    colour = accent.upper()
    while contrast(colour, tint(accent)) < ENOUGH:
        colour = _hex(tuple(channel * 0.95 for channel in _channels(colour)))
    return colour


def tint(accent: str, share: float = 0.08) -> str:
    """The accent at ``share`` (0 to 1) on white: a calm background."""
    return _hex(tuple(255 - (255 - channel) * share for channel in _channels(accent)))


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 (the same) to 21 (black on white), as WCAG 2 counts."""
    dark, light = sorted((_luminance(_channels(one)), _luminance(_channels(other))))
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)


def _luminance(channels: tuple[float, ...]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
