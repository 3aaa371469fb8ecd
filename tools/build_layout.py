"""Makes the package's own Word layouts. In: the tables below, and what differs. Out: ``templates/layouts/*.docx``.

Run once after a change (``python -m tools.build_layout``); the files are in git, and a school may open a copy of it in Word and
change what it likes. Written part by part, because Word's own normal template brings hundreds of styles that nobody here uses.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from generator.writers.layouts import shown
from tools.layout_kinds import LAYOUTS
from tools.layout_numbering import NUMBERING
from tools.layout_pages import pages
from tools.layout_styles import stylesheet
from tools.layout_theme import THEME

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PARTS = (
    ("document", "document.main", ""),
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "fontTable"),
    ("header1", "header", "header"),
    ("header2", "header", "header"),
    ("footer1", "footer", "footer"),
    ("footer2", "footer", "footer"),
)
"""Part name, content type, relation from the document; the last only where page 1 has a footer of its own."""
OTHERS = (("/word/theme/theme1.xml", "officedocument.theme"), ("/docProps/core.xml", "package.core-properties"))

WORD_2013 = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)
"""What Word 2013 and later write, so that no "compatibility mode" shows in the title bar."""
COMPATIBLE = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in WORD_2013
)
SETTINGS = f"""<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>{COMPATIBLE}
</w:compat><w:themeFontLang w:val="nl-NL"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"
w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"
w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""

FONT_TABLE = """<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Calibri">
<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
</w:fonts>"""

CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>handslag</dc:title><dc:creator>handslag</dc:creator>
</cp:coreProperties>"""


def content_types(names: Iterable[str]) -> str:
    """``[Content_Types].xml`` for these of the parts."""
    kinds = {name: kind for name, kind, _ in PARTS}
    overrides = [f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{kinds[name]}+xml"/>' for name in names]
    others = [f'<Override PartName="{name}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>' for name, kind in OTHERS]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides + others)}</Types>'
    )


def relations(rows: list[tuple[str, str]]) -> str:
    """A ``.rels`` part from (type, target)."""
    lines = [f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(rows, 1)]
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(lines)}</Relationships>'
    )


def parts(layout: str) -> dict[str, str]:
    """Every part of a layout's file, in the order it is written."""
    plan = LAYOUTS[layout]
    found = {"styles": stylesheet(plan.styles), "numbering": NUMBERING, "settings": SETTINGS, "fontTable": FONT_TABLE}
    found |= pages(shown(layout), plan.letterhead)
    inner = [(RELATIONS + relation, f"{name}.xml") for name, _, relation in PARTS if relation and name in found]
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    every = {
        "[Content_Types].xml": content_types(found),
        "_rels/.rels": relations([(RELATIONS + "officeDocument", "word/document.xml"), (core, "docProps/core.xml")]),
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": relations([*inner, (RELATIONS + "theme", "theme/theme1.xml")]),
        "word/theme/theme1.xml": THEME,
        **{f"word/{name}.xml": xml for name, xml in found.items()},
    }
    return {name: HEAD + xml.replace("\n", " ").replace("> <", "><") for name, xml in every.items()}


def build(layout: str, folder: Path) -> None:
    """Write a layout; the same tables give the same bytes."""
    with zipfile.ZipFile(folder / f"{layout}.docx", "w") as file:
        for name, xml in parts(layout).items():
            info = zipfile.ZipInfo(name, (2026, 11, 23, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, xml.encode())


if __name__ == "__main__":
    for layout in LAYOUTS:
        build(layout, Path(__file__).resolve().parent.parent / "templates" / "layouts")
