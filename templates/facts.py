"""The words a letter may use, drawn from the season's records; what is not known is left out."""

from __future__ import annotations

from collections.abc import Mapping

from store.dates import home_at, show_clock
from store.moments import Moment
from store.question_bank import to_write
from store.records import Contact, Interview, Letter, News, Profile, Program
from store.season import Season
from store.words import Format, Kind, Role, Status
from templates.catalogue import KINDS
from templates.enumerating import in_a_sentence
from templates.free_days import free_days
from templates.sentences import (
    blank,
    citizenship_sentence,
    day_and_month,
    ecfmg_sentence,
    experience_sentence,
    full_day,
    letter_name,
    listed,
    long_day,
    month_and_year,
    noun_phrase,
    one_line,
    phrase,
    school_phrase,
    school_sentence,
    with_article,
)
from templates.vocabulary import FactValue

READERS: Mapping[Role, str] = {
    Role.DIRECTOR: "program director",
    Role.ASSOCIATE: "associate program director",
    Role.COORDINATOR: "coordinator",
    Role.INTERVIEWER: "interviewer",
    Role.CHIEF: "chief resident",
    Role.RESIDENT: "resident",
    Role.ADVOCATE: "doctor who knows your work",
}
CLOSINGS: Mapping[Kind, str] = {
    Kind.THANK_YOU: "With thanks,",
    Kind.ADVOCATE: "With thanks,",
    Kind.AFTER_MATCH: "With warm thanks,",
    Kind.HIGH_RANK: "Sincerely,",
    Kind.FIRST_RANK: "Sincerely,",
}
GOOD_TIME_DAYS = 14
"""Days before an interview until which a change of plan is courteous."""
STILL_FRESH = 6
"""Days for which a bare weekday names one day only."""
NOTED_LIMIT = 100
"""Characters of the applicant's notes that a blank may recall."""


def facts_for(season: Season, letter: Letter, *, now: Moment) -> dict[str, FactValue]:
    """Everything known that this letter may use, as plain values under the names of the vocabulary.

    Sentences about the applicant are always there and carry blanks of their own where the profile is
    silent; every other fact that is not known is left out. Days of interviews are taken in the
    interview's zone, other days at home.
    """
    people = people_of(season, letter)
    facts: dict[str, FactValue] = {}
    facts |= _of_applicant(season.profile, now)
    facts |= _of_people(letter, people)
    if program := season.programs_by_id.get(letter.program_id):
        facts |= _of_program(season.profile, program, now)
    if interview := season.interviews_by_id.get(letter.interview_id):
        facts |= _of_interview(season.profile, interview, people, now)
    facts |= _of_the_kind(season, letter, people, now)
    answered = season.letters_by_id.get(letter.answers)
    if answered is not None and answered.at is not None:
        facts["their_day"] = day_and_month(answered.at.day_in(now.zone))
    facts["signature"] = signature(season.profile, letter.kind)
    return {name: value for name, value in facts.items() if value not in ("", []) or name == "experience_sentence"}


def people_of(season: Season, letter: Letter) -> tuple[Contact, ...]:
    """The contacts a letter names, in its own order; ids that lead nowhere are passed over."""
    found = (season.contacts_by_id.get(contact_id) for contact_id in letter.contact_ids)
    return tuple(contact for contact in found if contact is not None)


def address(contact: Contact) -> str:
    """How a contact is addressed: title and family name, or the full name where no title is known."""
    title, family = one_line(contact.title), one_line(contact.family)
    return f"{title} {family}" if title and family else one_line(contact.name)


def signature(profile: Profile, kind: Kind) -> str:
    """Closing words, name with credentials, AAMC ID, and telephone and address where known; several lines."""
    lines = [CLOSINGS.get(kind, "Kind regards,"), _full_name(profile) or blank("your name")]
    lines.append(f"AAMC ID {one_line(profile.aamc_id) or blank('your AAMC ID')}")
    reach = [one_line(text) for text in (profile.email, profile.phone) if text.strip()]
    return "\n".join([*lines, *reach])


def time_on_both_clocks(profile: Profile, moment: Moment, now: Moment) -> str:
    """A start on its own clock, then on the applicant's.

    `Thursday 3 December 2026 at 08:00 CST (15:00 CET for me)`; the applicant's clock is the one of the place
    they will be in on that day, and is left out where both show the same.
    """
    mine = moment.seen_from(home_at(profile, moment, now))
    theirs = f"{long_day(moment.day)} {moment.day.year} at {show_clock(moment)}"
    if mine.local.replace(tzinfo=None) == moment.local.replace(tzinfo=None):
        return theirs
    day = "" if mine.day == moment.day else f"{long_day(mine.day)} at "
    return f"{theirs} ({day}{show_clock(mine)} for me)"


def _of_applicant(profile: Profile, now: Moment) -> dict[str, FactValue]:
    return {
        "name": one_line(profile.name),
        "full_name": _full_name(profile),
        "aamc_id": one_line(profile.aamc_id),
        "email": one_line(profile.email),
        "phone": one_line(profile.phone),
        "school": school_phrase(profile) if profile.school.strip() else "",
        "school_country": one_line(profile.school_country),
        "graduation": month_and_year(profile.graduation) if profile.graduation else "",
        "school_sentence": school_sentence(profile, now),
        "citizenship_sentence": citizenship_sentence(profile),
        "ecfmg_sentence": ecfmg_sentence(profile, now),
        "experience_sentence": experience_sentence(profile),
        "specialty": one_line(profile.specialty),
        "interests": in_a_sentence(profile.interests),
        "strengths": in_a_sentence(profile.strengths),
        "readiness": in_a_sentence(profile.readiness),
    }


