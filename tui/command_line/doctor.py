"""Whether the season file and what lies around it are well; says what would help, and does it when asked."""

from __future__ import annotations

from argparse import Namespace

from store.ailments import Finding, findings
from store.backup_reading import contents_in_words
from store.backups import Reason
from store.checkup import Checkup, look_over
from store.dates import show_moment
from store.errors import Damaged
from store.moments import Moment
from store.repairing import (
    bring_back,
    keep_beginning,
    put_together,
    reach_later_steps,
    remove_archives_begun,
    remove_leftovers,
)
from store.rules.references import drop_dangling
from tui.command_line.backing_up import backup_values, home_of, told
from tui.command_line.desk import holding, season_path_of
from tui.command_line.kept_words import kept_words
from tui.command_line.restoring import after_bringing_back
from tui.command_line.running import DONE, FOUND, TROUBLE
from tui.command_line.speaking import as_json, counted, data, words
from tui.command_line.surroundings import surroundings

CANNOT_OPEN = frozenset({"damaged", "missing", "unreadable"})
"""Findings with which no season can be opened."""
LOST = frozenset({"damaged", "missing"})
"""Findings with which the season itself is not there any more, in whole or in part."""
NO_WAY = (
    "Nothing beside it holds a whole season. If there is a copy anywhere, on a stick, in a mail, with a sync program, "
    "`prematch restore FILE` puts it in its place; what is there now is kept under another name."
)
ANEW = "The file was written anew, readable for you alone, with a checksum that fits."
REWRITTEN = frozenset({"checksum", "open"})
"""Findings that writing the file anew puts right."""


def look_after(options: Namespace) -> int:
    """Say how the season file is; with `--repair` put right what can be. 0 healthy, 1 something found, 3 trouble."""
    home = home_of(options)
    seen = look_over(season_path_of(options))
    found = _findings(seen)
    done: list[str] = []
    if options.repair and any(one.remedy for one in found):
        done = _repaired(options, seen, found, home)
        seen = look_over(seen.path)
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


def _repaired(options: Namespace, seen: Checkup, found: tuple[Finding, ...], home: Moment) -> list[str]:
    """What was done, sentence by sentence."""
    ids = {one.id for one in found if one.remedy}
    done = _brought_back(seen, home)
    if done:
        seen = look_over(seen.path)
        ids |= {one.id for one in findings(seen) if one.remedy}
    if "leftovers" in ids:
        done.append(f"Temporary files removed: {remove_leftovers(seen.path)}.")
    if "archives" in ids:
        done.append(f"Archive folders cut short removed: {remove_archives_begun(seen.path)}.")
    if seen.season is not None and ids & {"references", *REWRITTEN}:
        done += _written_anew(options, ids)
    if "later" in ids:
        reached = reach_later_steps(seen.path)
        done += after_bringing_back(None, reached) or ["Undo one step, and redo reaches what was made after it."]
    return done


def _brought_back(seen: Checkup, home: Moment) -> list[str]:
    """A whole season put where one cannot be opened, in sentences; none where nothing is put there."""
    if isinstance(seen.trouble, Damaged) and seen.good_backup is not None:
        what = f"Backup {seen.good_backup.number}"
        back = bring_back(seen.path, seen.good_backup.backup.path, now=home)
    elif seen.beginning is not None:
        what, back = "The season it began with", keep_beginning(seen.path, now=home)
    elif seen.put_together is not None:
        what, back = "What the undo steps lead to", put_together(seen.path, now=home)
    else:
        return []
    stands = f"{what} stands in its place: {contents_in_words(back.season)}."
    return [stands, *after_bringing_back(back.aside, back.later_steps)]


def _written_anew(options: Namespace, ids: set[str]) -> list[str]:
    with holding(options) as desk:
        desk.file.back_up(Reason.ASKED, desk.now)
        if "references" not in ids:
            desk.file.save(desk.season)
            return [ANEW]
        label = "Dropped references to records that are gone"
        desk.change(label, drop_dangling(desk.season, now=desk.now), said=label)
    return [f"{label}.", *([ANEW] if ids & REWRITTEN else [])]


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
