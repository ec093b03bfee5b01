"""Words that a person typed, written so that Markdown takes them for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ANYWHERE = re.compile(r"[\\`*\[\]<>#|]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
"""Signs that Markdown acts on wherever they stand; an underline within a word is none of them."""
_AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|[-=]+\s*$))")
"""The place before what would make a line an item of a list, or the line above it a heading."""


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
    return _escaped(" ".join(text.split()))


def quoted(text: str) -> str:
    """That text as a quotation, line under line as it was written."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    return "\n".join(_quoted(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=True))


def _quoted(line: str, after: str) -> str:
    """One line of a quotation; two blanks at its end keep the next one from running on behind it."""
    words = line.lstrip(" \t")
    indent = "\u00a0" * len(line[: len(line) - len(words)].expandtabs(4))
    return f"> {indent}{_escaped(words)}{'  ' if words and after else ''}" if words else ">"


def _escaped(line: str) -> str:
    """That line with every sign escaped that Markdown would act on."""
    return _AT_THE_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", line))
