"""Where the package's own texts, layouts and examples are. In: a name. Out: a folder that can be read.

In a checkout they stand at the top (``agreements/``), where those who write them look; the wheel carries them in the package
(``generator/data/agreements/``). Everything else in the house asks here and never knows the difference.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import OurFault

HERE = Path(__file__).resolve().parent
ROOTS = (HERE / "data", HERE.parent)
"""The wheel's place first: beside an installed package, a folder named ``templates`` may be anybody's."""


def resource(name: str) -> Path:
    """The folder ``agreements``, ``templates`` or ``examples``; raises OurFault when the installation lacks it."""
    for root in ROOTS:
        if (root / name).is_dir():
            return root / name
    raise OurFault(f"the folder '{name}' is missing from the installation in {HERE}; install handslag again")
