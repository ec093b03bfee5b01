"""The checklist of a cancelled interview: who has been told, one key each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.cancelling import TOLD_WORDS, told_of_cancelling
from store.dates import show_day_short
from store.records import Interview
from store.rules import cancelling
from store.words import ToTell
from tui.requests import Change
from tui.screens.dialogs.menu import Choice, Menu

if TYPE_CHECKING:
    from tui.app import SeasonApp

KEYS = {"p": ToTell.PORTAL, "c": ToTell.COORDINATOR, "e": ToTell.ERAS}
WRITE = "write"


async def ask_telling(app: SeasonApp, interview: Interview) -> bool:
    """Tick off who knows, until everybody does or it is closed; True when a message to the coordinator is wanted."""
    name = app.state.season.programs_by_id[interview.program_id].name
    while True:
        season = app.state.season
        interview = season.interviews_by_id.get(interview.id, interview)
        known = told_of_cancelling(season, interview)
        home = app.state.home
        choices = [
            Choice(
                key,
                f"[{'x' if whom in known else ' '}] {TOLD_WORDS[whom]}",
                whom,
                f"told {show_day_short(home.day_of(known[whom]))}" if whom in known else "",
            )
            for key, whom in KEYS.items()
        ]
        if ToTell.COORDINATOR not in known:
            choices.append(Choice("m", "write to the coordinator", WRITE))
        answer = await app.push_screen_wait(Menu(f"Cancelled at {name}: who knows?", tuple(choices)))
        if not isinstance(answer, ToTell):
            return bool(answer == WRITE)
        if not _ticked(app, interview, answer):
            return False
        if all(whom in known or whom is answer for whom in ToTell) and answer not in known:
            return False


def _ticked(app: SeasonApp, interview: Interview, whom: ToTell) -> bool:
    """Tick that one, or take the tick back; False when it was refused."""
    told = any(one.whom is whom for one in interview.told)
    rule = partial(cancelling.untell if told else cancelling.tell, interview_id=interview.id, whom=(whom,))
    label = f"{'Not told after all' if told else 'Told of the cancellation'}: {TOLD_WORDS[whom]}"
    return app.change_season(Change(label, rule))
