"""Which form of a kind a new letter takes, and which interview it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from store.course import booked_interviews
from store.frozen_record import record
from store.moments import Moment
from store.records import Contact, Interview, Letter, Program
from store.season import Season
from store.words import Format, Kind, ReasonKind, Role, Status
from templates.catalogue import KINDS, Variant, kept_letters
from templates.facts import latest_news
from templates.kinds import TALKED_WITH
from templates.situations import (
    asked_before,
    at_the_door,
    below_upper_part,
    came_from_waitlist,
    cancelled_untold,
    form_told_by,
    how_near,
    in_the_night,
    matched_in_soap,
    open_question,
    sent_letters,
    told_unmatched,
    was_interviewed,
)

ABOUT_A_PAST_DAY = frozenset({Kind.THANK_YOU, Kind.QUESTION, Kind.HIGH_RANK, Kind.FIRST_RANK})
ABOUT_A_COMING_DAY = frozenset({Kind.ACCEPT, Kind.LOGISTICS, Kind.RESCHEDULE, Kind.CANCEL})


@record(frozen=True, slots=True)
class Situation:
    """All that a form is chosen by."""

    season: Season
    """The whole season."""
    program: Program
    """The program written to."""
    reader: Contact | None
    """The first person it goes to; None while nobody is known."""
    interview: Interview | None
    """The interview it is about, if any."""
    answered: Letter | None
    """The letter of theirs it answers, if any."""
    now: Moment
    """The present moment."""


def interview_about(season: Season, program_id: str, kind: Kind, *, now: Moment) -> Interview | None:
    """The interview a new letter of that kind is about: the one just over, or the next one booked; None without.

    A cancellation is about an interview cancelled already, until the program has been told of it.
    """
    standing = booked_interviews(season, program_id)
    if kind is Kind.CANCEL and (untold := cancelled_untold(season, program_id, now)):
        return untold
    if kind in ABOUT_A_PAST_DAY:
        return next((one for one in reversed(standing) if one.starts <= now), None)
    if kind in ABOUT_A_COMING_DAY:
        return next((one for one in standing if one.ends >= now), None)
    return None


def fitting_form(season: Season, letter: Letter, *, now: Moment) -> Variant:
    """The form that fits that letter's first reader and the state of things; the usual one where none stands out.

    Of the letter its kind, program, readers, interview and the letter it answers count, and no word.
    """
    usual, *others = KINDS[letter.kind].variants
    choose = CHOICES.get(letter.kind)
    if choose is None:
        return usual
    here = Situation(
        season=season,
        program=season.programs_by_id[letter.program_id],
        reader=season.contacts_by_id.get(letter.contact_ids[0]) if letter.contact_ids else None,
        interview=season.interviews_by_id.get(letter.interview_id),
        answered=season.letters_by_id.get(letter.answers),
        now=now,
    )
    name = choose(here)
    return next((form for form in others if form.name == name), usual)


def _interest(here: Situation) -> str:
    return here.program.reasons[-1].kind.value if here.program.reasons else ReasonKind.MISSION.value


def _accept(here: Situation) -> str:
    if came_from_waitlist(here.program):
        return "from-waitlist"
    return "confirm" if here.interview else "choose"


def _waitlist(here: Situation) -> str:
    sent = len(sent_letters(here.season, here.program.id, Kind.WAITLIST))
    return ("first", "check-in", "second-check-in")[min(sent, 2)]


def _reschedule(here: Situation) -> str:
    if here.interview is None:
        return "other-dates"
    if in_the_night(here.season.profile, here.interview, here.now):
        return "hour"
    return "plain" if how_near(here.interview, here.now) == "early" else "late"


def _cancel(here: Situation) -> str:
    if here.interview is not None:
        return how_near(here.interview, here.now)
    return "after-interview" if was_interviewed(here.season, here.program, here.now) else "withdraw"


def _logistics(here: Situation) -> str:
    interview = here.interview
    if interview is None:
        return "details"
    if at_the_door(interview, here.now):
        return "technical"
    if interview.zone_assumed:
        return "time-zone"
    return "visit" if interview.format is Format.IN_PERSON else "details"


def _thank_you(here: Situation) -> str:
    """The form written least often to this program, so that two people there do not read the same letter."""
    role = here.reader.role if here.reader else Role.INTERVIEWER
    own = {Role.ASSOCIATE: "associate", Role.CHIEF: "chief"}.get(role, "")
    forms = [form.name for form in KINDS[Kind.THANK_YOU].variants if role in form.roles]
    notes = [one for one in kept_letters(here.season, here.program.id) if one.kind is Kind.THANK_YOU]
    if {one.variant for one in notes}.issuperset(forms) and role in TALKED_WITH:
        forms.append("associate")  # fits whoever teaches, when a day had more interviewers than forms of their own
    return _least_used(sorted(forms, key=lambda name: name != own), notes)


def _question(here: Situation) -> str:
    if open_question(here.season, here.program, here.reader):
        return "reminder"
    return _for_reader(here, Kind.QUESTION)


def _update(here: Situation) -> str:
    news = latest_news(here.season, Kind.UPDATE)
    return form_told_by(news.what if news else "", "update")


def _eligibility(here: Situation) -> str:
    news = latest_news(here.season, Kind.ELIGIBILITY)
    return form_told_by(news.what if news else "", "eligibility")


def _high_rank(here: Situation) -> str:
    """No word of a high place where the own list says otherwise; else the form that fewer programs have read."""
    if below_upper_part(here.season, here.program):
        return "interest"
    notes = (one for one in here.season.letters if one.kind is Kind.HIGH_RANK and one.trashed is None)
    return _least_used(("plain", "further"), notes)


def _first_rank(here: Situation) -> str:
    worked_there = any(reason.kind is ReasonKind.ROTATION for reason in here.program.reasons)
    return "rotation" if worked_there else "plain"


def _flagged(here: Situation, kind: Kind) -> str:
    from templates.flagged_forms import form_for_flagged

    return form_for_flagged(here.answered, kind)


def _advocate(here: Situation) -> str:
    return "thanks" if asked_before(here.season, here.program, here.reader) else "plain"


def _after_match(here: Situation) -> str:
    unmatched = told_unmatched(here.season)
    if here.reader is not None and here.reader.role is Role.ADVOCATE:
        return "unmatched" if unmatched else "supporter"
    if here.program.status is not Status.MATCHED:
        return "unmatched-program" if unmatched else "other-program"
    if matched_in_soap(here.season, here.program):
        return "soap"
    return "matched-office" if here.reader and here.reader.role is Role.COORDINATOR else "matched"


CHOICES: Mapping[Kind, Callable[[Situation], str]] = {
    Kind.INTEREST: _interest,
    Kind.ACCEPT: _accept,
    Kind.WAITLIST: _waitlist,
    Kind.RESCHEDULE: _reschedule,
    Kind.CANCEL: _cancel,
    Kind.LOGISTICS: _logistics,
    Kind.THANK_YOU: _thank_you,
    Kind.QUESTION: _question,
    Kind.UPDATE: _update,
    Kind.HIGH_RANK: _high_rank,
    Kind.FIRST_RANK: _first_rank,
    Kind.IMPROPER_QUESTION: partial(_flagged, kind=Kind.IMPROPER_QUESTION),
    Kind.HINT: partial(_flagged, kind=Kind.HINT),
    Kind.ELIGIBILITY: _eligibility,
    Kind.ADVOCATE: _advocate,
    Kind.AFTER_MATCH: _after_match,
}
"""How the form of each kind is chosen; kinds with one form for every case are not among them."""


def _for_reader(here: Situation, kind: Kind) -> str:
    """The form written for that reader's role, else the usual one."""
    forms = KINDS[kind].variants
    return next((form.name for form in forms if here.reader and here.reader.role in form.roles), forms[0].name)


def _least_used(names: Iterable[str], letters: Iterable[Letter]) -> str:
    used = [letter.variant for letter in letters]
    return min(names, key=used.count)
