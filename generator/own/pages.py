"""All texts as they stand, without a partner. In: a workspace. Out: their trees, who uses whom, and what is wrong with them.

Nothing is filled in: so a mistake in a branch that no partner of today comes to is found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property

from jinja2 import nodes

from generator.clauses import clause_names, clauses
from generator.documents.names import Names
from generator.errors import BadText, Fault, Severity, did_you_mean
from generator.kinds import kinds
from generator.own.listing import LANGUAGES, Listed, listed
from generator.own.markdown import written_faults
from generator.own.parsed import parsed
from generator.shapes import ANYTHING
from generator.shelf import CLAUSES, body_of, strays_in
from generator.texts import environment
from generator.vocabulary import Vocabulary
from generator.workspace import Workspace

GIVEN = ("articles", "clauses", "papers", "paper", "extra")
"""Names that a text gets when it is put together: the articles, the annexes that are bound, an article of a profile."""
_USING = (nodes.Include, nodes.FromImport, nodes.Import, nodes.Extends)
_REFERENCE = re.compile(r"\]\(#(?P<anchor>[\w-]*\w)\)")
_ANCHOR = re.compile(r"\{#(?P<anchor>[a-z][a-z0-9-]*)\}")
_ANNEX = "annex-"
"""How the anchor of an annex begins; the rest is its subject, which stands in a profile."""


@dataclass(frozen=True)
class Page:
    """A text that can be read."""

    text: Listed
    said: str
    tree: nodes.Template
    whole: bool
    """Whether all of it can be read."""

    @property
    def name(self) -> str:
        """``clauses/contacts.nl.md``."""
        return self.text.name

    @property
    def language(self) -> str:
        """``nl`` or ``en``."""
        return self.text.language

    @cached_property
    def uses(self) -> tuple[tuple[str, int], ...]:
        """The texts that it includes or imports, each with its line; a star for what varies."""
        found = (node for node in self.tree.find_all(nodes.Stmt) if isinstance(node, _USING))
        return tuple((_pattern(node.template), node.lineno) for node in found)

    @cached_property
    def imports(self) -> frozenset[str]:
        """The names that it takes from other texts."""
        pairs = (pair for node in self.tree.find_all(nodes.FromImport) for pair in node.names)
        whole = (node.target for node in self.tree.find_all(nodes.Import))
        return frozenset((*(pair if isinstance(pair, str) else pair[1] for pair in pairs), *whole))

    @cached_property
    def macros(self) -> frozenset[str]:
        """Its macros: one may call another that stands below it."""
        return frozenset(macro.name for macro in self.tree.find_all(nodes.Macro))

    @cached_property
    def gives(self) -> frozenset[str]:
        """The names that what it includes can use as well."""
        stored = {name.name for name in self.tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
        return self.imports | self.macros | stored


@dataclass(frozen=True)
class Pages:
    """All texts that can be read, by name."""

    workspace: Workspace
    found: Mapping[str, Page]

    def judged(self, known: Mapping[str, Vocabulary]) -> Iterator[Fault]:
        """What is wrong with them; ``known`` is what a text of each language may use."""
        anchors = {*clause_names(self.workspace.text_roots), *self._anchors()}
        for page in self.found.values():
            for line, problem, hint in self._names(page, known[page.language]):
                yield Fault(problem, page.text.shown, line, hint=hint)
            yield from self._missing(page)
            yield from _lost(page, anchors)
            if page.text.own:
                yield from (fault.at(file=page.text.shown) for fault in written_faults(page.said, page.name))
        yield from self._unused()

    def users(self, name: str) -> frozenset[str]:
        """Every text in which this one is used, itself included."""
        seen, waiting = {name}, [name]
        while waiting:
            wanted = waiting.pop()
            above = {page.name for page in self.found.values() if any(fnmatchcase(wanted, used) for used, _ in page.uses)}
            waiting += above - seen
            seen |= above
        return frozenset(seen)

    def _names(self, page: Page, known: Vocabulary) -> list[tuple[int, str, str]]:
        around = frozenset[str]().union(*(self.found[name].gives for name in self.users(page.name) if name != page.name))
        names = dict.fromkeys((*GIVEN, *page.imports, *page.macros, *(around - set(known.names))), ANYTHING)
        return Names({**known.names, **names}, known.filters, known.tests).check(page.tree)

    def _missing(self, page: Page) -> Iterator[Fault]:
        """What it uses and is not there, or uses it in turn."""
        for used, line in page.uses:
            if not any(fnmatchcase(name, used) for name in self.found):
                hint = did_you_mean(used, self.found)
                hint = hint if hint.startswith("did you") else "handslag text list shows them all"
                yield Fault(f"there is no text '{used}'", page.text.shown, line, hint=hint)
            elif page.name in self._reached(used):
                yield Fault(
                    f"'{used}' uses this text in turn", page.text.shown, line, hint="one of them can do without the other"
                )

    def _reached(self, name: str) -> frozenset[str]:
        """Every text that a text comes to, itself included; not by names of which a part varies."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            page = self.found.get(waiting.pop())
            if page and page.name not in seen:
                seen.add(page.name)
                waiting += (used for used, _ in page.uses)
        return frozenset(seen)

    def _anchors(self) -> Iterator[str]:
        for page in self.found.values():
            yield from (found["anchor"] for found in _ANCHOR.finditer(page.said.replace("{{ '{#", "{#")))

    def _unused(self) -> Iterator[Fault]:
        """The school's own texts that no document comes to."""
        begun = {
            f"{kind}/{part}.{code}.md" for kind in kinds(self.workspace.text_roots) for code in LANGUAGES for part in _PARTS
        }
        used = begun | self._placed()
        for page in self.found.values():
            if page.text.own and not page.text.ours and not self.users(page.name) & used:
                hint = "is its name right? handslag text list shows those that are used"
                yield Fault("no document uses this text", page.text.shown, hint=hint, severity=Severity.WARNING)

    def _placed(self) -> set[str]:
        """The clauses that documents have; where one of them is wrong nobody knows, and it may be any."""
        names: set[str] = set()
        for kind in kinds(self.workspace.text_roots).values():
            for code in kind.about.languages:
                try:
                    names.update(clause.file for clause in clauses(kind, code, self.workspace.text_roots))
                except BadText:  # told where documents are tried
                    names.update(name for name in self.found if name.startswith(f"{CLAUSES}/"))
        return names


