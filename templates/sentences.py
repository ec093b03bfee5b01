"""Small pieces of English: phrases, lists, numbers, days, and the sentences an applicant says about themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from store.moments import Moment
from store.records import Profile, Program
from store.words import Citizenship, EcfmgStage

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "these", "those", "that", "my", "our", "your", "their", "her", "his", "its"),
        *("how", "what", "when", "where", "why", "we", "you", "she", "he", "they", "it", "there"),
        *("working", "learning", "seeing", "being", "having"),
        *("one", "two", "three", "several", "many", "some", "both"),
    )
)
"""Words that open a phrase and lose their capital in the middle of a sentence."""
NOUN_OPENERS = frozenset(("a", "an", "the", "your", "their", "its", "how", "what"))
"""Words that open a phrase which can stand where a noun does."""
PRAISED = frozenset(
    (
        *("broad", "close", "dedicated", "diverse", "early", "excellent", "friendly", "high", "large", "long"),
        *("robust", "small", "solid", "strong", "supportive", "varied", "warm", "wide"),
        *("access", "breadth", "commitment", "community", "continuity", "culture", "curriculum", "emphasis"),
        *("exposure", "family", "focus", "mentorship", "opportunities", "opportunity", "research", "variety"),
    )
)
"""Words that open a phrase about a program and want an article in the middle of a sentence."""
STATING = frozenset(("is", "are", "was", "were", "has", "have", "had", "can", "will", "seems", "feels"))
"""Words by which a phrase shows that it is a whole sentence."""
WITH_ARTICLE = re.compile(
    r"((Royal|National|State|General|Memorial|Medical|University|Children['’]s) )*"
    r"(University|College|School|Academy|Hospital|Center|Institute) (of|for|at|in)\b"
)
INITIALS = re.compile(r"(?<=\w) \([A-Z]{3,}\)")
"""A name's own initials behind it, as lists of programs have them."""
HEALTH_SYSTEM = re.compile(r" Health( -|/|$)")
"""Ends a name that goes without an article even where it begins like a university's."""
COUNTRIES_WITH_ARTICLE = frozenset(
    (
        *("Bahamas", "Cayman Islands", "Czech Republic", "Dominican Republic", "Netherlands", "Philippines"),
        *("Republic of Ireland", "UK", "United Arab Emirates", "United Kingdom"),
    )
)


def one_line(text: str) -> str:
    """That text on one line, with square brackets made round so that it cannot look like a blank."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def phrase(text: str) -> str:
    """That text as it can stand after a colon: no closing stop, no capital on a small opening word."""
    line = one_line(text).rstrip(" .,;:!?…")
    first, _, rest = line.partition(" ")
    shouted = len(first) > 1 and first.isupper()  # IT and HIS may be initials
    if first.lower() in SMALL_WORDS and not shouted:
        line = f"{first[:1].lower()}{first[1:]} {rest}".rstrip()
    return line


def noun_phrase(text: str) -> str:
    """That text as it can follow “is” or “for”.

    As it stands when it opens like a noun, with an article before what programs are praised for, else
    after `this:`.
    """
    words = phrase(text)
    first, *others = words.split(" ")
    if not words or (first in NOUN_OPENERS and ". " not in words):
        return words
    if first.lower().partition("-")[0] in PRAISED and ". " not in words and not STATING.intersection(others):
        return f"the {first[:1].lower()}{words[1:]}"
    return f"this: {words}"


def listed(items: Sequence[str]) -> str:
    """Those items in one run of words: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def blank(what_to_write: str) -> str:
    """A visible blank with that hint."""
    return f"[{one_line(what_to_write)}]"


