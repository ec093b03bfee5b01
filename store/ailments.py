"""What a look at a season file has found, in sentences, each with what a repair would do about it."""

from __future__ import annotations

from collections.abc import Iterator

from store.backup_reading import contents_in_words, held_in_words
from store.checkup import Checkup
from store.errors import Damaged
from store.frozen_record import record
from store.numbers import counted

LEAST_FREE = 1_000_000
"""Bytes; with less on the disk the doctor calls it full, however small the season is."""


@record(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, or is good to know."""

    id: str
    """Stable name, for scripts."""
    what: str
    """What was found, in one sentence."""
    remedy: str = ""
    """What a repair does about it, in one sentence; empty when nothing is to be done."""
    ill: bool = True
    """False when it is only good to know."""


def findings(seen: Checkup) -> tuple[Finding, ...]:
    """Everything worth saying about that file, the worst first."""
    return (*_of_the_file(seen), *_of_the_records(seen), *_beside_it(seen))


def _of_the_file(seen: Checkup) -> Iterator[Finding]:
    if isinstance(seen.trouble, Damaged):
        yield Finding("damaged" if seen.exists else "missing", str(seen.trouble), _way_back(seen))
    elif seen.trouble is not None:
        yield Finding("unreadable", str(seen.trouble))
    elif not seen.exists:
        yield Finding("new", "There is no season file yet; the first change makes it.", ill=False)
    if seen.season is not None and not seen.as_written:
        what = "The file was changed by hand or by another program, or a bit of it has tipped: its checksum is off."
        yield Finding("checksum", what, "Take the file as it stands and write it anew, after a backup.")
    if seen.locked_folder is not None:
        what = f"Nothing can be written in “{seen.locked_folder}”, so no change could be saved there."
        yield Finding("folder", what)
    if seen.free is not None and seen.free < max(LEAST_FREE, 2 * seen.size):
        what = f"Its disk is full, or nearly so: {max(0, seen.free) // 1000:,} kB are free, and saving may fail."
        yield Finding("full", f"{what} Make room on it.")
    for what in seen.folders:
        yield Finding("folders", what)
    if seen.open_to_others:
        what = "Other users of this machine may be able to read the file."
        yield Finding("open", what, "Write it anew, for you alone." if seen.season is not None else "")


def _way_back(seen: Checkup) -> str:
    good = seen.good_backup
    aside = "Keep the damaged file under another name and put" if seen.exists else "Put"
    if seen.beginning is not None:
        contents = contents_in_words(seen.beginning.written.season)
        return f"{aside} the whole season that it begins with in its place: {contents}."
    if seen.put_together is not None:
        contents = contents_in_words(seen.put_together.season)
        return f"{aside} what its undo steps lead to, from the first to the last, in its place: {contents}."
    if good is None or good.held is None:
        return ""
    return f"{aside} backup {good.number} in its place: {held_in_words(good.held)}."


def _of_the_records(seen: Checkup) -> Iterator[Finding]:
    if seen.dangling:
        count = len(seen.dangling)
        named = ", ".join(seen.dangling[:3]) + (" …" if count > 3 else "")
        whom = "a record that is gone" if count == 1 else "records that are gone"
        verb = "names" if count == 1 else "name"
        what = f"{counted(count, 'record')} {verb} {whom} ({named})."
        yield Finding("references", what, "Drop those references; one undo brings them back.")
    for notice in seen.notices:
        yield Finding("aside", notice, ill=False)
    if seen.unknown:
        what = f"The file holds what this version does not know: {', '.join(seen.unknown[:4])}. It is kept."
        yield Finding("unknown", what, ill=False)


def _beside_it(seen: Checkup) -> Iterator[Finding]:
    yield from _cut_short(seen)
    for copy in seen.copies:
        what = f"A sync program has left a copy beside it, “{copy.name}”: two machines had changed the season."
        yield Finding("copy", f'{what} `prematch merge "{copy}"` brings both together.', ill=False)
    if seen.holder:
        yield Finding("held", seen.holder, ill=False)
    yield from _of_the_backups(seen)
    yield from _of_other_ways(seen)
    yield from _of_the_steps(seen)


def _cut_short(seen: Checkup) -> Iterator[Finding]:
    """What killed runs have left."""
    if seen.leftovers:
        what = f"{counted(len(seen.leftovers), 'temporary file')} of runs that were cut short"
        yield Finding("leftovers", f"{what} can go.", "Remove them; no season is in them that was ever called saved.")
    if seen.begun:
        named = ", ".join(f"“{one.name}”" for one in seen.begun[:3]) + (" …" if len(seen.begun) > 3 else "")
        what = f"{counted(len(seen.begun), 'archive folder')} of which the writing was cut short can go: {named}."
        anew = "Remove them; all that is in them is in the season, and `prematch archive` writes it anew."
        yield Finding("archives", what, anew)


def _of_the_backups(seen: Checkup) -> Iterator[Finding]:
    broken = [str(one.number) for one in seen.backups if one.held is None]
    if broken and len(broken) == len(seen.backups):
        yield Finding("backups", "None of the backups can be read.")
    elif broken:
        which = f"Backup {broken[0]}" if len(broken) == 1 else f"Backups {', '.join(broken)}"
        yield Finding("backups", f"{which} cannot be read; the others can.", ill=False)


def _of_other_ways(seen: Checkup) -> Iterator[Finding]:
    """Changes that no undo leads to: made after an older copy that was put back, or on a way that was left."""
    later = seen.highest_step - seen.revision
    if seen.season is not None and later > 0:
        what = "1 change was" if later == 1 else f"{later:,} changes were"
        what = f"{what} made after the season as it stands, as when an older copy is put back; they are kept for redo."
        yield Finding("later", what, "Let redo reach them; the season stays as it is.", ill=False)
    elif seen.left:
        one, several = "1 change stands on a way that was left", f"{seen.left:,} changes stand on ways left"
        what = one if seen.left == 1 else several
        why = "something else was done after undo, or after an older copy was put back"
        yield Finding("left", f"{what}: {why}. `prematch history --others` leads there; all of it is kept.", ill=False)


def _of_the_steps(seen: Checkup) -> Iterator[Finding]:
    if seen.undo_ends:
        missing = "The step that led to the season as it stands is missing or cannot be read"
        what = f"{missing}, so undo ends before it begins. The next changes can be undone again."
        yield Finding("undo", what, ill=False)
    elif seen.broken_steps:
        what = f"{counted(seen.broken_steps, 'undo step')} of {seen.steps:,} cannot be read; undo ends there."
        yield Finding("steps", what, ill=False)
