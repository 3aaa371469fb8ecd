"""The door: files of the workspace become checked profiles, and every fault keeps its file, line and column."""

from __future__ import annotations

from generator.load.profiles import Loaded, load_partner, load_school

__all__ = ["Loaded", "load_partner", "load_school"]
