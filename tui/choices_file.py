"""How the lists were set, kept in the state folder from one run to the next; losing it loses no work."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from store.clean_text import clean_line
from store.disk import Disk
from store.errors import FileTrouble
from store.lanes import AS_IT_STARTS, Arrangement
from store.safe_write import make_folders, why
from tui.state import Choices, SavedFilter

MOST_FILTERS = 9
"""As many as there are digits to apply them with."""
LONGEST = 500
"""Characters of a name or a filter; a longer one was not written here."""


def kept_choices(path: Path) -> Choices:
    """The choices kept there; what is missing or cannot be understood is as it starts."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError):
        return Choices()
    if not isinstance(given, Mapping):
        return Choices()
    filters = given.get("filters")
    saved = (_filter(one) for one in filters) if isinstance(filters, list) else ()
    return Choices(
        timeline=_arrangement(given.get("timeline")),
        programs=_arrangement(given.get("programs")),
        filters=tuple(one for one in saved if one is not None)[:MOST_FILTERS],
        visited=_names(given.get("visited")),
        uses=_uses(given.get("uses")),
    )


def _names(given: Any) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _uses(given: Any) -> tuple[tuple[str, int], ...]:
    """Pairs of an id and a number; anything else was not written here."""
    pairs = (one for one in given if isinstance(one, list) and len(one) == 2) if isinstance(given, list) else ()
    return tuple((name, times) for name, times in pairs if isinstance(name, str) and type(times) is int)


def _arrangement(given: Any) -> Arrangement:
    """An arrangement whose names are all known; a newer version may have left others behind."""
    if not isinstance(given, Mapping):
        return AS_IT_STARTS
    sort, turned, group = (given.get(name) for name in ("sort", "turned", "group"))
    if (sort, turned, group) == (AS_IT_STARTS.sort, AS_IT_STARTS.turned, AS_IT_STARTS.group):
        return AS_IT_STARTS
    from store.arranging import GROUPINGS, SORTS  # most starts show the lists as they start and need none of it

    return Arrangement(
        sort=sort if isinstance(sort, str) and sort in SORTS else AS_IT_STARTS.sort,
        turned=turned is True,
        group=group if isinstance(group, str) and group in GROUPINGS else AS_IT_STARTS.group,
    )


def _filter(given: Any) -> SavedFilter | None:
    if not isinstance(given, Mapping):
        return None
    name, text = given.get("name"), given.get("text")
    if not isinstance(name, str) or not isinstance(text, str) or max(len(name), len(text)) > LONGEST:
        return None
    name, text = clean_line(name, limit=2 * LONGEST), clean_line(text, limit=2 * LONGEST)
    return SavedFilter(name or text, text) if text else None


def keep_choices(path: Path, choices: Choices) -> str:
    """Keep these choices there, for their owner only; a sentence when that was not possible, else nothing."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        make_folders(Disk(), path.parent)
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(choices), file, ensure_ascii=True, indent=1)
        beside.replace(path)
    except FileTrouble as trouble:
        return f"This holds until you leave; it could not be kept for the next time. {trouble} Your season is safe."
    except OSError as error:
        return f"This holds until you leave; it could not be kept for the next time: {why(error)}. Your season is safe."
    return ""