def number_word(number: int) -> str:
    """That number as it reads in a letter."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def month_and_year(day: date) -> str:
    """`June 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """`3 December`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """`Thursday 3 December`."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def full_day(day: date) -> str:
    """`3 December 2026`."""
    return f"{day_and_month(day)} {day.year}"


def with_article(name: str) -> str:
    """That name as it stands inside a sentence: `the University of …`, `Harbor Hospital`."""
    return f"the {name}" if WITH_ARTICLE.match(name) and not HEALTH_SYSTEM.search(name) else name


def letter_name(program: Program) -> str:
    """The program's name as a person would write it: without a closing “Program”, its own city out of its brackets.

    The city stays, for other programs may share the rest of the name.
    """
    name = INITIALS.sub("", one_line(program.name).removesuffix(" Program").removesuffix(" Residency"))
    before, bracketed, after = name.partition(f"({program.city})") if program.city else (name, "", "")
    if bracketed:
        alone = " ".join((before + after).split())
        between = "" if program.city in alone else f" {program.city}" if after.strip() else f" in {program.city}"
        name = " ".join(f"{before}{between}{after}".split()) if alone else name
    return name or one_line(program.name)


def school_phrase(profile: Profile) -> str:
    """`the University of Tamsin in Malta`; the country is asked for when it is unknown."""
    name = one_line(profile.school)
    if not name:
        return blank("your medical school and its country")
    country = one_line(profile.school_country)
    if not country:
        return f"{with_article(name)} in {blank('the country of your school')}"
    if country.lower() in name.lower():
        return with_article(name)
    article = "the " if country in COUNTRIES_WITH_ARTICLE else ""
    return f"{with_article(name)} in {article}{country}"


def school_sentence(profile: Profile, now: Moment) -> str:
    """Where and when the applicant studied; past or future as today has it."""
    school = school_phrase(profile)
    if profile.graduation is None:
        when = blank("month and year of your graduation, past or expected")
        return f"I studied medicine at {school}, with graduation in {when}."
    past = months_since(profile.graduation, now.day)
    verb = "graduated" if past > 0 else "graduate" if past == 0 else "will graduate"
    return f"I {verb} from {school} in {month_and_year(profile.graduation)}."


def citizenship_sentence(profile: Profile) -> str:
    """Citizenship as it is today, with the plain word on visas; a blank when the profile is silent."""
    if profile.citizenship is Citizenship.CITIZEN:
        return "I am a US citizen and need no visa sponsorship."
    if profile.citizenship is Citizenship.PERMANENT_RESIDENT:
        return "I am a US permanent resident and need no visa sponsorship."
    return blank("your citizenship or permanent residence as it is today, and that you need no visa sponsorship")


def ecfmg_sentence(profile: Profile, now: Moment) -> str:
    """Where ECFMG certification stands, in the one of three forms that is true; a blank when unknown."""
    if profile.ecfmg is EcfmgStage.CERTIFIED:
        since = _or_blank(month_and_year, profile.ecfmg_day, "month and year of your certificate")
        return f"I have been ECFMG certified since {since}."
    if profile.ecfmg is EcfmgStage.REQUIREMENTS_MET:
        return f"I have met every requirement for ECFMG certification{_certificate_follows(profile, now)}."
    if profile.ecfmg is EcfmgStage.IN_PROGRESS:
        exams = [one_line(exam) for exam in profile.exams_passed if exam.strip()]
        passed = listed(exams) if exams else blank("the examinations you have passed")
        sent = _or_blank(full_day, profile.ecfmg_day, "the day you submitted it")
        passed += "," if len(exams) > 1 else ""
        return f"I have passed {passed} and submitted my ECFMG pathway application on {sent}; the decision is pending."
    return blank("where your ECFMG certification stands today, and what is still to come")


def experience_sentence(profile: Profile) -> str:
    """Months of US experience, of pediatrics among them, and where; empty when there are none."""
    months = profile.usce_months
    if months == 0:
        return ""
    if months is None:
        amount = f"{blank('how many months')} of clinical experience in the US"
    else:
        amount = f"{number_word(months)} month{'' if months == 1 else 's'} of clinical experience in the US"
    places = [one_line(place) for place in profile.usce_places if place.strip()]
    where = listed([with_article(place) for place in places]) if places else blank("the hospitals where you worked")
    return f"I have {amount}{_in_the_specialty(profile)}, at {where}."


def months_since(start: date, end: date) -> int:
    """Whole calendar months between two days."""
    return (end.year - start.year) * 12 + end.month - start.month


def _in_the_specialty(profile: Profile) -> str:
    field = one_line(profile.specialty) or blank("your specialty")
    if profile.peds_months is None:
        return f", {blank('how many of them')} in {field}"
    if profile.peds_months == 0:
        return ""
    if profile.usce_months is not None and profile.peds_months >= profile.usce_months:
        return f", all of it in {field}"
    return f", {number_word(profile.peds_months)} of them in {field}"


def _certificate_follows(profile: Profile, now: Moment) -> str:
    if profile.graduation is None:
        return "; the certificate follows on graduation"
    if months_since(profile.graduation, now.day) > 0:
        return " and am waiting for the certificate itself"
    return f"; the certificate follows on my graduation in {month_and_year(profile.graduation)}"


def _or_blank(write: Callable[[date], str], day: date | None, what_to_write: str) -> str:
    return blank(what_to_write) if day is None else write(day)
