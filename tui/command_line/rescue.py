"""A season file that cannot be opened: the newest good backup, or what its steps lead to, is offered."""

from __future__ import annotations

from pathlib import Path

from store.backup_reading import contents_in_words, kept_profile
from store.checkup import Checkup, look_over
from store.disk import Disk
from store.errors import Damaged, FileTrouble
from store.repairing import bring_back, keep_beginning, put_together
from store.season import Season
from tui.clock import Clock
from tui.command_line.backing_up import made_and_told
from tui.command_line.hearing import agreed
from tui.command_line.restoring import after_bringing_back
from tui.command_line.speaking import words

LEFT_ALONE = "Nothing was changed. `prematch doctor` says what else can be done."


def rescued(path: Path, damage: Damaged, clock: Clock) -> str:
    """Put the newest good backup, or else what the undo steps lead to, in place if the person agrees.

    Gives the sentences about it. Raises the damage itself when there is nothing, and FileTrouble when the person
    would rather not.
    """
    seen = look_over(path)
    if seen.beginning is not None:
        return _beginning(seen, seen.beginning.written.season, damage, clock)
    if seen.put_together is not None:
        return _put_together(seen, seen.put_together.season, damage, clock)
    if seen.good_backup is None:
        raise damage
    home = clock(kept_profile([seen.good_backup.backup], Disk()))
    words(str(damage))
    words(f"The newest good backup, of {made_and_told(seen.good_backup, home)}.")
    _ask(seen, "it")
    done = bring_back(seen.path, seen.good_backup.backup.path, now=home)
    return " ".join(after_bringing_back(done.aside, done.later_steps, redo="U"))


def _beginning(seen: Checkup, season: Season, damage: Damaged, clock: Clock) -> str:
    words(str(damage))
    words(f"It begins with a whole season, though: {contents_in_words(season)}.")
    _ask(seen, "that season")
    done = keep_beginning(seen.path, now=clock(season.profile))
    return " ".join(after_bringing_back(done.aside, done.later_steps, redo="U"))


def _put_together(seen: Checkup, season: Season, damage: Damaged, clock: Clock) -> str:
    words(str(damage))
    words(f"The undo steps lead from the first change to a season with {contents_in_words(season)}.")
    _ask(seen, "that season")
    done = put_together(seen.path, now=clock(season.profile))
    return " ".join(after_bringing_back(done.aside, 0))


def _ask(seen: Checkup, what: str) -> None:
    kept = ", which is kept under another name" if seen.exists else ""
    if not agreed(f"Put {what} in the place of the {'damaged' if seen.exists else 'missing'} file{kept}?"):
        raise FileTrouble(LEFT_ALONE)
