"""Which form of a kind a new letter takes, whom it goes to, and which interview it is about."""

from __future__ import annotations

from datetime import timedelta

from store.course import booked_interviews
from store.moments import Moment
from store.records import Contact, Interview, Program
from store.season import Season
from store.words import InterviewState, Kind, LetterState, Role, Status
from templates.catalogue import KINDS, Variant, kept_letters
from templates.facts import latest_news

ABOUT_A_PAST_DAY = frozenset({Kind.THANK_YOU, Kind.QUESTION, Kind.HIGH_RANK, Kind.FIRST_RANK})
ABOUT_A_COMING_DAY = frozenset({Kind.ACCEPT, Kind.LOGISTICS, Kind.RESCHEDULE, Kind.CANCEL})
LAST_MOMENT = timedelta(days=3)
AT_THE_DOOR = timedelta(minutes=90)
NEWS_WORDS = (
    ("certificate", ("ecfmg certif", "certificate", "pathway")),
    ("exam", ("step 1", "step 2", "step 3", "exam", "oet", "passed")),
    ("publication", ("publi", "paper", "article", "poster", "abstract", "journal", "conference")),
    ("rotation", ("rotat", "elective", "observership", "externship", "clerkship", "sub-intern", "new post")),
)


def interview_about(season: Season, program_id: str, kind: Kind, *, now: Moment) -> Interview | None:
    """The interview a new letter of that kind is about: the one just over, or the next one booked; None without.

    A cancellation is about an interview cancelled already, until the program has been told of it.
    """
    standing = booked_interviews(season, program_id)
    if kind is Kind.CANCEL and (untold := _cancelled_untold(season, program_id, now)):
        return untold
    if kind in ABOUT_A_PAST_DAY:
        return next((one for one in reversed(standing) if one.starts <= now), None)
    if kind in ABOUT_A_COMING_DAY:
        return next((one for one in standing if one.ends >= now), None)
    return None


def variant_for(
    season: Season,
    program: Program,
    kind: Kind,
    *,
    reader: Contact | None,
    interview: Interview | None,
    now: Moment,
) -> Variant:
    """The form of that kind that fits the reader and the state of things."""
    forms = KINDS[kind].variants
    if kind is Kind.THANK_YOU:
        return _least_used(
            season, program, [form for form in forms if reader and reader.role in form.roles] or [forms[1]]
        )
    match kind:
        case Kind.INTEREST:
            name = program.reasons[-1].kind.value if program.reasons else "mission"
        case Kind.ACCEPT:
            name = "confirm" if interview else "choose"
        case Kind.WAITLIST:
            name = "check-in" if _was_sent(season, program, Kind.WAITLIST) else "first"
        case Kind.CANCEL:
            name = _cancel(interview, now)
        case Kind.LOGISTICS:
            name = _logistics(interview, now)
        case Kind.UPDATE:
            name = _sort_of_news(season)
        case Kind.AFTER_MATCH:
            name = _after_match(program, reader)
        case _:
            name = _for_reader(forms, reader)
    return next(form for form in forms if form.name == name)


def _cancelled_untold(season: Season, program_id: str, now: Moment) -> Interview | None:
    """A coming interview that was cancelled without a message about it."""
    letters = kept_letters(season, program_id)
    told = {one.interview_id for one in letters if one.kind is Kind.CANCEL and one.state is LetterState.SENT}
    own = season.interviews_of.get(program_id, ())
    coming = (one for one in own if one.state is InterviewState.CANCELLED and one.starts > now and one.id not in told)
    return min(coming, key=lambda one: one.starts, default=None)


def _for_reader(forms: tuple[Variant, ...], reader: Contact | None) -> str:
    """The form written for that reader's role, else the usual one."""
    return next((form.name for form in forms if reader and reader.role in form.roles), forms[0].name)


def _cancel(interview: Interview | None, now: Moment) -> str:
    if interview is None:
        return "withdraw"
    return "emergency" if interview.starts - now < LAST_MOMENT else "early"


def _after_match(program: Program, reader: Contact | None) -> str:
    if reader is not None and reader.role is Role.ADVOCATE:
        return "supporter"
    return "matched" if program.status is Status.MATCHED else "other-program"


def _logistics(interview: Interview | None, now: Moment) -> str:
    if interview is None:
        return "details"
    if abs(interview.starts - now) <= AT_THE_DOOR:
        return "technical"
    return "time-zone" if interview.zone_assumed else "details"


def _sort_of_news(season: Season) -> str:
    news = latest_news(season, Kind.UPDATE)
    what = news.what.casefold() if news else ""
    return next((sort for sort, signs in NEWS_WORDS if any(sign in what for sign in signs)), "news")


def _was_sent(season: Season, program: Program, kind: Kind) -> bool:
    return any(one.kind is kind and one.state is LetterState.SENT for one in kept_letters(season, program.id))


def _least_used(season: Season, program: Program, forms: list[Variant]) -> Variant:
    """The form written least often to this program, so that two people there do not read the same letter."""
    used = [letter.variant for letter in kept_letters(season, program.id) if letter.kind is Kind.THANK_YOU]
    return min(forms, key=lambda form: used.count(form.name))
