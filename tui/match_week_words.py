"""Match Week in words, for the screen and for plain lines: what is allowed now, who may be answered."""

from __future__ import annotations

from collections.abc import Iterator

from store.dates import show_for
from store.key_dates import HOW_SURE, key_date
from store.moments import Moment
from store.season import Season
from store.soap_week import SoapStage, SoapWeek
from tui.spelling import Spelling

NOBODY = "No program has contacted you yet, so none may be written to."
LOG_IT = "Log every call and message first: {rows.add} on its program, or `prematch received`. Then it may be answered."


def outside_words(season: Season, now: Moment) -> str:
    """When the silence of SOAP begins, or that it is over."""
    begins, ends = key_date(season, "match-week"), key_date(season, "soap-ends")
    if now.at < begins.at.at:
        sure = HOW_SURE[begins.mark]
        return f"The silence of SOAP begins {show_for(season.profile, begins.at, now)} ({sure})."
    return f"SOAP ended {show_for(season.profile, ends.at, now)}. Programs may be written to again."


def week_parts(season: Season, week: SoapWeek, now: Moment, spell: Spelling) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Titled lists of lines: what holds now first, then what comes, then who may be answered."""
    yield "Now", week.stage.steps
    for stage in week.stages[week.reached + 1 :]:
        yield f"From {show_for(season.profile, stage.begins.at, now)}", stage.steps
    ends = show_for(season.profile, week.ends, now)
    yield f"Until {ends}", ("Programs are not written to, nor by anybody for you. After it everybody may write again.",)
    heard = tuple(one.name for one in week.heard_from)
    yield "May be answered", (*(heard or (NOBODY,)), spell(LOG_IT))
    yield "Where this is from", (_source(week.stage),)


def _source(stage: SoapStage) -> str:
    return f"{stage.source}. Marked as {stage.mark.value}."
