"""handslag: documents for a school and its partners, from one validated profile. The version stands here and nowhere else."""

from __future__ import annotations

__version__ = "0.1.0"
