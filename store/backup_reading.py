"""What is in a backup: counted, dated, or found wanting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from store.backups import REASON_WORDS, Backup
from store.disk import Disk
from store.errors import FileTrouble
from store.found_season import found_at, saved_in
from store.frozen_record import record
from store.moments import Moment
from store.numbers import counted
from store.records import Profile
from store.safe_write import why
from store.season import Season
from store.words import UNSENT


@record(frozen=True, slots=True)
class Held:
    """How much a season holds."""

    programs: int
    """Programs that are not in the trash."""
    letters: int
    """Messages that are not in the trash."""
    drafts: int
    """Those of them that were not sent."""


@record(frozen=True, slots=True)
class Examined:
    """One backup, looked into."""

    backup: Backup
    """Which one."""
    number: int
    """Its place in the list, 1 for the newest."""
    size: int
    """Bytes."""
    held: Held | None = None
    """How much is in it; None when it cannot be read."""
    saved: datetime | None = None
    """When that season was last changed, aware; None when the file does not say."""
    trouble: str = ""
    """Why it cannot be read, in one sentence."""

    @property
    def reason(self) -> str:
        """Why it was made, in words."""
        return REASON_WORDS[self.backup.reason]

    @property
    def made(self) -> Moment:
        """When it was made."""
        return Moment(self.backup.made, "UTC")

    @property
    def changed(self) -> Moment | None:
        """The last change of the season in it; None when the file does not say."""
        return Moment(self.saved, "UTC") if self.saved else None


def examined(backups: Iterable[Backup], disk: Disk, known: Iterable[Examined] = ()) -> Iterator[Examined]:
    """Each of these, newest first, looked into as it is asked for; what is known already is not read again."""
    seen = {one.backup: one for one in known}
    for number, backup in enumerate(backups, start=1):
        yield replace(seen[backup], number=number) if backup in seen else _examined(backup, number, disk)


def kept_profile(backups: Iterable[Backup], disk: Disk) -> Profile:
    """Who applies, from the newest of these that can be read; an empty profile when none can."""
    for one in backups:
        with suppress(FileTrouble):
            return found_at(one.path, disk).written.season.profile
    return Profile()


def held_in(season: Season) -> Held:
    """How much that season holds."""
    letters = [one for one in season.letters if one.trashed is None]
    drafts = sum(one.state in UNSENT for one in letters)
    return Held(len(season.followed), len(letters), drafts)


def held_in_words(held: Held) -> str:
    """How much that is: `64 programs, 112 messages (3 not sent)`."""
    words = f"{counted(held.programs, 'program')}, {counted(held.letters, 'message')}"
    return f"{words} ({held.drafts:,} not sent)" if held.drafts else words


def contents_in_words(season: Season) -> str:
    """How much is in that season, in words."""
    return held_in_words(held_in(season))


def _examined(backup: Backup, number: int, disk: Disk) -> Examined:
    size = 0
    try:
        size = disk.look(backup.path).st_size
        found = found_at(backup.path, disk)
    except OSError as error:
        return Examined(backup, number, size, trouble=f"“{backup.name}” could not be read: {why(error)}.")
    except FileTrouble as trouble:
        return Examined(backup, number, size, trouble=str(trouble).replace(str(backup.path), backup.name))
    return Examined(backup, number, size, held_in(found.written.season), saved_in(found))
