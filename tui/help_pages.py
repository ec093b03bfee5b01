"""Short pages of help, a Markdown file each: found by name, cut into titled lines, searched by word."""

from __future__ import annotations

from importlib.resources import files

from store.errors import Unclear
from store.folding import folded
from store.frozen_record import record
from store.words import OUTGOING_KINDS
from tui.spelling import AS_SHIPPED, Spelling

GENERAL = (
    "season",
    "timeline",
    "kinds",
    "checks",
    "follow-ups",
    "ranking",
    "rights",
    "soap",
    "zones",
    "files",
    "keys",
    "settings",
    "line-by-line",
)
CHECKS = tuple(f"c{number:02}" for number in range(1, 29))
TOPICS: tuple[str, ...] = (*GENERAL, *(kind.value for kind in OUTGOING_KINDS), *CHECKS)
"""Every page, in the order in which they are listed."""


@record(frozen=True, slots=True)
class Page:
    """One page."""

    topic: str
    """What it is called on the command line."""
    title: str
    """What stands above it."""
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """Headings, the first one empty, with their paragraphs and items."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Every paragraph and item."""
        return tuple(line for _, lines in self.sections for line in lines)


def page(topic: str, spell: Spelling = AS_SHIPPED) -> Page:
    """The page of exactly that name, with the keys in force.

    One that is not shipped is a fault of ours and raises FileNotFoundError.
    """
    text = spell((files("tui") / "pages" / f"{topic}.md").read_text(encoding="utf-8"))
    first, _, rest = text.partition("\n")
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in filter(None, rest.splitlines()):
        if line.startswith("## "):
            sections.append((line.removeprefix("## "), []))
        else:
            sections[-1][1].append(line)
    kept = tuple((heading, tuple(lines)) for heading, lines in sections if heading or lines)
    return Page(topic, first.removeprefix("# "), kept)


def page_called(name: str, spell: Spelling = AS_SHIPPED) -> Page:
    """The page a person means by a name, by part of one, or by a check such as C6; raises Unclear with what fits."""
    wanted = folded(name.strip()).removeprefix("check ").replace(" ", "-")
    if wanted[:1] == "c" and wanted[1:].isdecimal():
        wanted = f"c{wanted[1:].lstrip('0').zfill(2)}"
    if wanted in TOPICS:
        return page(wanted, spell)
    found = [topic for topic in TOPICS if wanted and wanted in topic]
    if len(found) == 1:
        return page(found[0], spell)
    choices = tuple(f"{topic}  {page(topic).title}" for topic in found or GENERAL)
    raise Unclear(f"There is {'more than one' if found else 'no'} page called “{name.strip()[:30]}”.", choices)


def lines_with(typed: str, spell: Spelling = AS_SHIPPED) -> tuple[tuple[Page, tuple[str, ...]], ...]:
    """Pages that hold every word typed, those with all of them in the title or name first, each with its lines."""
    words = folded(typed).split()
    found: list[tuple[bool, int, Page, tuple[str, ...]]] = []
    for place, topic in enumerate(TOPICS):
        one = page(topic, spell)
        named = all(word in folded(f"{topic} {one.title}") for word in words)
        lines = tuple(line for line in one.lines if all(word in folded(line) for word in words))
        if words and (named or lines):
            found.append((not named, place, one, lines))
    return tuple((one, lines) for _, _, one, lines in sorted(found, key=lambda each: each[:2]))
