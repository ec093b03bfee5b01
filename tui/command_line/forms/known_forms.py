"""The forms whose answers make one command, as data: what is asked, and the words of the command."""

from __future__ import annotations

from collections.abc import Callable

from store.frozen_record import record
from store.moments import Moment
from store.records import Profile
from store.words import STATUS_WORDS, Format
from tui.command_line.forms.asking import Ask, Given, Ground, Heard, Reader
from tui.command_line.forms.readers import (
    ROLES,
    a_number,
    a_past_moment,
    a_program,
    a_role,
    a_start,
    a_yes,
    a_zone,
    has_a_date,
    has_no_zone,
    lies_behind,
    listed,
    moments_behind,
    one_of,
    parts,
    people_there,
    programs_followed,
    some_people,
    some_starts,
    starts_as_typed,
    starts_on_offer,
    zones_by_name,
)

STATUSES = {status.value: words for status, words in STATUS_WORDS.items()}
FORMATS = {one.value: "" for one in Format}
DATED = "certified, requirements met or in progress; its day may follow, such as certified 2026-09-01."
PARTS = "One or more, a semicolon between two."
PROFILE = (
    ("name", "Your name as it stands under a message?"),
    ("credentials", "Letters after your name, such as MD?"),
    ("aamc_id", "Your AAMC ID?"),
    ("email", "Your mail address?"),
    ("phone", "Your telephone?"),
    ("school", "Your medical school?"),
    ("school_country", "In which country?"),
    ("graduation", "When did you or will you graduate? Such as June 2025."),
    ("citizenship", "Are you a citizen or a permanent resident?"),
    ("ecfmg", "ECFMG: certified, requirements met or in progress? A day may follow."),
    ("usce_months", "How many months of clinical experience in the US?"),
    ("peds_months", "How many of them in pediatrics?"),
    ("home_zone", "Which zone are you in? Such as Europe/Warsaw."),
    ("interests", "What in pediatrics interests you? A semicolon between two."),
    ("strengths", "Your strengths, a semicolon between two?"),
    ("readiness", "What shows that you are ready, a semicolon between two?"),
)

PROFILE_FITS = {
    "aamc_id": "The number of your AAMC account, as letters give it.",
    "graduation": "A month with its year, such as June 2025 or 2025-06.",
    "citizenship": "citizen or permanent resident, of the US.",
    "ecfmg": DATED,
    "usce_months": "A whole number.",
    "peds_months": "A whole number.",
    "home_zone": "A zone or a city in it, such as Warsaw or Europe/Warsaw.",
    "interests": PARTS,
    "strengths": PARTS,
    "readiness": PARTS,
}
"""What can be answered where the question alone does not say."""


@record(frozen=True, slots=True)
class Form:
    """Questions, and the command that their answers make."""

    asks: tuple[Ask, ...]
    """In the order they are asked."""
    command: Callable[[Given], tuple[str, ...]]
    """The words after `prematch`; empty when there is nothing to do."""


def _option(given: Given, name: str, option: str = "") -> tuple[str, ...]:
    """An option with its value; none where nothing was answered."""
    return (f"{option or f'--{name}'}={given[name]}",) if given.get(name) else ()


def _options(given: Given, *names: str) -> tuple[str, ...]:
    return tuple(word for name in names for word in _option(given, name))


def _each(given: Given, name: str, option: str) -> tuple[str, ...]:
    return tuple(f"{option}={part}" for part in parts(given.get(name, "")))


def _profile_reader(key: str) -> Reader:
    def read(text: str, ground: Ground) -> Heard:
        from tui.command_line.profile import understood

        understood(f"{key}={text}", ground.now)
        return Heard(text)

    return read


def _profile_fits(key: str) -> Callable[[Ground], str]:
    return lambda ground: PROFILE_FITS.get(key, "")


def _profile_stands(key: str) -> Callable[[Ground], str]:
    def stands(ground: Ground) -> str:
        from tui.command_line.profile import shown_as

        return shown_as(ground.season.profile, key)

    return stands


