"""Follow-ups of the person's own in a list of follow-ups: added, changed, removed."""

from __future__ import annotations

from textual import work

from store.records import Task
from tui.review_sections import Item
from tui.screens.answering import Answering

NOT_YOURS = "Only a follow-up of your own, not cleared yet, changes or goes here."


class TaskActions(Answering):
    """A list of follow-ups, some of them the person's own."""

    @property
    def here(self) -> Item | None:
        """What the cursor is on."""
        raise NotImplementedError

    @work
    async def action_add(self) -> None:
        """Add a follow-up of one's own, for the program under the cursor if there is one."""
        from tui.asking.tasks import ask_task

        item = self.here
        change = await ask_task(self.season_app, item.program_id if item else "")
        if change is not None:
            self.season_app.change_season(change)

    @work
    async def action_edit_task(self) -> None:
        """Other words, another day or another program for the one under the cursor."""
        from tui.asking.tasks import ask_task_change

        task = self._task_of(self.here)
        if task is None:
            self.say(NOT_YOURS)
            return
        change = await ask_task_change(self.season_app, task)
        if change is not None and self.season_app.change_season(change):
            self.follow(frozenset((task.id,)))

    def action_remove_task(self) -> None:
        """Take it away, or all selected that are one's own."""
        from tui.asking.tasks import removed_tasks

        tasks = tuple(task for item in self.chosen if (task := self._task_of(item)) is not None)
        if not tasks:
            self.say(NOT_YOURS)
        elif self.season_app.change_season(removed_tasks(tasks)):
            self.table.clear_selection()

    def _task_of(self, item: Item | None) -> Task | None:
        """The task behind that line; None where a rule made it, or it is no follow-up."""
        key = item.follow_up.key if item and item.follow_up else ""
        return next((one for one in self.season.tasks if key == f"TASK:{one.id}"), None)
