"""Members packed into a zip file. In: names and bytes, a day. Out: the bytes of the file, the same for the same members.

Python's own zip writer compresses every member each time, and that is most of what writing a letter takes; here a member that
is the same in every document is compressed once. Reading is left to Python's own, which has no part in this: what is written
here is read back with it. The form is that of PKWARE's APPNOTE, 4.3: local headers and data, then the directory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from struct import pack

_LEVEL = 6
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8
_LOCAL, _ENTRY, _END = 0x04034B50, 0x02014B50, 0x06054B50


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the zip."""

    name: bytes
    crc: int
    size: int
    """Of what is in it, in bytes."""
    packed: bytes


def member(name: str, data: bytes) -> Member:
    """A file, compressed."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name.encode(), zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


kept_member = lru_cache(maxsize=512)(member)
"""The same, remembered: for what stands in many documents."""


def packed(members: Iterable[Member], day: date) -> bytes:
    """The zip file; every member has the first moment of this day (not before 1980, which zip does not know)."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    when = (max(day.year, 1980) - 1980) << 25 | day.month << 21 | day.day << 16
    for one in members:
        known = pack("<HHIIIIHH", _UTF8, _DEFLATED, when, one.crc, len(one.packed), one.size, len(one.name), 0)
        body += [pack("<IH", _LOCAL, _VERSION), known, one.name, one.packed]
        directory += [pack("<IHH", _ENTRY, _VERSION, _VERSION), known, pack("<HHHII", 0, 0, 0, 0, offset), one.name]
        offset += 30 + len(one.name) + len(one.packed)
    listed, count = b"".join(directory), len(directory) // 4
    return b"".join([*body, listed, pack("<IHHHHIIH", _END, 0, 0, count, count, len(listed), offset, 0)])
