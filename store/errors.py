"""What can go wrong, in sentences fit to show a person."""

from __future__ import annotations


class SeasonError(Exception):
    """Anything the person should be told in one sentence; `str(error)` is that sentence."""


class RuleBroken(SeasonError):
    """The season's rules do not allow this change; nothing was changed."""


class Unclear(SeasonError):
    """Something typed has no single meaning; `choices` lists what it might mean."""

    def __init__(self, sentence: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.choices = choices


class FileTrouble(SeasonError):
    """The season file cannot be read or written; the file on disk was left as it is."""


class FileHeld(FileTrouble):
    """Another program holds the season file for changing; it can still be read."""


class Damaged(FileTrouble):
    """What lies where the season file should be makes no season, or is gone although there are backups of it."""


class ChangedOutside(FileTrouble):
    """Another program has changed the season file since it was read here; nothing of that was overwritten."""
