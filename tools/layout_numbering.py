"""The numbering of the Word layouts: articles, members and points in one list, each other kind in its own. Out: ``NUMBERING``.

A list is bound to its paragraph style (``w:pStyle``): whoever gives a paragraph the style "Member" gets the next number.
"""

from __future__ import annotations

MM = 56.693
"""Twips in a millimetre."""
ACCENT = '<w:b/><w:color w:val="1B5E6F" w:themeColor="accent4"/>'
MUTED = '<w:color w:val="52606D" w:themeColor="text2"/>'
STEPS = (7, 14, 18, 25, 32, 39, 46, 53, 60)
"""Where the text of a free list begins, per level, in mm: 7 under the margin, 18 under a member (11)."""


def level(depth: int, form: str, text: str, left: float, hang: float, look: str = MUTED, style: str = "") -> str:
    """One ``w:lvl``; ``left`` and ``hang`` in mm."""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    stop = round(left * MM)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{stop}"/></w:tabs>'
        f'<w:ind w:left="{stop}" w:hanging="{round(hang * MM)}"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )


def heading(depth: int, form: str, text: str, look: str, style: str) -> str:
    """A level whose number runs on in its text: in a wide font it would not fit before a tab."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )


def free(form: str, texts: tuple[str, ...], style: str) -> list[str]:
    """Nine levels of a list that may stand anywhere; ``#`` in a text becomes the level's own number."""
    return [
        level(n, form, texts[n % len(texts)].replace("#", f"%{n + 1}"), left, 7, style=style if n == 0 else "")
        for n, left in enumerate(STEPS)
    ]


LISTS = (
    [
        heading(0, "decimal", "Artikel %1", ACCENT, "Heading1"),
        level(1, "decimal", "%1.%2", 11, 11, MUTED, "Member"),
        level(2, "lowerLetter", "%3.", 18, 7, MUTED, "Point"),
        *(level(n, "lowerRoman", f"%{n + 1}.", 18 + 7 * (n - 2), 7) for n in range(3, 9)),
    ],
    [level(0, "decimal", "%1.", 11, 11, MUTED, "Party")],
    [level(0, "upperLetter", "%1.", 11, 11, MUTED, "Recital")],
    [level(0, "decimal", "Bijlage %1", 22, 22, ACCENT, "Annex")],
    free("decimal", ("#.",), "ListNumber"),
    free("lowerLetter", ("#.",), "ListLetter"),
    free("bullet", ("•", "–"), "ListBullet"),
)


def abstract(number: int, levels: list[str]) -> str:
    """One ``w:abstractNum``."""
    form = "multilevel" if len(levels) > 1 else "singleLevel"
    identity = f'<w:nsid w:val="4A5D{number:04X}"/><w:multiLevelType w:val="{form}"/><w:tmpl w:val="7C21{number:04X}"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{identity}{"".join(levels)}</w:abstractNum>'


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(abstract(n, levels) for n, levels in enumerate(LISTS, 1))
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(LISTS) + 1))
    + "</w:numbering>"
)
