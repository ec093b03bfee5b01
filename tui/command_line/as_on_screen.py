"""Order, groups and filter of a printed list: as the screen was left, or as it is asked for here."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace

from store.arranging import GROUPINGS, SORTS
from store.errors import Unclear
from store.filters import Filter, parse_filter
from store.folding import folded
from store.lanes import Arrangement
from store.places import choices_path
from tui.choices_file import kept_choices
from tui.command_line.speaking import words
from tui.state import SavedFilter


def wanted_filter(typed: Iterable[str]) -> Filter:
    """The filter that was typed, or the saved one of that name, which then is repeated in full.

    What is of the filter language from end to end is never taken for a name. Raises Unclear for what is neither.
    """
    text = " ".join(typed).strip()
    saved = None if _is_language(text) else _saved(text)
    if saved is not None:
        words(f"The saved filter {saved.name}: {saved.text}")
    return parse_filter(saved.text if saved else text)


def _is_language(text: str) -> bool:
    try:
        return all(term.test != "text" for term in parse_filter(text).terms)
    except Unclear:
        return False


def _saved(name: str) -> SavedFilter | None:
    kept = kept_choices(choices_path()).filters
    return next((one for one in kept if folded(one.name) == folded(name)), None)


def wanted_arrangement(options: Namespace) -> Arrangement:
    """The order and the groups asked for; what is not asked for is as on the screen. Raises Unclear for no such way."""
    kept = kept_choices(choices_path()).timeline
    if options.sort:
        kept = replace(kept, sort=_one_of(options.sort, tuple(SORTS), "order"), turned=options.reverse)
    elif options.reverse:
        kept = replace(kept, turned=not kept.turned)
    return replace(kept, group=_one_of(options.group, tuple(GROUPINGS), "way of grouping")) if options.group else kept


def _one_of(typed: str, names: tuple[str, ...], what: str) -> str:
    """The name that is meant: in full, with - for a blank, or by the beginning of a word in it that no other shares."""
    wanted = folded(typed).replace("-", " ").strip()
    begun = [name for name in names if any(part.startswith(wanted) for part in (name, *name.split()))]
    if wanted in names or len(begun) == 1:
        return wanted if wanted in names else begun[0]
    known = tuple(name.replace(" ", "-") for name in (begun if wanted and begun else names))
    raise Unclear(f"“{typed[:60]}” is no {what}. There are: {', '.join(known)}.", known)
