"""Puts right what the doctor found: one repair after the other, each of them whole; ctrl+c is heeded between two."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.ailments import Finding, findings
from store.backup_reading import contents_in_words
from store.backups import Reason
from store.checkup import Checkup, look_over
from store.errors import Damaged
from store.moments import Moment
from store.repairing import (
    BroughtBack,
    Ready,
    bring_back,
    keep_beginning,
    put_together,
    reach_later_steps,
    remove_archives_begun,
    remove_leftovers,
)
from store.rules.references import drop_dangling
from tui.command_line.desk import holding
from tui.command_line.how_far import HowFar
from tui.command_line.restoring import after_bringing_back
from tui.command_line.stopping import UNCHANGED, held_back

if TYPE_CHECKING:
    pass

ANEW = "The file was written anew, readable for you alone, with a checksum that fits."
REWRITTEN = frozenset({"checksum", "open"})
"""Findings that writing the file anew puts right."""


def repair(options: Namespace, seen: Checkup, found: tuple[Finding, ...], home: Moment, done: list[str]) -> None:
    """Put right what can be, and tell `done` of it sentence by sentence; raises Stopped between two repairs."""
    ids = {one.id for one in found if one.remedy}
    with held_back() as asked:
        if back := _brought_back(seen, home, lambda: asked.heed()):
            done += back
            seen = look_over(seen.path)
            ids |= {one.id for one in findings(seen) if one.remedy}
        for wanted, way in _ways(options, seen, ids):
            asked.heed(so_far(done))
            if wanted:
                done += way()
        asked.heed(so_far(done))


def so_far(done: list[str]) -> str:
    """What became of a repair that was stopped there."""
    return f"Stopped. What was done before that stays done: {' '.join(done)}" if done else UNCHANGED


def _brought_back(seen: Checkup, home: Moment, ready: Ready) -> list[str]:
    """What was put in the place of a season that cannot be opened; nothing where it can be, or nothing is there."""
    way: Callable[..., BroughtBack]
    if isinstance(seen.trouble, Damaged) and seen.good_backup is not None:
        what = f"Backup {seen.good_backup.number} stands"
        way = partial(bring_back, seen.path, seen.good_backup.backup.path)
    elif seen.beginning is not None:
        what, way = "The season it began with stands", partial(keep_beginning, seen.path)
    elif seen.put_together is not None:
        what, way = "What the undo steps lead to stands", partial(put_together, seen.path)
    else:
        return []
    with HowFar("Putting the season back in its place"):
        back = way(now=home, ready=ready)
    told = f"{what} in its place: {contents_in_words(back.season)}."
    return [told, *after_bringing_back(back.aside, back.later_steps)]


def _ways(options: Namespace, seen: Checkup, ids: set[str]) -> tuple[tuple[bool, Callable[[], list[str]]], ...]:
    """Every repair in its order: is it wanted, and what carries it out and says what was done."""
    return (
        ("leftovers" in ids, lambda: [f"Temporary files removed: {remove_leftovers(seen.path)}."]),
        ("archives" in ids, lambda: [f"Archive folders cut short removed: {remove_archives_begun(seen.path)}."]),
        (seen.season is not None and bool(ids & {"references", *REWRITTEN}), lambda: _written_anew(options, ids)),
        ("later" in ids, lambda: _reached(seen)),
    )


def _reached(seen: Checkup) -> list[str]:
    reached = reach_later_steps(seen.path)
    return list(after_bringing_back(None, reached)) or ["Undo one step, and redo reaches what was made after it."]


def _written_anew(options: Namespace, ids: set[str]) -> list[str]:
    with holding(options) as desk:
        with HowFar("Writing the season anew"):
            desk.file.back_up(Reason.ASKED, desk.now)
            if "references" not in ids:
                desk.file.save(desk.season)
                return [ANEW]
            season = drop_dangling(desk.season, now=desk.now)
        label = "Dropped references to records that are gone"
        desk.change(label, season, said=label)
    return [f"{label}.", *([ANEW] if ids & REWRITTEN else [])]
