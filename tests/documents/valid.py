"""Documents as docxtpl's own suite and manual make them, one for each thing it can do, with what must come out.

Its forty Word files are not ours to keep; what each of them is about is made here in code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.documents.word import docx, p, run, table

Case = tuple[bytes, dict[str, Any], str]

BOLD = "<w:b/>"


@dataclass(frozen=True)
class Tool:
    """Something of which a document lists several."""

    name: str
    n: int
    parts: tuple[str, ...] = ()


ROWS = (Tool("Boor", 2, ("kop", "schacht")), Tool("Zaag & vijl", 5))
VALID: dict[str, Case] = {
    "a value": (docx(p("Geachte {{ name }},")), {"name": "Jansen & Zn <AB>"}, "Geachte Jansen & Zn <AB>,"),
    "a tag that Word broke over runs": (
        docx(p(run("{"), run("{ na", BOLD), run("me "), run("}"), run("} x"))),
        {"name": "Jan"},
        "Jan x",
    ),
    "spaces that stay": (docx(p("{{ a }}", "  {{ b }}  ", "c")), {"a": "1", "b": "2"}, "1  2  c"),
    "quotes that Word made round": (docx(p("{% if a == “x” %}ja{% endif %}{{ ‘nee’ }}")), {"a": "x"}, "janee"),
    "signs of comparison": (docx(p("{% if a > 1 and a < 3 and b == 'R&D' %}ja{% endif %}")), {"a": 2, "b": "R&D"}, "ja"),
    "escape, as docxtpl wants it asked": (docx(p("{{ a | e }} {{ a|escape }}")), {"a": "<&>"}, "<&> <&>"),
    "a condition in a line": (docx(p("a{% if x %} b{% else %} c{% endif %} d")), {"x": False}, "a c d"),
    "paragraphs on a condition": (
        docx(p("een"), p("{%p if x %}"), p("twee"), p("{%p else %}"), p("drie"), p("{%p endif %}"), p("vier")),
        {"x": False},
        "een\ndrie\nvier",
    ),
    "paragraphs in a loop": (
        docx(p("{%p for row in rows %}"), p("{{ row.name }}: {{ row.n }}"), p("{%p endfor %}")),
        {"rows": ROWS},
        "Boor: 2\nZaag & vijl: 5",
    ),
    "rows in a loop": (
        docx(
            table(
                ("Naam", "Aantal"), ("{%tr for row in rows %}", ""), ("{{ row.name }}", "{{ row.n }}"), ("{%tr endfor %}", "")
            )
        ),
        {"rows": ROWS},
        "Naam\nAantal\nBoor\n2\nZaag & vijl\n5",
    ),
    "loops in each other": (
        docx(
            p("{%p for row in rows %}"),
            p("{{ row.name }}"),
            p("{%p for part in row.parts %}"),
            p("– {{ part }}"),
            p("{%p endfor %}"),
            p("{%p endfor %}"),
        ),
        {"rows": ROWS},
        "Boor\n– kop\n– schacht\nZaag & vijl",
    ),
    "columns in a loop": (
        docx(
            table(
                ("{%tc for name in names %}", "{{ name }}", "{%tc endfor %}"),
                ("{%tc for name in names %}", "x", "{%tc endfor %}"),
            )
        ),
        {"names": ("a", "b", "c", "d")},
        "a\nb\nc\nd\nx\nx\nx\nx",
    ),
    "a cell over columns": (
        docx(table(("{% colspan n %}{{ a }}",), ("{{ a }}",))),
        {"a": "x", "n": 1},
        "x\nx",
    ),
    "a coloured cell": (docx(table(("{% cellbg colour %}{{ a }}", "b"))), {"a": "x", "colour": "1B5E6F"}, "x\nb"),
    "cells that become one, below each other": (
        docx(
            table(
                ("{%tr for row in rows %}", ""),
                ("{% vm %}samen", "{{ row.name }}"),
                ("{%tr endfor %}", ""),
            )
        ),
        {"rows": ROWS},
        "samen\nBoor\n\nZaag & vijl",
    ),
    "cells that become one, beside each other": (
        docx(table(("{%tc for row in rows %}", "{% hm %}kop", "{%tc endfor %}"))),
        {"rows": ROWS},
        "kop",
    ),
    "paragraphs that run on": (
        docx(p("Beste"), p("{%- if x -%}"), p("collega"), p("{%- else -%}"), p("buur"), p("{%- endif %}")),
        {"x": True},
        "Bestecollega",
    ),
    "remarks that are left out": (docx(p("a{# niet #}b"), p("{#p ook niet #}"), p("c")), {"x": 1}, "ab\nc"),
    "braces that are no tag": (docx(p("{_{ x }_} en {_% y %_}")), {"x": 1}, "{{ x }} en {% y %}"),
    "raw text": (docx(p("{% raw %}{{ x }}{% endraw %}")), {"x": 1}, "{{ x }}"),
    "styled text that is plain": (docx(p("a ", "{{r x }}", " b")), {"x": "R&D"}, "a R&D b"),
    "a part of its own that is plain": (docx(p("a"), p("{{p x }}"), p("b")), {"x": "R&D"}, "a\nR&D\nb"),
    "runs on a condition": (docx(p("a ", "{%r if x %}", run("b", BOLD), "{%r endif %}", " c")), {"x": True}, "a b c"),
    "lines and tabs in a value": (docx(p("{{ x }}")), {"x": "een\ntwee\tdrie"}, "een\ntwee\tdrie"),
    "a list of lines": (
        docx(p("{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}")),
        {"xs": ("a", "b")},
        "a, b",
    ),
    "names of its own": (docx(p("{% set x = a ~ '&' %}{{ x }} {{ x | start }}")), {"a": "ab"}, "ab& Ab&"),
    "a macro": (
        docx(p("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m('R&D') }}{{ m(a) | full_stop }}")),
        {"a": "b"},
        "[R&D][b].",
    ),
    "a value in a link's text": (
        docx(f"<w:p><w:hyperlink w:anchor='x'>{run('naar {{ x }}')}</w:hyperlink></w:p>"),
        {"x": "&"},
        "naar &",
    ),
    "nothing to fill in": (docx(p("Zomaar een brief.")), {"x": 1}, "Zomaar een brief."),
}
