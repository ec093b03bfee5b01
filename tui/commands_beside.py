"""What commands leave to be done while the season is open on screen: done here, saved with it, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errands import Errand, Errands, Outcome, Reply, Way, refuse_dangling
from store.errors import RuleBroken

if TYPE_CHECKING:
    from tui.app import SeasonApp

IN_BETWEEN = "Something was changed in the open window in this moment. Nothing was done; try once more."
ERRAND_SECONDS = 2.0
"""How long an undo that a command asks for may wait until the disk has the change before it."""


class CommandsBeside:
    """Carries out the errands of commands in the window that holds the season."""

    def __init__(self, app: SeasonApp) -> None:
        self._app = app
        self._errands = Errands(app.file.path, app.file.disk)
        self._owed: list[str] = []
        """Errands whose step is not on disk yet."""

    def clear(self) -> None:
        """Forget what was left for another window."""
        self._errands.clear()

    def run(self, errand_id: str, *, changed: bool) -> None:
        """Do what a command has left, unless the file is another one by now; whoever waits is told."""
        errand = self._errands.take(errand_id)
        if errand is None:
            return
        try:
            if changed:
                raise RuleBroken("Another program has changed the season file; the open window asks what to do first.")
            if self._app.saver.trouble:
                raise RuleBroken(
                    f"The open window cannot save just now, so nothing was changed. {self._app.saver.trouble}"
                )
            self._do(errand)
        except RuleBroken as refused:
            self._errands.reply(errand.id, Reply(Outcome.REFUSED, str(refused)))
        else:
            self._owed.append(errand.id)

    def _do(self, errand: Errand) -> None:
        app, step = self._app, errand.step
        app.settle_screens()
        if errand.way is Way.CHANGE:
            refuse_dangling(app.state.season, step)
            app.take_step(step)
            return
        back = errand.way is Way.UNDO
        known = None
        if app.saver.wait(ERRAND_SECONDS):
            known = app.file.history.undo_step() if back else app.file.history.redo_step()
        if known is None or known.id != step.id:
            raise RuleBroken(IN_BETWEEN)
        app.travel_by(known, back=back)

    def saved(self, trouble: str) -> None:
        """Tell whoever waits whether their change is on disk."""
        if self._app.saver.pending and not trouble:
            return
        words = f"The open window shows the change, but it is not on disk yet. {trouble}" if trouble else ""
        for errand_id in self._owed:
            self._errands.reply(errand_id, Reply(Outcome.UNSAVED if trouble else Outcome.SAVED, words))
        self._owed.clear()
