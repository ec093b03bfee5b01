"""Words that a person typed, written so that Markdown takes them for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MEANT_BY_MARKDOWN = re.compile(r"([\\`*\[\]<>#|])")


def titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A list under its title; nothing at all when the list is empty."""
    if found := listed(lines):
        yield f"### {title}"
        yield found


def listed(lines: Iterable[str]) -> str:
    """Those lines as one list."""
    return "\n".join(f"- {line}" for line in lines)


def said(label: str, words: str) -> str:
    """`label: words` in one line; empty when there are no words."""
    return f"{one_line(label)}: {one_line(words)}" if words.strip() else ""


def one_line(text: str) -> str:
    """That text in one line, its signs escaped."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """That text with every sign escaped that Markdown would act on."""
    return _MEANT_BY_MARKDOWN.sub(r"\\\1", text)
