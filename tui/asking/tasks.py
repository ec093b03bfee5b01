"""Questions about follow-ups of the person's own: a new one, other words or another day, or none after all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.dates import show_moment
from store.ids import new_id
from store.moments import Moment
from store.records import Task
from store.rules import follow_ups
from tui.asking.records import Deed
from tui.asking.trying import ask_until_taken
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_task(app: SeasonApp, program_id: str = "") -> Change | None:
    """What there is to do, and by when."""
    season = app.state.season
    name = season.programs_by_id[program_id].name if program_id else "the season"
    fields = (Field("what", "What", required=True), _due_field(_due_of(app)))

    def as_change(given: dict[str, Any]) -> Change:
        task = Task(new_id("t"), str(given["what"]), given["due"], program_id)
        return Change(f"Follow-up added: {task.what}", partial(follow_ups.add_task, task=task))

    return await ask_until_taken(app, Form(f"A follow-up for {name}", fields, about=program_id), as_change)


async def ask_task_deed(app: SeasonApp, task: Task) -> Change | None:
    """Whether it reads differently now, or goes."""
    choices = (
        Choice("e", "change its words, its day, its program", Deed.CHANGE),
        Choice("x", "remove it", Deed.REMOVE),
    )
    deed = await app.push_screen_wait(Menu(line(task.what, 60), choices, default=Deed.CHANGE))
    if deed is Deed.CHANGE:
        return await ask_task_change(app, task)
    return removed_tasks((task,)) if deed is Deed.REMOVE else None


async def ask_task_change(app: SeasonApp, task: Task) -> Change | None:
    """Other words, another day, another program."""
    programs = sorted(app.state.season.followed, key=lambda one: one.name.casefold())
    fields = (
        Field("what", "What", task.what, required=True),
        _due_field(_due_of(app, task.due), _typed(app, task.due)),
        Field(
            "program_id",
            "For",
            task.program_id,
            kind="choice",
            choices=(Option("", "the season"), *(Option(one.id, one.name) for one in programs)),
        ),
    )

    def as_change(given: dict[str, Any]) -> Change:
        rule = partial(
            follow_ups.edit_task,
            task_id=task.id,
            what=str(given["what"]),
            due=given["due"],
            program_id=str(given["program_id"]),
        )
        return Change(f"Follow-up changed: {given['what']}", rule)

    return await ask_until_taken(app, Form("A follow-up of your own", fields, about=task.id), as_change)


def removed_tasks(tasks: Sequence[Task]) -> Change:
    """The change that takes these follow-ups of one's own away."""
    what = tasks[0].what if len(tasks) == 1 else f"{len(tasks)} follow-ups"
    ids = tuple(task.id for task in tasks)
    return Change(f"Removed: {what}", partial(follow_ups.remove_tasks, task_ids=ids))


def _due_field(understand: Callable[[str], tuple[Moment, str]], value: str = "") -> Field:
    hint = f"fri, 3d, {as_typed(12, 2)} 9am"
    return Field("due", "By when", value, hint=hint, required=True, understand=understand)


def _typed(app: SeasonApp, due: Moment) -> str:
    return f"{due.seen_from(app.now().zone).local:%Y-%m-%d %H:%M}"


def _due_of(app: SeasonApp, known: Moment | None = None) -> Callable[[str], tuple[Moment, str]]:
    """Understands a moment on the clock at home; what stands there untouched stays the moment it was."""
    from store.spoken_dates import understand_moment

    def understand(text: str) -> tuple[Moment, str]:
        if known is not None and text.strip() == _typed(app, known):
            return known, show_moment(known.seen_from(app.now().zone))
        heard = understand_moment(text, now=app.now(), zone=app.now().zone)
        return heard.moment, heard.said

    return understand
