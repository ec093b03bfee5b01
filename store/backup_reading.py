"""What is in a backup: counted, dated, or found wanting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from store.backups import REASON_WORDS, Backup
from store.disk import Disk
from store.errors import FileTrouble
from store.found_season import found_at, saved_in
from store.frozen_record import record
from store.moments import Moment
from store.safe_write import why
from store.season import Season
from store.words import LetterState


@record(frozen=True, slots=True)
class Examined:
    """One backup, looked into."""

    backup: Backup
    """Which one."""
    number: int
    """Its place in the list, 1 for the newest."""
    size: int
    """Bytes."""
    season: Season | None = None
    """The season in it; None when it cannot be read."""
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


def examined(backups: Iterable[Backup], disk: Disk) -> Iterator[Examined]:
    """Each of these, newest first, looked into as it is asked for."""
    for number, backup in enumerate(backups, start=1):
        yield _examined(backup, number, disk)


def newest_good(backups: Iterable[Backup], disk: Disk) -> Examined | None:
    """The newest of these that can be read."""
    return next((one for one in examined(backups, disk) if one.season is not None), None)


def contents_in_words(season: Season) -> str:
    """How much is in it: `64 programs, 112 messages`."""
    programs, letters = len(season.followed), [one for one in season.letters if one.trashed is None]
    drafts = sum(one.state in (LetterState.DRAFT, LetterState.READY) for one in letters)
    words = f"{_counted(programs, 'program')}, {_counted(len(letters), 'message')}"
    return f"{words} ({drafts} not sent)" if drafts else words


def _examined(backup: Backup, number: int, disk: Disk) -> Examined:
    size = 0
    try:
        size = disk.look(backup.path).st_size
        found = found_at(backup.path, disk)
    except OSError as error:
        return Examined(backup, number, size, trouble=f"“{backup.name}” could not be read: {why(error)}.")
    except FileTrouble as trouble:
        return Examined(backup, number, size, trouble=str(trouble).replace(str(backup.path), backup.name))
    return Examined(backup, number, size, found.written.season, saved_in(found))


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