def profile_form(profile: Profile, now: Moment) -> Form:
    """What letters may say about the applicant; what is not answered stays as it is."""
    asks = tuple(
        Ask(key, words, _profile_reader(key), fits=_profile_fits(key), stands=_profile_stands(key))
        for key, words in PROFILE
    )

    def command(given: Given) -> tuple[str, ...]:
        told = tuple(f"{key}={value}" for key, value in given.items() if value)
        return ("profile", *told) if told else ()

    return Form(asks, command)


def is_in_person(ground: Ground) -> bool:
    """Whether the interview answered so far takes place there."""
    return ground.given.get("format") == Format.IN_PERSON.value


def is_virtual(ground: Ground) -> bool:
    """Whether it takes place on a screen, as it does unless something else is said."""
    return not is_in_person(ground)


WHICH = Ask("program", "Which program?", a_program, needed=True, fits=programs_followed)

PROGRAM = Form(
    (
        Ask("name", "What is the program called?", needed=True),
        Ask("city", "In which city?"),
        Ask("state", "In which state, in two letters?"),
        Ask("zone", "On which clock? An empty line takes it from city and state.", a_zone, fits=zones_by_name),
        Ask("status", "Where do things stand?", one_of(STATUSES), fits=lambda ground: listed(STATUSES)),
        Ask("tier", "Which tier, such as A?"),
        Ask("nrmp", "Its NRMP code?"),
        Ask("website", "Its website?"),
        Ask("reason", "Why would you write before an invitation: a tie, a rotation, its mission?"),
    ),
    lambda given: (
        "add",
        given["name"],
        *_options(given, "city", "state", "zone", "status", "tier", "nrmp", "website", "reason"),
    ),
)
PERSON = Form(
    (
        WHICH,
        Ask("name", "The person's name?", needed=True),
        Ask("role", "Their role?", a_role, needed=True, fits=lambda ground: listed(ROLES)),
        Ask("title", "Their title, such as Dr. or Ms.?"),
        Ask("email", "Their mail address?"),
    ),
    lambda given: ("contact", given["program"], given["name"], *_options(given, "role", "title", "email")),
)
INVITATION = Form(
    (
        WHICH,
        Ask("at", "When did it come? An empty line means now.", a_past_moment, fits=moments_behind),
        Ask(
            "offer",
            "Which starts do they offer, on their clock, a semicolon between two?",
            some_starts,
            fits=starts_as_typed,
            rests_on="program",
        ),
    ),
    lambda given: ("invite", given["program"], *_option(given, "at"), *_each(given, "offer", "--offer")),
)
INTERVIEW = Form(
    (
        WHICH,
        Ask(
            "zone",
            "On which clock are they? Such as America/Chicago.",
            a_zone,
            needed=True,
            fits=zones_by_name,
            when=has_no_zone,
            rests_on="program",
        ),
        Ask(
            "start",
            "When does it start, on their clock? Or the number of a start on offer.",
            a_start,
            needed=True,
            fits=starts_on_offer,
            rests_on="program",
        ),
        Ask(
            "past",
            "That has come already. Has the interview begun or is it over? y or n.",
            a_yes,
            when=lies_behind,
            rests_on="start",
        ),
        Ask("move", "One is booked there. Is this its new date? y or n.", a_yes, when=has_a_date, rests_on="program"),
        Ask("minutes", "How many minutes? An empty line means 240.", a_number(1440)),
        Ask("format", "virtual or in-person?", one_of(FORMATS), fits=lambda ground: listed(FORMATS)),
        Ask("people", "With whom, a semicolon between two?", some_people, fits=people_there, rests_on="program"),
        Ask("link", "The link?", when=is_virtual, rests_on="format"),
        Ask("place", "The place?", when=is_in_person, rests_on="format"),
    ),
    lambda given: (
        "book",
        given["program"],
        given["start"],
        *_options(given, "zone", "minutes", "format", "link", "place"),
        *_each(given, "people", "--with"),
        *(f"--{name}" for name in ("past", "move") if given.get(name)),
    ),
)
FORMS = {"program": PROGRAM, "person": PERSON, "invitation": INVITATION, "interview": INTERVIEW}
