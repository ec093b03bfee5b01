"""Greetings: whom they name, and what is said when that is somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.records import Contact
from store.words import Role
from templates.conduct.greeting import greeted
from tests.conduct_asking import a_bare_draft, found
from tests.conduct_drafts import CONTACTS, OWN, SEASON


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Dr. Ostrow,", [("Dr", ("ostrow",))]),
        ("Dear Dr. Ostrow and Ms. Vance,", [("Dr", ("ostrow",)), ("Ms", ("vance",))]),
        ("Dear Drs. Ostrow and Bellow,", [("Dr", ("ostrow",)), ("Dr", ("bellow",))]),
        ("Dear Dr. Ostrow, Ms. Vance, and Dr. Lee:", [("Dr", ("ostrow",)), ("Ms", ("vance",)), ("Dr", ("lee",))]),
        ("Dear Maren Ostrow, MD,", [("", ("maren", "ostrow"))]),
        ("Good afternoon, Professor van der Berg,", [("Prof", ("van", "der", "berg"))]),
        ("Hi Priya!", [("", ("priya",))]),
        ("Dear Dr. O’Leary-Quist,", [("Dr", ("oleary", "quist"))]),
        ("Dear Dr. Ostrow, thank you for writing.", [("Dr", ("ostrow",))]),
        ("Dear Dr. Ostrow and team,", [("Dr", ("ostrow",))]),
        ("Dear Program Coordinator,", []),
        ("To whom it may concern,", []),
        ("Hello,", []),
        ("Dear Dr. Ostrow.", [("Dr", ("ostrow",))]),
        ("Dear Ostrow Bellow\nVance,", [("", ("ostrow", "bellow"))]),
        ("Thank you, Dr. Ostrow.", []),
    ],
)
def test_a_greeting_names_these_people(text: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.title, one.names) for one in greeted(text)] == names


def _told(greeting: str, *to: Contact) -> list[tuple[str, str]]:
    season = replace(SEASON, contacts=(*CONTACTS, *to))
    letter = replace(a_bare_draft(f"{greeting}\n\nThank you."), contact_ids=tuple(one.id for one in to))
    return [(one.text, one.instead) for one in found("C03", letter, season)]


OSTROW, VANCE = CONTACTS[0], CONTACTS[1]


@pytest.mark.parametrize(
    ("greeting", "text"),
    [
        ("Dear Dr. Ostrov,", "Dr. Ostrov"),
        ("Dear Mr. Ostrow,", "Mr. Ostrow"),
        ("Dear Maren,", "Maren"),
        ("Dear I. Ostrow,", "I. Ostrow"),
    ],
)
def test_the_fix_is_the_form_for_a_letter(greeting: str, text: str) -> None:
    assert _told(greeting, OSTROW) == [(text, "Dr. Ostrow")]


@pytest.mark.parametrize("greeting", ["Dear Fenwick,", "Dear M.,"])
def test_the_program_or_an_initial_alone_is_nobody_else(greeting: str) -> None:
    assert _told(greeting, OSTROW) == []


def test_with_two_recipients_nobody_is_guessed() -> None:
    assert _told("Dear Dr. Bellow,", OSTROW, VANCE) == [("Dr. Bellow", "")]


@pytest.mark.parametrize(
    "person",
    [
        Contact("c-noname", OWN.id, "Ida Lund", Role.COORDINATOR),
        Contact("c-profes", OWN.id, "Ida Lund", Role.DIRECTOR, "Professor"),
        Contact("c-single", OWN.id, "Lund", Role.DIRECTOR, "Dr."),
        Contact("c-twofam", OWN.id, "Ida Garcia Lund", Role.DIRECTOR, "Dr.", family_name="Garcia Lund"),
        Contact("c-inital", OWN.id, "I. Lund", Role.DIRECTOR, "Dr."),
    ],
    ids=["no title known", "a professor", "one name only", "two family names", "an initial"],
)
def test_a_right_family_name_with_a_fitting_title_passes(person: Contact) -> None:
    assert _told("Dear Dr. Lund,", person) == []


def test_a_contact_without_a_title_is_offered_by_full_name() -> None:
    assert _told("Dear Ms. Lindt,", Contact("c-noname", OWN.id, "Ida Lund", Role.COORDINATOR)) == [
        ("Ms. Lindt", "Ida Lund")
    ]
