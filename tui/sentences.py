"""Reasons taken apart into sentences, for panes and lines that hold only some of them."""

from __future__ import annotations


def sentences(why: str) -> tuple[str, ...]:
    """One sentence to a line; “Dr.” and the like end none."""
    lines: list[str] = []
    for piece in why.split(". "):
        if lines and len(lines[-1].rpartition(" ")[2]) <= 2:
            lines[-1] += f". {piece}"
        else:
            lines.append(piece)
    return tuple(one if one.endswith((".", "!", "?", "”")) else f"{one}." for one in lines)


def first_sentences(why: str, room: int) -> str:
    """As many whole sentences of that as fit into so many cells, at least one."""
    lines = sentences(why)
    said = lines[0]
    for sentence in lines[1:]:
        if len(said) + 1 + len(sentence) > room:
            break
        said += f" {sentence}"
    return said
