"""F19: from Match Day on the outcome is recorded, the matched program thanked, and the season kept."""

from __future__ import annotations

from collections.abc import Iterator

from store.dates import show_for
from store.follow_ups.follow_up import FollowUp
from store.follow_ups.letters_between import sent
from store.key_dates import key_date
from store.late_values import later
from store.moments import Moment
from store.records import Profile, Program
from store.season import Season
from store.words import Kind, Status

DAYS_DUE, DAYS_SHOWN = 3, 14
"""After Match Day, or after the place was known: thanks are best by the one, and no longer proposed after the other."""
DAYS_TO_KEEP = 14
"""Before the portals close, the season is best kept."""


def after_the_match(season: Season, now: Moment) -> Iterator[FollowUp]:
    """What is left to do from Match Day on: say what it brought, and when that is known, thank and keep."""
    match_day, closes = key_date(season, "match-day").at, key_date(season, "eras-closes").at
    if now.at < match_day.at:
        return
    if season.profile.outcome is None:
        yield from _outcome(match_day, now)
        return
    for program in season.followed:
        if program.status is Status.MATCHED:
            yield from _thanks(season, program, match_day, now)
    if now.at < closes.at:
        yield _keep(season.profile, match_day, closes, now)


def _outcome(match_day: Moment, now: Moment) -> Iterator[FollowUp]:
    if now.at <= match_day.after(days=DAYS_SHOWN).at:
        yield FollowUp(
            key="F19:outcome",
            rule="F19",
            what="record what the Match brought",
            short="record the outcome",
            why="Match Day is here. O in the Season view or `prematch outcome` records what it brought; then thanks to "
            "where you matched and keeping the season are proposed.",
            due=match_day,
            latest=match_day.after(days=DAYS_SHOWN),
        )


def _thanks(season: Season, program: Program, match_day: Moment, now: Moment) -> Iterator[FollowUp]:
    """One message to the program itself; the people it names beside it have no place of their own here."""
    taken = program.since or match_day
    known = max((match_day, taken), key=lambda one: one.at)
    told = min((match_day, taken), key=lambda one: one.at)  # an offer of SOAP is accepted before Match Day
    thanked = any(sent(season, program.id, (Kind.AFTER_MATCH,), since=told))
    if thanked or now.at > known.after(days=DAYS_SHOWN).at:
        return
    yield FollowUp(
        key=f"F19:thanks:{program.id}",
        rule="F19",
        what="thank the program you matched with",
        short="thanks after the Match",
        why=later(
            lambda: (
                f"{program.name} is where you matched. A few words are welcome within days; those who wrote letters "
                "for you, and coordinators who helped, are glad of some too."
            )
        ),
        due=known.after(days=DAYS_DUE),
        latest=known.after(days=DAYS_SHOWN),
        kind=Kind.AFTER_MATCH,
        program_id=program.id,
    )


def _keep(profile: Profile, match_day: Moment, closes: Moment, now: Moment) -> FollowUp:
    return FollowUp(
        key="F19:keep",
        rule="F19",
        what="keep the season as a folder that needs no program",
        short="archive the season",
        why=later(_why_keep, profile, closes, now),
        due=max((match_day, closes.after(days=-DAYS_TO_KEEP)), key=lambda one: one.at),
        latest=closes,
    )


def _why_keep(profile: Profile, closes: Moment, now: Moment) -> str:
    return (
        f"MyERAS can be opened until {show_for(profile, closes, now)}; save there what you want to keep. "
        "`prematch archive` writes letters, tables and the timeline as files that can be read without prematch."
    )