def _of_people(letter: Letter, people: tuple[Contact, ...]) -> dict[str, FactValue]:
    names = [name for name in map(address, people) if name]
    if names:
        return {"greeting": f"Dear {listed(names)},", "person": listed(names)}
    return {"greeting": f"Dear {blank(f'title and family name of the {_usual_reader(letter)}')},"}


def _usual_reader(letter: Letter) -> str:
    """Whom that form of the kind is written for, in words."""
    row = KINDS.get(letter.kind)
    if row is None:
        return "person you write to"
    return READERS[next((form.roles for form in row.variants if form.name == letter.variant and form.roles), row.to)[0]]


def _of_program(profile: Profile, program: Program, now: Moment) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {
        "program": with_article(letter_name(program)),
        "city": one_line(program.city),
        "draws": noun_phrase(program.draws),
        "offered": [time_on_both_clocks(profile, start, now) for start in program.offered],
        "tie": _tie(profile, program),
    }
    waiting = [change.at for change in program.statuses if change.status is Status.WAITLISTED]
    if waiting and program.status is Status.WAITLISTED:
        facts["waiting_since"] = day_and_month(waiting[-1].day_in(now.zone))
    return facts


def _of_the_kind(season: Season, letter: Letter, people: tuple[Contact, ...], now: Moment) -> dict[str, FactValue]:
    """What only letters of its kind tell."""
    kind = letter.kind
    facts: dict[str, FactValue] = {"free_days": free_days(season, kind, now)}
    if kind is Kind.INTEREST:
        facts |= _of_reason(season, letter)
    if kind is Kind.QUESTION:
        facts["question"] = _own_question(season, letter, people)
    if kind is Kind.AFTER_MATCH and (matched := matched_with(season)):
        facts["matched_program"] = with_article(letter_name(matched))
    if news := latest_news(season, kind):
        facts |= {"news": phrase(news.what), "news_day": full_day(news.day)}
    return facts


def _of_reason(season: Season, letter: Letter) -> dict[str, FactValue]:
    """The recorded reason this form of the letter is about, and the doctor who speaks for the applicant there."""
    program = season.programs_by_id.get(letter.program_id)
    reasons = [reason for reason in program.reasons if reason.kind.value == letter.variant] if program else []
    people = season.contacts_of.get(letter.program_id, ())
    return {
        "reason": phrase(reasons[-1].words) if reasons else "",
        "advocate": next((address(one) for one in people if one.role is Role.ADVOCATE), ""),
    }


def _of_interview(
    profile: Profile, interview: Interview, people: tuple[Contact, ...], now: Moment
) -> dict[str, FactValue]:
    day = interview.starts.day
    fresh = 0 <= (now.day - day).days <= STILL_FRESH
    facts: dict[str, FactValue] = {
        "interview_time": time_on_both_clocks(profile, interview.starts, now),
        "interview_day": long_day(day),
        "interview_date": day_and_month(day),
        "spoken_day": long_day(day).split()[0] if fresh else day_and_month(day),
        "in_person": interview.format is Format.IN_PERSON,
        "zone_assumed": interview.zone_assumed,
        "soon": now < interview.starts < now.after(days=GOOD_TIME_DAYS),
    }
    if interview.debrief is not None:
        ids = {person.id for person in people}
        hooks = [noun_phrase(hook.words) for hook in interview.debrief.hooks if hook.contact_id in ids]
        facts["hook"] = next(filter(None, hooks), "")
        facts["noted"] = _shortened(phrase(interview.debrief.liked))
    return facts


def _own_question(season: Season, letter: Letter, people: tuple[Contact, ...]) -> str:
    """The first question of the applicant's own that is open there and suits the reader."""
    open_ = to_write(season, letter.program_id, people[0] if people else None)
    return next((one_line(question.text) for question in open_ if question in season.questions), "")


def latest_news(season: Season, kind: Kind) -> News | None:
    """The newest piece of news: of eligibility for that kind of letter, of anything else for the others."""
    fitting = [news for news in season.news if news.eligibility == (kind is Kind.ELIGIBILITY)]
    return max(fitting, key=lambda news: news.day, default=None)


def matched_with(season: Season) -> Program | None:
    """The program the applicant matched with, once it is recorded."""
    return next((program for program in season.followed if program.status is Status.MATCHED), None)


def _full_name(profile: Profile) -> str:
    name, letters = one_line(profile.name), one_line(profile.credentials)
    return f"{name}, {letters}" if name and letters else name


def _shortened(notes: str) -> str:
    if len(notes) <= NOTED_LIMIT:
        return notes
    return f"{notes[:NOTED_LIMIT].rsplit(' ', 1)[0]} …"


def _tie(profile: Profile, program: Program) -> str:
    """The first tie that speaks of the program's city, or names its state by its letters."""
    for tie in profile.ties:
        words = {word.strip(".,;:()") for word in tie.split()}
        if (program.city and program.city.casefold() in tie.casefold()) or (program.state and program.state in words):
            return phrase(tie)
    return ""
