"""A whole invented season around any moment: every status, clash, promise and follow-up is in it."""

from __future__ import annotations

from dataclasses import replace

from store.demo.days import DemoDays, demo_id, shifted_key_dates
from store.demo.gathered import (
    demo_answers,
    demo_criteria,
    demo_decisions,
    demo_notes,
    demo_questions,
    demo_rank_list,
    demo_scores,
    demo_tasks,
)
from store.demo.interviews import demo_interviews
from store.demo.letters_in import letters_in
from store.demo.letters_out import letters_out
from store.demo.people import HOME_ZONE, demo_contacts, demo_news, demo_profile
from store.demo.programs import demo_programs
from store.moments import Moment
from store.records import Contact, FitWeight, KeyDate, RuleSetting
from store.reference.shipped import shipped_key_dates
from store.season import Season
from store.words import Mark, Role


def demo_season(now: Moment) -> Season:
    """The demo season as it would stand at `now`; the same moment always gives the same season."""
    days = DemoDays(now)
    return Season(
        profile=demo_profile(days),
        programs=demo_programs(days),
        contacts=_contacts(days),
        interviews=demo_interviews(days),
        letters=(*letters_in(days), *letters_out(days)),
        notes=demo_notes(days),
        tasks=demo_tasks(days),
        decisions=demo_decisions(days),
        news=demo_news(days),
        questions=demo_questions(),
        answers=demo_answers(days),
        criteria=demo_criteria(),
        scores=demo_scores(days),
        rank_list=demo_rank_list(days),
        rule_settings=(RuleSetting("F16", days=21),),
        fit_weights=(FitWeight("interests", 3),),
        key_dates=(*shifted_key_dates(shipped_key_dates(), now), *_own_dates(days)),
    )


def _contacts(days: DemoDays) -> tuple[Contact, ...]:
    """Everybody, and the day by which an advocate has promised to write."""
    return tuple(replace(one, promised=days.day(9)) if one.role is Role.ADVOCATE else one for one in demo_contacts())


def _own_dates(days: DemoDays) -> tuple[KeyDate, ...]:
    """Two dates that only this applicant has."""
    return (
        KeyDate(
            demo_id("d", "letter"),
            "Dr. Valdez uploads his letter",
            days.at(2, "12:00", HOME_ZONE),
            short="letter of Valdez",
            all_day=True,
            mark=Mark.OWN,
            source="his message of last week",
        ),
        KeyDate(
            demo_id("d", "flight"),
            "Flight home for the holidays",
            days.at(27, "10:40", HOME_ZONE),
            short="flight home",
            mark=Mark.OWN,
            source="my ticket",
        ),
    )
