"""Whether the season file and what lies around it are well; says what would help, and does it when asked."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from store.ailments import Finding, findings
from store.backup_reading import contents_in_words
from store.checkup import Checkup, look_over
from store.dates import show_moment
from store.moments import Moment
from store.numbers import counted
from tui.command_line.backing_up import backup_values, home_of, told
from tui.command_line.desk import season_path_of
from tui.command_line.how_far import HowFar
from tui.command_line.kept_words import kept_words
from tui.command_line.repairing import repair, so_far
from tui.command_line.running import DONE, FOUND, TROUBLE
from tui.command_line.speaking import as_json, data, words
from tui.command_line.stopping import stoppable
from tui.command_line.surroundings import surroundings

CANNOT_OPEN = frozenset({"damaged", "missing", "unreadable"})
"""Findings with which no season can be opened."""
LOST = frozenset({"damaged", "missing"})
"""Findings with which the season itself is not there any more, in whole or in part."""
NO_WAY = (
    "Nothing beside it holds a whole season. If there is a copy anywhere, on a stick, in a mail, with a sync program, "
    "`prematch restore FILE` puts it in its place; what is there now is kept under another name."
)


def look_after(options: Namespace) -> int:
    """Say how the season file is; with `--repair` put right what can be. 0 healthy, 1 something found, 3 trouble."""
    with stoppable():
        home = home_of(options)
        seen = _looked_over(season_path_of(options))
        found = _findings(seen)
    done: list[str] = []
    if options.repair and any(one.remedy for one in found):
        repair(options, seen, found, home, done)
        with stoppable(so_far(done)):
            seen = _looked_over(seen.path)
            found = _findings(seen)
    if options.json:
        _as_json(seen, found, done, home)
    else:
        _tell(seen, found, done, home)
    return _code(found, repaired=options.repair)


def _findings(seen: Checkup) -> tuple[Finding, ...]:
    return (*findings(seen), *kept_words(seen.path, held=bool(seen.holder)))


def _code(found: tuple[Finding, ...], *, repaired: bool) -> int:
    ill = {one.id for one in found if one.ill}
    if "unreadable" in ill or (repaired and ill & CANNOT_OPEN):
        return TROUBLE
    return FOUND if ill else DONE


def _looked_over(path: Path) -> Checkup:
    with HowFar("Looking the season over"):
        return look_over(path)


def _tell(seen: Checkup, found: tuple[Finding, ...], done: list[str], home: Moment) -> None:
    data(f"file: {seen.path}")
    if seen.season is not None:
        saved = f", saved {show_moment(Moment(seen.saved, home.zone))}" if seen.saved else ""
        data(f"season: {contents_in_words(seen.season)}, format {seen.format}, revision {seen.revision:,}{saved}")
        data(f"checksum: {'fits' if seen.as_written else 'does not fit'}")
    for sentence in done:
        data(f"done: {sentence}")
    for one in found:
        data(f"{'found' if one.ill else 'note'}: {one.what}")
        if one.remedy:
            data(f"  repair: {one.remedy}")
    for backup in seen.backups:
        data(f"backup {backup.number}: {show_moment(backup.made.seen_from(home.zone))}, {told(backup, home)}")
    data(f"undo: {counted(seen.steps - seen.broken_steps, 'step')} can be read")
    for what, how in surroundings().items():
        data(f"{what}: {how}")
    words(_last_word(found))


def _last_word(found: tuple[Finding, ...]) -> str:
    if any(one.remedy for one in found):
        return "`prematch doctor --repair` does what is proposed here. Nothing is ever deleted that holds a season."
    if any(one.id in LOST for one in found):
        return NO_WAY
    return "There is something to look at." if any(one.ill for one in found) else "All is well."


def _as_json(seen: Checkup, found: tuple[Finding, ...], done: list[str], home: Moment) -> None:
    as_json(
        {
            "healthy": not any(one.ill for one in found),
            "path": str(seen.path),
            "readable": seen.season is not None,
            "file_format": seen.format,
            "revision": seen.revision,
            "checksum_fits": seen.as_written,
            "findings": [{"id": one.id, "ill": one.ill, "message": one.what, "remedy": one.remedy} for one in found],
            "done": done,
            "backups": [backup_values(one, home) for one in seen.backups],
            "undo_steps": seen.steps,
            "undo_steps_unreadable": seen.broken_steps,
            **surroundings(),
        }
    )
