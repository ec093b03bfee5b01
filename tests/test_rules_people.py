"""Rules about the people at programs."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.records import Answer, Contact, Debrief, Hook
from store.rules.people import add_contact, edit_contact, remove_contact
from store.rules.questions import answer_question
from store.words import Role
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, an_interview, at


def test_a_contact_is_cleaned_and_kept() -> None:
    contact = Contact("c-abcdef", "p-bright", " Ana \u200bLind ", Role.COORDINATOR, email=" ana@brightwater.example ")
    season = add_contact(a_season(), contact, now=NOW)
    assert (season.contacts[0].name, season.contacts[0].email) == ("Ana Lind", "ana@brightwater.example")


def test_a_contact_needs_a_name_and_a_program() -> None:
    with pytest.raises(RuleBroken, match="name is empty"):
        add_contact(a_season(), a_contact(name=""), now=NOW)
    with pytest.raises(RuleBroken, match="p-nobody"):
        add_contact(a_season(), a_contact(program_id="p-nobody"), now=NOW)


def test_a_program_lists_a_name_once() -> None:
    season = a_season(a_program(), a_program("p-alder1", "Alder Ridge"), a_contact())
    with pytest.raises(RuleBroken, match="Ines Wexley is listed at Brightwater already"):
        add_contact(season, a_contact("c-other1", name="INES WEXLEY"), now=NOW)
    assert len(add_contact(season, a_contact("c-other1", "p-alder1"), now=NOW).contacts) == 2


@pytest.mark.parametrize(
    "email",
    ["two@a.example, three@b.example", "no-at-sign", "@a.example", "a@", "a@b@c", "<a@b.example>", "a b@c.example"],
)
def test_a_contact_has_one_mail_address_or_none(email: str) -> None:
    with pytest.raises(RuleBroken, match="not one mail address"):
        add_contact(a_season(), a_contact(email=email), now=NOW)


def test_a_contact_is_edited_but_stays_at_the_program() -> None:
    season = a_season(a_program(), a_contact())
    edited = edit_contact(season, "c-wexley", title="Prof.", now=NOW)
    assert edited.contacts[0].title == "Prof."
    assert edit_contact(edited, "c-wexley", title="Prof.", now=NOW) is edited
    with pytest.raises(RuleBroken, match="program_id"):
        edit_contact(season, "c-wexley", program_id="p-alder1", now=NOW)
    with pytest.raises(RuleBroken, match="No contact has the id"):
        edit_contact(season, "c-nobody", title="Dr.", now=NOW)


def test_forms_of_address_typed_before_a_name_become_its_title_at_once() -> None:
    season = add_contact(a_season(), a_contact(name="Prof. Dr. Ines Wexley", title=""), now=NOW)
    assert (season.contacts[0].title, season.contacts[0].name) == ("Prof.", "Ines Wexley")
    assert edit_contact(season, "c-wexley", note="met in May", now=NOW).contacts[0].name == "Ines Wexley"


def test_a_contact_nothing_names_can_be_removed_and_leaves_interviews() -> None:
    season = a_season(a_program(), a_contact(), an_interview(contact_ids=("c-wexley",)))
    after = remove_contact(season, "c-wexley", now=NOW)
    assert after.contacts == () and after.interviews[0].contact_ids == ()


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ((a_letter(contact_ids=("c-wexley",), sent=at("2026-11-20 10:00")),), "a message"),
        ((a_letter(contact_ids=("c-wexley",)), a_letter("l-other1", contact_ids=("c-wexley",))), "2 messages"),
    ],
)
def test_a_contact_messages_name_stays_so_that_they_stay_whole(letters: tuple[object, ...], words: str) -> None:
    season = a_season(a_program(), a_contact(), *letters)  # type: ignore[arg-type]
    with pytest.raises(RuleBroken, match=f"Ines Wexley is named in {words}"):
        remove_contact(season, "c-wexley", now=NOW)


def test_a_contact_a_debrief_or_an_answer_names_stays() -> None:
    written = Debrief(NOW, hooks=(Hook("c-wexley", "her clinic on wheels"),))
    season = a_season(a_program(), a_contact(), an_interview(debrief=written))
    with pytest.raises(RuleBroken, match="a debrief"):
        remove_contact(season, "c-wexley", now=NOW)
    season = a_season(a_program(), a_contact())
    answer = Answer("a-first1", "q-mentor-match", "p-bright", "Every autumn.", NOW, contact_id="c-wexley")
    with pytest.raises(RuleBroken, match="an answer"):
        remove_contact(answer_question(season, answer, now=NOW), "c-wexley", now=NOW)


@pytest.mark.parametrize(
    ("typed", "name", "title"),
    [
        ("Dr. Rosa Lim", "Rosa Lim", "Dr."),
        ("dr Rosa Lim", "Rosa Lim", "Dr."),
        ("Miss Ida Morrow", "Ida Morrow", "Miss"),
        ("Drew Marsh", "Drew Marsh", ""),
        ("Ms.", "Ms.", ""),
    ],
)
def test_a_form_of_address_typed_before_the_name_is_the_title(typed: str, name: str, title: str) -> None:
    season = add_contact(a_season(a_program()), Contact("c-new", "p-bright", typed, Role.COORDINATOR), now=NOW)
    (contact,) = season.contacts
    assert (contact.name, contact.title) == (name, title)


@pytest.mark.parametrize(
    ("typed", "name", "title"),
    [
        ("Ferrow, Tom", "Tom Ferrow", ""),
        ("FERROW, TOM", "TOM FERROW", ""),
        ("Marlow, Ines, MD", "Ines Marlow", "Dr."),
        ("Dr. Marlow, Ines", "Ines Marlow", "Dr."),
        ("van der Berg, Anna Maria", "Anna Maria van der Berg", ""),
        ("Amal Ode, MD", "Amal Ode, MD", ""),
        ("Tom Ferrow, Jr.", "Tom Ferrow, Jr.", ""),
        ("Ferrow, Coordinator", "Ferrow, Coordinator", ""),
        ("Ines Marlow, Program Director", "Ines Marlow, Program Director", ""),
        ("Ines Marlow, Tom Ferrow", "Ines Marlow, Tom Ferrow", ""),
        ("Ferrow,", "Ferrow,", ""),
    ],
)
def test_a_family_name_before_a_comma_goes_behind_the_given_name(typed: str, name: str, title: str) -> None:
    (kept,) = add_contact(a_season(), a_contact(name=typed, title=""), now=NOW).contacts
    assert (kept.name, kept.title) == (name, title)
