"""A change handed to whoever has the season open: left beside it, taken in there once, or withdrawn."""

from __future__ import annotations

from store.errands import Errand, Errands, Outcome, Reply, Way, new_errand, refuse_dangling
from store.errors import FileHeld, FileTrouble, RuleBroken
from store.history import Step, redone, undone
from store.season_file import SeasonFile

BETWEEN = 0.05
"""Seconds between two looks for a reply."""
UNTAKEN = 6.0
"""Seconds until a change that nobody has taken in is withdrawn."""
UNTOLD = 15.0
"""Seconds until a change that was taken in, but not confirmed, is told as such."""
KNOCK = 5
"""Looks between two tries whether the season has become free."""


def hand_in(file: SeasonFile, way: Way, step: Step) -> bool:
    """Have that step taken; True when the open window did it, False when the season became free and it was done here.

    Raises RuleBroken when it was refused there, FileHeld when nobody took it in and nothing was changed,
    and FileTrouble when it is not sure to be on disk.
    """
    errands, errand = Errands(file.path, file.disk), new_errand(way, step)
    errands.leave(errand)
    try:
        return _waited(file, errands, errand)
    finally:
        errands.withdraw(errand.id)  # also when the person breaks off


def _waited(file: SeasonFile, errands: Errands, errand: Errand) -> bool:
    held: FileTrouble | None = None
    for look in range(round(UNTOLD / BETWEEN)):
        if reply := errands.reply_to(errand.id):
            return _heard(reply)
        if look % KNOCK == KNOCK - 1:
            held = _still_held(file)
            if held is None:
                return _done_here(file, errands, errand)
        if look * BETWEEN > UNTAKEN and errands.withdraw(errand.id):
            raise FileHeld(f"{held} It did not take the change in, so nothing was changed.")
        file.disk.pause(BETWEEN)
    raise FileTrouble(
        f"“{file.path}” is open in another window, which has taken the change in but not said that it is on disk. "
        "`prematch history` tells whether it is, before you try again."
    )


def _heard(reply: Reply) -> bool:
    if reply.outcome is Outcome.REFUSED:
        raise RuleBroken(reply.words)
    if reply.outcome is Outcome.UNSAVED:
        raise FileTrouble(reply.words)
    return True


def _still_held(file: SeasonFile) -> FileTrouble | None:
    """Who has the season, in a sentence; None once it is ours, with what was saved meanwhile read."""
    try:
        file.take_over()
    except FileHeld as held:
        return held
    return None


def _done_here(file: SeasonFile, errands: Errands, errand: Errand) -> bool:
    # Whoever had the season has ended. Had it taken the change in, then it did so for good or not at
    # all, and the history tells which.
    if reply := errands.reply_to(errand.id):
        return _heard(reply)
    errands.withdraw(errand.id)
    step = errand.step
    if errand.way is Way.CHANGE:
        if all(one.step.id != step.id for one in file.history.labels()):
            refuse_dangling(file.season, step)
            file.save(redone(file.season, step), (step,))
        return False
    back = errand.way is Way.UNDO
    known = file.history.undo_step() if back else file.history.redo_step()
    if known is not None and known.id == step.id:
        (file.save_undone if back else file.save_redone)((undone if back else redone)(file.season, known), known)
    return False
