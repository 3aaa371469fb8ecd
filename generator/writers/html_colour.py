"""Colours made from the school's accent. In: ``#RRGGBB``. Out: ``#RRGGBB``."""

from __future__ import annotations

ENOUGH = 4.5
"""Contrast of text on its background that WCAG AA asks for."""


def readable(accent: str) -> str:
    """The accent, made darker until text in it can be read on white and on its own tint."""
    channels = _channels(accent)
    while _contrast(channels, _channels(tint(accent))) < ENOUGH:
        channels = tuple(channel * 0.95 for channel in channels)
    return _hex(channels)


def tint(accent: str, share: float = 0.08) -> str:
    """The accent at ``share`` (0 to 1) on white: a calm background."""
    return _hex(tuple(255 - (255 - channel) * share for channel in _channels(accent)))


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(channels: tuple[float, ...]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
