"""The menu of saved filters: a digit applies one, `s` saves the one in force, `X` removes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.sentence_ends import ended
from tui.choices_file import LONGEST, MOST_FILTERS
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.menu import Choice, Menu
from tui.state import SavedFilter

if TYPE_CHECKING:
    from tui.app import SeasonApp

SAVE, REMOVE = object(), object()
"""Stand for saving and removing among the filters."""
NONE_YET = "No filter is saved yet: type one after {lists.filter}, then {lists.saved-filters} keeps it under a name."
UNNAMED = "without a name it is called what it looks for"
FULL = "There are as many saved filters as there are digits.  {lists.saved-filters} then X removes one."


async def ask_filter(app: SeasonApp, in_force: str) -> str | None:
    """The saved filter to apply; None when there is none to apply, after saving or removing if that was wished."""
    saved = app.choices.filters
    offers = _digits(saved)
    if in_force.strip():
        offers += (Choice("s", "save the filter in force", SAVE, in_force),)
    if saved:
        offers += (Choice("X", "remove one", REMOVE),)
    if not offers:
        app.say(app.spell(NONE_YET))
        return None
    chosen = await app.push_screen_wait(Menu("Saved filters", offers))
    if chosen is SAVE:
        await _save(app, in_force.strip())
    elif chosen is REMOVE:
        await _remove(app)
    return chosen.text if isinstance(chosen, SavedFilter) else None


def _digits(saved: tuple[SavedFilter, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(digit), one.name, one, one.text) for digit, one in enumerate(saved, 1))


async def _save(app: SeasonApp, text: str) -> None:
    """Keep that filter under a name; a name that is there already takes the new filter."""
    if len(text) > LONGEST:
        app.say(f"That filter is longer than {LONGEST} characters, too long to be saved.")
        return
    question = Ask(
        "Save this filter", f"Name for  {text}", help=UNNAMED, allow_empty=True, limit=LONGEST, about=text
    )  # with nothing in the line yet: a name is typed, never put behind another one
    name: str | None = await app.push_screen_wait(question)
    if name is None:
        return
    name = name.strip() or text
    saved, new = app.choices.filters, SavedFilter(name, text)
    if any(one.name == name for one in saved):
        filters = tuple(new if one.name == name else one for one in saved)
    elif len(saved) >= MOST_FILTERS:
        app.say(app.spell(FULL))
        return
    else:
        filters = (*saved, new)
    app.choose(replace(app.choices, filters=filters))
    app.say(
        f"Saved the filter {ended(name)}  {app.spell.key('lists.saved-filters')} {filters.index(new) + 1} applies it"
    )


async def _remove(app: SeasonApp) -> None:
    """Let go of one of them; what it was is said, so that it can be typed again."""
    gone: SavedFilter | None = await app.push_screen_wait(Menu("Remove which filter?", _digits(app.choices.filters)))
    if gone is not None:
        app.choose(replace(app.choices, filters=tuple(one for one in app.choices.filters if one is not gone)))
        app.say(f"Removed the saved filter {ended(gone.name)}  It was: {gone.text}")
