"""A season file that cannot be opened: the newest good backup is offered before the full screen."""

from __future__ import annotations

from pathlib import Path

from store.backup_reading import kept_profile
from store.checkup import look_over
from store.disk import Disk
from store.errors import Damaged, FileTrouble
from store.repairing import bring_back
from tui.clock import Clock
from tui.command_line.asking import agreed
from tui.command_line.backing_up import made_and_told
from tui.command_line.restoring import after_bringing_back
from tui.command_line.speaking import words

LEFT_ALONE = "Nothing was changed. `prematch doctor` says what else can be done."


def rescued(path: Path, damage: Damaged, clock: Clock) -> str:
    """Put the newest good backup in place if the person agrees, and give the sentences about it.

    Raises the damage itself when there is no good backup, and FileTrouble when the person would rather not.
    """
    seen = look_over(path)
    if seen.good_backup is None:
        raise damage
    home = clock(kept_profile([seen.good_backup.backup], Disk()))
    words(str(damage))
    words(f"The newest good backup, of {made_and_told(seen.good_backup, home)}.")
    kept = ", which is kept under another name" if seen.exists else ""
    if not agreed(f"Put it in the place of the {'damaged' if seen.exists else 'missing'} file{kept}?"):
        raise FileTrouble(LEFT_ALONE)
    done = bring_back(seen.path, seen.good_backup.backup.path, now=home)
    return " ".join(after_bringing_back(done.aside, done.later_steps, redo="U"))
