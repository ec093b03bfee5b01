"""Questions about the applicant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.rules.profile import change_profile
from store.words import Citizenship
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.pick import Option

if TYPE_CHECKING:
    from tui.app import SeasonApp

CITIZENSHIPS = (
    Option("", "not said"),
    Option(Citizenship.CITIZEN, "US citizen"),
    Option(Citizenship.PERMANENT_RESIDENT, "US permanent resident"),
)


async def ask_first_facts(app: SeasonApp) -> Change | None:
    """The few facts that letters and clocks need from the start."""
    profile = app.state.season.profile
    fields = (
        Field("name", "Your name", profile.name, hint="as it stands on the application", required=True),
        Field("home_zone", "Where you are", profile.home_zone or app.now().zone, kind="zone", hint="a city"),
        Field("aamc_id", "AAMC ID", profile.aamc_id, hint="goes into signatures"),
        Field("school", "Medical school", profile.school),
        Field("citizenship", "Citizenship", profile.citizenship or "", kind="choice", choices=CITIZENSHIPS),
    )
    given = await app.push_screen_wait(Form("About you", fields))
    if given is None:
        return None
    facts = {**given, "citizenship": given["citizenship"] or None}
    return Change(f"Profile: {given['name']}", partial(change_profile, **facts))
