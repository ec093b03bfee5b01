"""What enter and X mean on each line of the profile: a fact, a later place, news."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.dates import show_day_short
from store.ids import new_id
from store.records import News
from store.rules import profile as rules
from store.season import Season
from tui.asking.profile import ask_fact, ask_stay, without_stay
from tui.asking.typed_days import a_day
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.pick import Option
from tui.season_lines import NEWS, STAYS
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp

REACHES = (Option(False, "for updates"), Option(True, "every program has to hear of it"))
LABEL = 60


async def ask_line(app: SeasonApp, key: str) -> Change | None:
    """What to change about the line of that key."""
    what, _, which = key.partition(":")
    if what == STAYS:
        return await ask_stay(app, int(which) if which else None)
    if what == NEWS:
        return await ask_news(app, next((one for one in app.state.season.news if one.id == which), None))
    return await ask_fact(app, key)


def without_line(season: Season, key: str) -> Change | None:
    """The change that takes that line away; None for one that can only be emptied."""
    what, _, which = key.partition(":")
    if what == STAYS and which:
        return without_stay(season.profile, int(which))
    gone = next((one for one in season.news if what == NEWS and one.id == which), None)
    if gone is None:
        return None
    return Change(f"No news after all: {line(gone.what, LABEL)}", partial(rules.forget_news, news_id=gone.id))


async def ask_news(app: SeasonApp, known: News | None = None) -> Change | None:
    """Something new about the applicant, or `known` said differently."""
    rule = rules.add_news if known is None else rules.change_news
    began, day = (known.day if known else app.now().day).isoformat(), a_day(app, past=True)
    fields = (
        Field("what", "What is new", known.what if known else "", required=True, hint="I passed Step 3."),
        Field("day", "Since", began, kind="day", hint=as_typed(11, 12), required=True, understand=day),
        Field("eligibility", "Reaches", bool(known and known.eligibility), kind="choice", choices=REACHES),
    )
    news_id = known.id if known else new_id("w")

    def check(given: dict[str, Any]) -> None:
        rule(app.state.season, News(news_id, **_as_news(given)), now=app.now())

    given = await app.push_screen_wait(Form("Something new about you", fields, check, about=news_id if known else ""))
    if given is None:
        return None
    news = News(news_id, **_as_news(given))
    words = f"News of {show_day_short(news.day)}: {line(news.what, LABEL)}"
    return Change(words, partial(rule, news=news))


def _as_news(given: dict[str, Any]) -> dict[str, Any]:
    return {"day": given["day"], "what": given["what"], "eligibility": bool(given["eligibility"])}
