"""The season after this one: what is known of the applicant goes on, what happened stays behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.moments import Moment
from store.records import ContactRule, Profile, Program, StatusChange
from store.season import Season
from store.season_file import SeasonFile
from store.words import Status


def next_season(season: Season, *, with_programs: bool, now: Moment) -> Season:
    """A season that begins now with this profile, these questions, criteria and rules, and nothing that happened.

    With programs, those that are followed come along as planned ones, with the people known there and with every
    fact under the day it was checked; what they said of being written to is to be asked anew.
    """
    programs = tuple(_planned(one, now) for one in season.followed) if with_programs else ()
    kept = {one.id for one in programs}
    return Season(
        profile=_profile(season.profile, now),
        programs=programs,
        contacts=tuple(replace(one, promised=None) for one in season.contacts if one.program_id in kept),
        questions=season.questions,
        criteria=season.criteria,
        rule_settings=season.rule_settings,
        fit_weights=season.fit_weights,
    )


def write_next_season(path: Path, season: Season, *, with_programs: bool, now: Moment) -> Season:
    """Write the season after that one to a new file and give it back; raises FileTrouble when that fails."""
    begun = next_season(season, with_programs=with_programs, now=now)
    with SeasonFile.open(path) as file:
        file.clock = lambda: now
        file.save(begun)
    return begun


def _profile(profile: Profile, now: Moment) -> Profile:
    """The profile without what the Match brought, and without stays that are over."""
    today = now.day
    stays = tuple(one for one in profile.stays if one.until is None or one.until >= today)
    return replace(profile, outcome=None, stays=stays)


def _planned(program: Program, now: Moment) -> Program:
    return replace(
        program,
        statuses=(StatusChange(Status.PLANNED, now),),
        rule=ContactRule(),
        offered=(),
        signaled=False,
    )
