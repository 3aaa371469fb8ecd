"""Timing. In: runners and a number of rounds. Out: the median of each, in seconds.

The runners take turns within every round, so that a busy moment of the machine hits all: read the ratios, not the times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Aim:
    """What a race should show of two runners."""

    runner: str
    against: str
    at_least: float | None = None
    """The other's time divided by handslag's; None: no aim, only told."""

    def told(self, ratio: float) -> str:
        """Whether it is met."""
        return "" if self.at_least is None else met(f"{self.at_least:g} ×", ratio >= self.at_least)


def met(aim: str, is_met: bool) -> str:
    """An aim and what came of it."""
    return f"   aim {aim}: {'met' if is_met else 'NOT MET'}"


@dataclass(frozen=True, slots=True)
class Race:
    """Runners that do the same job."""

    name: str
    runners: Mapping[str, Callable[[], object]]
    aims: tuple[Aim, ...]
    rounds: int
    limits: Mapping[str, float] = field(default_factory=dict)
    """Seconds that a runner should stay under."""


def run(race: Race) -> dict[str, float]:
    """Median seconds of each runner; one round before the first is not counted, so that each runs warm if it can."""
    times: dict[str, list[float]] = {name: [] for name in race.runners}
    for counted in range(-1, race.rounds):
        for name, runner in race.runners.items():
            started = perf_counter()
            runner()
            if counted >= 0:
                times[name].append(perf_counter() - started)
    return {name: median(taken) for name, taken in times.items()}
