"""Match Week on screen: the rule that leads every screen, what is allowed hour by hour, and what the Match brought."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.follow_ups.follow_up import soap_silence
from store.words import OUTCOME_WORDS, Outcome, Status

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.requests import Change
    from tui.screens.season_screen import SeasonScreen
    from tui.state import SeasonState

OUTCOME_KEYS = {"m": Outcome.MATCHED, "s": Outcome.SOAP, "n": Outcome.UNMATCHED}
FORGET = "forget"


def show_silence(screen: SeasonScreen, state: SeasonState) -> None:
    """Put the rule of the week under the top line while it holds, and take it away afterwards."""
    silence = soap_silence(state.season, state.now)
    from store.soap_week import silence_words
    from tui.widgets.silence_line import SilenceLine

    there = screen.query(SilenceLine)
    if silence is None:
        there.remove()
    else:
        line = there.first() if there else SilenceLine()
        line.wordings = silence_words(silence, state.season.profile, state.now)
        if not there:
            screen.mount(line, before="#body")
    screen.silent = silence is not None


def show_soap(app: SeasonApp) -> None:
    """Open what Match Week allows, or say that it is not the time."""
    from store.soap_week import soap_week
    from tui.match_week_words import outside_words, week_parts
    from tui.program_story import Part
    from tui.screens.dialogs.reading import Reading

    season, now = app.state.season, app.state.now
    week = soap_week(season, now)
    if week is None:
        app.say(outside_words(season, now))
        return
    parts = tuple(Part(title, lines) for title, lines in week_parts(season, week, now, app.spell))
    app.push_screen(Reading("Match Week", parts))


async def ask_outcome(app: SeasonApp) -> Change | None:
    """What the Match brought, and where it brought a place once that is known."""
    from store.rules.outcome import record_outcome
    from tui.requests import Change
    from tui.screens.dialogs.menu import Choice, Menu

    told = app.state.season.profile.outcome
    choices = [Choice(key, OUTCOME_WORDS[one], one, "now" if one is told else "") for key, one in OUTCOME_KEYS.items()]
    if told is not None:
        choices.append(Choice("f", "forget what was recorded", FORGET))
    answer: Outcome | str | None = await app.push_screen_wait(Menu("What did the Match bring?", tuple(choices)))
    if answer is None:
        return None
    if not isinstance(answer, Outcome):
        return Change("The Match: not recorded", partial(record_outcome, outcome=None))
    where = "" if answer is Outcome.UNMATCHED else await _ask_where(app, answer)
    if where is None:
        return None
    name = f", {app.state.season.programs_by_id[where].name}" if where else ""
    rule = partial(record_outcome, outcome=answer, program_id=where)
    return Change(f"The Match: {OUTCOME_WORDS[answer]}{name}", rule)


async def _ask_where(app: SeasonApp, outcome: Outcome) -> str | None:
    """The program; empty while a match is known and its place is not, None when the person went back."""
    from tui.asking.going import LATER, ask_listed

    season = app.state.season
    matched = next((one.id for one in season.followed if one.status is Status.MATCHED), "")
    if matched:
        return matched
    applied = tuple(one.id for one in season.followed if one.status is not Status.PLANNED)
    later = "I hear on Match Day" if outcome is Outcome.MATCHED else ""
    where = await ask_listed(app, "Which program?", applied, otherwise=later)
    return "" if where == LATER else where
