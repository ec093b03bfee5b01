"""Which pieces of text each listed phrase cannot do without, so that its pattern is read only where one of them stands.

.venv/bin/python -m tests.phrase_needs writes them to templates/conduct/needs.json
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from templates.conduct.phrases import data_file, spelled_out

FOLDER = Path("templates/conduct")
SHORTEST, MOST = 3, 40
"""Letters of a piece that tells anything, and pieces beyond which looking for them is no quicker than the pattern."""
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def needs(wording: str, parts: dict[str, str]) -> list[str]:
    """Pieces of which every text with that wording has one; empty when no few pieces tell."""
    parser: Any = vars(re)["_parser"]
    pieces = _of_sequence(list(parser.parse(spelled_out(wording, parts))))
    return sorted(pieces) if pieces and len(pieces) <= MOST else []


def _of_sequence(items: list[Any]) -> frozenset[str]:
    """The pieces of that part of the sequence which tells most: the longest, then the fewest."""
    found = [one for one in _candidates(items) if one and min(map(len, one)) >= SHORTEST]
    return min(found, key=lambda one: (-min(4, min(map(len, one))), len(one)), default=frozenset())


def _candidates(items: list[Any]) -> Iterator[frozenset[str]]:
    run = ""
    for operation, value in items:
        name = str(operation)
        if name == "LITERAL" and chr(value) != " ":
            run += chr(value)
            continue
        yield frozenset({run})
        run = ""
        if name == "SUBPATTERN":
            yield _of_sequence(list(value[3]))
        elif name == "BRANCH":
            branches = [_of_sequence(list(branch)) for branch in value[1]]
            yield frozenset().union(*branches) if all(branches) else frozenset()
        elif name in _REPEATS and value[0] >= 1:
            yield _of_sequence(list(value[2]))
    yield frozenset({run})


def all_needs() -> dict[str, list[list[str]]]:
    """The pieces of every phrase of every file that has phrases, in their order."""
    names = sorted(path.name for path in FOLDER.glob("*.json"))
    with_phrases = [name for name in names if "phrases" in data_file(name)]
    return {
        name: [needs(row["wording"], data_file(name).get("parts", {})) for row in data_file(name)["phrases"]]
        for name in with_phrases
    }


def written(found: dict[str, list[list[str]]]) -> str:
    """The file as it is kept: a line for each phrase."""
    files = (
        f"  {json.dumps(name)}: [\n"
        + ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows)
        + "\n  ]"
        for name, rows in found.items()
    )
    return "{\n" + ",\n".join(files) + "\n}\n"


if __name__ == "__main__":
    (FOLDER / "needs.json").write_text(written(all_needs()), encoding="utf-8")
