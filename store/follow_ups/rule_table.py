"""The rules of follow-ups as a table: what each asks for, whose days they are, and when it stops."""

from __future__ import annotations

from collections.abc import Mapping

from store.dates import show_for
from store.follow_ups import (
    closing,
    dated,
    debriefs,
    follow_up,
    incoming,
    interview_checks,
    outreach,
    reminders,
    telling,
    thank_yous,
    waitlists,
)
from store.follow_ups.follow_up import FollowUp
from store.frozen_record import record
from store.moments import Moment
from store.season import Season


@record(frozen=True, slots=True)
class Rule:
    """One rule, as a person reads of it."""

    id: str
    """F01 to F19."""
    name: str
    """What it asks for, in a few words."""
    stops: str
    """When it has said enough."""
    days_name: str = ""
    """What its days count; empty when they are not the applicant's to change."""
    days: int | None = None
    """How many there are unless the applicant says otherwise."""
    fixed: str = ""
    """Why its days are not the applicant's to change."""
    least: int = 1
    """The fewest it takes."""
    most: int = 90
    """The most it takes."""


_ROWS = (
    Rule(
        "F01",
        "answer an invitation",
        "once it is answered, or after 14 days",
        fixed="An invitation waits 48 hours; that is the Match's figure, not yours or ours.",
    ),
    Rule(
        "F02",
        "write the debrief, give scores",
        "once they are written",
        "days after the interview it stays on the list",
        debriefs.DAYS_SHOWN,
    ),
    Rule(
        "F03",
        "thank each person met",
        "once they are thanked",
        "days after the interview a first thank-you still makes sense",
        thank_yous.DAYS_SHOWN,
        least=3,
    ),
    Rule(
        "F04",
        "check time, link and arrangements",
        "once they are checked, or when the interview begins",
        "days before the interview it appears",
        interview_checks.DAYS_BEFORE,
        least=2,
        most=30,
    ),
    Rule(
        "F05",
        "resolve a clash",
        "once another date was asked for",
        fixed="Two weeks' notice before moving an interview is what programs count on.",
    ),
    Rule(
        "F06",
        "one letter of interest where there is a reason; first ask the advocate there",
        "after one letter, or when rank lists open",
        "quiet days before it",
        outreach.DAYS_QUIET,
        least=14,
    ),
    Rule(
        "F07", "ask about the waitlist", "after two questions", "quiet days before each", waitlists.DAYS_QUIET, least=7
    ),
    Rule(
        "F08",
        "tell programs what is new",
        "once they are told; two updates a season at most",
        "days for which news is new",
        telling.DAYS_NEW,
    ),
    Rule(
        "F09",
        "answer what came in",
        "once it is answered",
        "days it stays on the list; two of them are courteous",
        incoming.DAYS_SHOWN,
        least=2,
    ),
    Rule("F10", "remind of a question", "after one reminder", "days to wait for the answer", reminders.DAYS_TO_ANSWER),
    Rule(
        "F11",
        "decide on the one letter that says first",
        "once one is sent, or two weeks before lists are certified",
        fixed="That letter has its weeks, from the middle of January to the middle of February.",
    ),
    Rule(
        "F12",
        "draft and certify the rank list",
        "once you have seen it certified, or at the deadline",
        "days before the deadline it first reminds",
        closing.DAYS_TO_CERTIFY,
        most=30,
    ),
    Rule(
        "F13",
        "complete ECFMG certification",
        "once its requirements are met, or at the deadline",
        "days before the deadline it first reminds",
        closing.DAYS_FOR_ECFMG,
        most=180,
    ),
    Rule(
        "F14",
        "tell every program of a change in eligibility",
        "once each is told, or after 60 days",
        fixed="A change of eligibility is owed to programs at once.",
    ),
    Rule("F15", "key dates", "after the day", "days ahead", dated.DAYS_BEFORE, most=30),
    Rule("F16", "send what is ready", "once it is sent", "days it stays on the list", dated.DAYS_SHOWN),
    Rule(
        "F17",
        "see whether an advocate has done it",
        "after a word with them, or 14 days later",
        "days an advocate has who named none",
        outreach.DAYS_FOR_ADVOCATE,
        most=30,
    ),
    Rule(
        "F18",
        "tell who has to know of a cancelled interview",
        "once all know, or when it would have begun",
        fixed="Whoever waits for a slot counts on it being given back at once.",
    ),
    Rule(
        "F19",
        "record the outcome, thank where you matched, keep the season",
        "once recorded and thanked, or after 14 days; keeping, when the portals close",
        fixed="Thanks are for the first days; the day the portals close is the same for all.",
    ),
)

RULES: Mapping[str, Rule] = {row.id: row for row in _ROWS}
"""Every rule by its id; tasks made by hand are no rule."""


def reasons_for(season: Season, item: FollowUp, now: Moment) -> tuple[str, ...]:
    """Why a follow-up is there, by when it is wanted, and what ends it: a few sentences in the order of reading."""
    when = f"{_due_words(season, item, now)}."
    rule = RULES.get(item.rule)
    if rule is None:
        return (item.why, when)
    days = days_words(season, rule).rstrip(".")
    return (item.why, when, f"{rule.id}, {rule.name}: stops {rule.stops}. {days[:1].upper()}{days[1:]}.")


def _due_words(season: Season, item: FollowUp, now: Moment) -> str:
    due = show_for(season.profile, item.due, now)
    if item.latest is None:
        return f"Due {due}"
    if item.latest.at == item.due.at:
        return f"Due {due} at the latest"
    return f"Due {due}, at the latest {show_for(season.profile, item.latest, now)}"


def days_in_force(season: Season, rule: Rule) -> int | None:
    """The days the rule goes by in this season; None where they are fixed."""
    return None if rule.days is None else follow_up.days_of(season, rule.id, rule.days)


def days_words(season: Season, rule: Rule) -> str:
    """Those days in words, with the rule's own number where the applicant has another; why they are fixed otherwise."""
    days = days_in_force(season, rule)
    if days is None:
        return rule.fixed
    return f"{days} {rule.days_name}" + (f" (comes with {rule.days})" if days != rule.days else "")
