"""Asks with a form that stays open, with everything typed in it, until the rule takes what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tui.requests import Change
from tui.screens.dialogs.form import Form

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_until_taken(app: SeasonApp, form: Form, as_change: Callable[[dict[str, Any]], Change]) -> Change | None:
    """The change that form answers with; what a rule refuses is said in the form, where it can be mended."""

    def check(given: dict[str, Any]) -> None:
        as_change(given).rule(app.state.season, now=app.now())

    form.check = check
    given = await app.push_screen_wait(form)
    return None if given is None else as_change(given)
