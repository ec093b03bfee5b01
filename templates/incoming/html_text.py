"""The words of an HTML mail as plain text: paragraphs, lists, links that lead somewhere, quoted parts marked."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from store.errors import RuleBroken

HTML_LIMIT = 500_000
"""Most characters of HTML that are read; mail written by people stays far below."""
DEPTH_LIMIT = 400
"""Most tags that are open at once."""
BLOCKS = frozenset(
    {"p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "section"}
    | {"article", "header", "footer", "blockquote", "center", "address", "dt", "dd", "body"}
)
"""Tags that begin and end a line."""
APART = frozenset({"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "table"})
"""Blocks with an empty line around them."""
SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math"})
"""Tags whose words nobody sees."""
VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "embed", "source", "wbr"})
"""Tags that have no end (HTML Standard, void elements)."""
TAG_LIMIT = 4_000
"""Most characters of one tag; longer ones carry pictures."""
_TAG = re.compile(r"<[^<>]*>?")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def text_of_html(html: str) -> str:
    """The visible words of that HTML; raises RuleBroken when it is far too long or nested far too deep."""
    if len(html) > HTML_LIMIT:
        raise RuleBroken(
            f"This mail holds {len(html):,} characters of HTML; up to {HTML_LIMIT:,} are read. "
            "Nothing was changed. Open it in your mail program, copy its words, and paste them."
        )
    reader = _Reader()
    reader.feed(_TAG.sub(_tamed, _without_comments(html)))
    reader.close()
    return reader.text


def _without_comments(html: str) -> str:
    """That HTML without its comments; the mark of one that never ends is taken out, its words stay."""
    parts: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        parts.append(html[at:start])
        end = html.find("-->", start + 4)
        if end < 0:
            parts.append(html[start:].replace("<!--", ""))
            return "".join(parts)
        at = end + 3
    return "".join((*parts, html[at:]))


def _tamed(tag: re.Match[str]) -> str:
    """That tag, or its `<` as a sign where none ends it: Python's parser takes minutes over tags that never end."""
    words = tag.group()
    if not words.endswith(">"):
        return f"&lt;{words[1:]}"
    return words if len(words) <= TAG_LIMIT else ""


class _Reader(HTMLParser):
    """Gathers visible words line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._open: list[tuple[str, bool]] = []
        self._links: list[tuple[str, int, int]] = []
        self._quoted = 0
        self._silent = 0

    @property
    def text(self) -> str:
        """What was gathered."""
        return _EMPTY_LINES.sub("\n\n", "\n".join(line.rstrip() for line in self._lines)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a link, or what nobody sees."""
        given = dict(attrs)
        if tag in BLOCKS:
            self.handle_endtag("head")  # HTML lets a head go without its end
        if tag not in VOID:
            if len(self._open) >= DEPTH_LIMIT:
                raise RuleBroken(
                    "This mail's HTML is nested too deep to be read. Nothing was changed. "
                    "Open it in your mail program, copy its words, and paste them."
                )
            silent = tag in SILENT or _HIDDEN.search(given.get("style") or "") is not None
            self._open.append((tag, silent))
            self._silent += silent
        if tag == "br":
            self._break()
        elif tag in BLOCKS:
            self._new_block(apart=tag in APART)
        self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "blockquote":
            self._quoted += 1
        elif tag == "li":
            self._put("- ")
        elif tag in ("td", "th") and self._lines[-1].strip("> "):
            self._put("  ")
        elif tag == "a":
            self._links.append((given.get("href") or "", len(self._lines) - 1, len(self._lines[-1])))

    def handle_endtag(self, tag: str) -> None:
        """End what began last under that name; an end without a beginning is nothing."""
        if all(tag != name for name, _ in self._open):
            return
        while self._open:
            name, silent = self._open.pop()
            self._silent -= silent
            self._end(name)
            if name == tag:
                return

    def _end(self, tag: str) -> None:
        if tag == "a" and self._links:
            href, row, column = self._links.pop()
            said = "\n".join(self._lines[row:])[column:]
            if href.startswith(("http://", "https://")) and href.rstrip("/") not in said:
                self._put(f" ({href})")
        elif tag == "blockquote":
            self._new_block(apart=True)
            self._quoted = max(0, self._quoted - 1)
        elif tag in BLOCKS:
            self._new_block(apart=tag in APART)

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        if any(name == "pre" for name, _ in self._open[-3:]):
            first, *others = data.split("\n")
            self._put(first)
            for line in others:
                self._break()
                self._put(line)
            return
        words = _BLANKS.sub(" ", data)
        here = self._lines[-1]
        self._put(words.lstrip() if not here.strip("> ") and not here.endswith("- ") else words)

    def _put(self, words: str) -> None:
        if self._silent or not words:
            return
        if not self._lines[-1] and self._quoted:
            self._lines[-1] = "> " * min(self._quoted, 5)
        self._lines[-1] += words

    def _break(self) -> None:
        if not self._silent:
            self._lines.append("")

    def _new_block(self, *, apart: bool) -> None:
        if self._silent:
            return
        if self._lines[-1].strip("> "):
            self._lines.append("")
        if apart and len(self._lines) > 1 and self._lines[-2].strip("> "):
            self._lines.append("")
