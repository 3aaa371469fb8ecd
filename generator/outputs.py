"""What is made beside documents: reports, print files, labels, e-mails. In: a path and bytes. Out: a file that was stored.

No register knows these files, so a list in the workspace does (``.handslag/outputs``, in the form of ``sha256sum``): the same
command may replace what it made itself, and a report in which somebody took notes is left alone.
"""

from __future__ import annotations

from pathlib import Path

from generator.store import Stored, append, fingerprint, store

LIST = ".handslag/outputs"


class Outputs:
    """The files that were ever made in a workspace, besides its documents."""

    def __init__(self, workspace: Path) -> None:
        self._list = workspace / LIST
        self._known: dict[str, set[str]] = {}
        self.beside: list[Stored] = []
        """What was stored beside a file that was left alone."""
        for line in self._lines():
            sha256, _, path = line.partition("  ")
            self._known.setdefault(path, set()).add(sha256)

    def store(self, path: Path, data: bytes) -> Stored:
        """Store a file, whole; beside one of that name that was edited, or that is somebody else's.

        Raises BadInput when it cannot be written.
        """
        # -- noted first: what is noted and then not stored does no harm, the other way round it would count as edited --
        self._note(path, fingerprint(data))
        stored = store(path.parent, path.name, data, self._ours)
        self._note(stored.path, stored.sha256)
        self.beside += [stored] if stored.kept else []
        return stored

    def _lines(self) -> list[str]:
        try:
            return self._list.read_text("utf-8").splitlines() if self._list.is_file() else []
        except (OSError, UnicodeDecodeError):
            return []  # what is not known to be ours is left alone

    def _ours(self, path: Path) -> set[str]:
        return self._known.get(str(path.resolve()), set())

    def _note(self, path: Path, sha256: str) -> None:
        place = str(path.resolve())
        if sha256 in self._known.setdefault(place, set()):
            return
        self._known[place].add(sha256)
        append(self._list, f"{sha256}  {place}")