_PARTS = ("text", "cover", "annex")
"""The texts with which a document begins."""


def pages(workspace: Workspace, faults: list[Fault]) -> Pages:
    """Every text of the workspace, the school's own before ours; what is wrong with one is added to the faults."""
    found: dict[str, Page] = {}
    faults += (fault for root in workspace.own_text_roots for fault in strays_in(root))
    for text in listed(workspace):
        try:
            page, wrong = _page(text, workspace)
        except RecursionError:
            faults.append(Fault("too much stands in brackets", text.shown))
        except BadText as error:
            faults.extend(error.faults)
        else:
            found[text.name] = page
            faults += (fault.at(file=text.shown) for fault in wrong)
    return Pages(workspace, found)


def _page(text: Listed, workspace: Workspace) -> tuple[Page, tuple[Fault, ...]]:
    """A text that can be read, and each tag in it that cannot. Raises BadText when nothing of it can be."""
    said = text.own_text if text.own else text.now
    tree, faults = parsed(body_of(said), environment(workspace.text_roots, text.language))
    return Page(text, said, tree, not faults), faults


def _lost(page: Page, anchors: set[str]) -> Iterator[Fault]:
    """References to what no text has."""
    for number, line in enumerate(page.said.split("\n"), 1):
        for found in _REFERENCE.finditer(line):
            anchor = found["anchor"]
            if anchor not in anchors and not anchor.startswith(_ANNEX):
                hint = did_you_mean(anchor, anchors)
                hint = hint if hint.startswith("did you") else "an article is referred to by its name: [](#finance)"
                yield Fault(f"a reference goes to '{anchor}', which no text has", page.text.shown, number, hint=hint)


def _pattern(template: nodes.Expr) -> str:
    """The name of a text; a star for each part that is not written out."""
    parts = template.nodes if isinstance(template, nodes.Concat) else [template]
    return "".join(str(part.value) if isinstance(part, nodes.Const) else "*" for part in parts)
