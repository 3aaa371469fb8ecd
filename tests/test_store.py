"""Storing: whole or not at all, and nobody's work is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Container
from pathlib import Path

import pytest

from generator.errors import BadInput
from generator.store import file_name, fingerprint, store, write_new


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    stored = store(tmp_path / "a/b", "x.docx", b"one")
    assert stored.path.read_bytes() == b"one"
    assert names(tmp_path / "a/b") == ["x.docx"]


def made(*texts: bytes) -> Callable[[Path], Container[str]]:
    """What the register would know: these were made, wherever it was."""
    return lambda _: {fingerprint(text) for text in texts}


def test_our_own_unedited_file_is_replaced(tmp_path: Path) -> None:
    store(tmp_path, "x.docx", b"one")
    assert store(tmp_path, "x.docx", b"two", made(b"one")).path == tmp_path / "x.docx"
    assert (tmp_path / "x.docx").read_bytes() == b"two"
    assert names(tmp_path) == ["x.docx"]


def test_an_edited_file_is_left_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    store(tmp_path, "x.docx", b"one")
    (tmp_path / "x.docx").write_bytes(b"edited")
    stored = store(tmp_path, "x.docx", b"two", made(b"one"))
    assert (stored.path.name, stored.kept) == ("x-2.docx", tmp_path / "x.docx")
    assert (tmp_path / "x.docx").read_bytes() == b"edited"
    assert store(tmp_path, "x.docx", b"three", made(b"one", b"two")).path.name == "x-2.docx"
    (tmp_path / "x-2.docx").write_bytes(b"edited too")
    assert store(tmp_path, "x.docx", b"four", made(b"one", b"two", b"three")).path.name == "x-3.docx"


def test_a_file_of_somebody_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"theirs")
    assert store(tmp_path, "x.docx", b"ours").path.name == "x-2.docx"
    assert (tmp_path / "x.docx").read_bytes() == b"theirs"


def test_force_replaces_an_edited_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"edited")
    stored = store(tmp_path, "x.docx", b"ours", force=True)
    assert (stored.path.name, stored.kept, (tmp_path / "x.docx").read_bytes()) == ("x.docx", None, b"ours")


def test_the_same_again_touches_nothing(tmp_path: Path) -> None:
    store(tmp_path, "x.docx", b"one")
    before = (tmp_path / "x.docx").stat().st_mtime_ns
    store(tmp_path, "x.docx", b"one")
    assert (tmp_path / "x.docx").stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file", encoding="utf-8")
    with pytest.raises(BadInput, match=r"cannot write .*x\.docx"):
        store(tmp_path / "made", "x.docx", b"one")


def test_a_full_disk_leaves_the_old_file_whole_and_no_scraps(tmp_path: Path) -> None:
    """A file-size limit stands in for the full disk: the write fails half-way, as it would there."""
    store(tmp_path, "x.docx", b"old")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from generator.store import store; from generator.errors import BadInput\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: store(Path(sys.argv[1]), 'x.docx', b'n' * 5000)\n"
        "except BadInput as error: print(error.faults[0].problem)\n"
    )
    root = Path(__file__).parent.parent
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert ran.stdout.startswith("cannot write")
    assert (tmp_path / "x.docx").read_bytes() == b"old"
    assert names(tmp_path) == ["x.docx"]


def test_write_new_never_overwrites(tmp_path: Path) -> None:
    assert write_new(tmp_path / "school.yaml", "one")
    assert not write_new(tmp_path / "school.yaml", "two")
    assert (tmp_path / "school.yaml").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("Samenwerkingsovereenkomst", "van-t-veld", "concept"), "samenwerkingsovereenkomst-van-t-veld-concept.docx"),
        (("../../x", "/y"), "x-y.docx"),
        (("con",), "x-con.docx"),
        (("Financiële afspraken", "café"), "financiele-afspraken-cafe.docx"),
        (("\u202e:*?",), "document.docx"),
        (("a" * 400,), "a" * 150 + ".docx"),
    ],
)
def test_names_are_safe_on_every_system(parts: tuple[str, ...], wanted: str) -> None:
    assert file_name(*parts, suffix="docx") == wanted
