"""A message is linked by its sender's address; anything less is a proposal the person confirms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.person_names import person_named
from store.season import Season
from store.words import Role
from templates.incoming.linking import linked, new_sender, sender_at
from templates.incoming.mail_read import MailRead
from tests.examples import NOW, a_contact, a_program, a_season

HERE = a_program().id
OTHER = replace(a_program(), id="p-marrow", name="Marrow Lake Pediatrics", website="https://www.marrow.example/peds")


def season(email: str = "ines.wexley@brightwater.example") -> Season:
    found = a_season(a_program(), a_contact(email=email))
    return replace(found, programs=(*found.programs, OTHER))


def from_(address: str, body: str = "Words.", name: str = "", subject: str = "") -> MailRead:
    return MailRead(body, name, address, subject=subject)


def test_an_address_on_record_is_certain_whatever_its_case() -> None:
    link = linked(season(), from_("Ines.Wexley@Brightwater.example"))
    assert link.certain and link.guesses[0].program_id == HERE and link.guesses[0].contact_id == "c-wexley"


def test_an_address_two_programs_share_is_asked_about() -> None:
    both = season()
    twin = replace(a_contact(email="ines.wexley@brightwater.example"), id="c-twin", program_id="p-marrow")
    link = linked(replace(both, contacts=(*both.contacts, twin)), from_("ines.wexley@brightwater.example"))
    assert not link.certain and {one.program_id for one in link.guesses} == {HERE, "p-marrow"}


@pytest.mark.parametrize(
    ("address", "program_id"),
    [("office@brightwater.example", HERE), ("x@marrow.example", "p-marrow"), ("x@mail.marrow.example", "p-marrow")],
)
def test_a_domain_is_a_proposal_and_never_certain(address: str, program_id: str) -> None:
    link = linked(season(), from_(address))
    assert [one.program_id for one in link.guesses] == [program_id] and not link.certain


def test_a_mail_box_everybody_may_have_points_nowhere() -> None:
    assert linked(season("ines.wexley@gmail.com"), from_("someone@gmail.com")).guesses == ()


def test_a_program_named_in_the_words_is_proposed_the_subject_first() -> None:
    name = a_program().name
    link = linked(season(), from_("x@gmail.com", f"Greetings from {name}.", subject="Marrow Lake Pediatrics interview"))
    assert [one.program_id for one in link.guesses] == ["p-marrow", HERE] and not link.certain


def test_a_program_in_the_trash_is_never_proposed() -> None:
    found = season()
    gone = replace(found, programs=tuple(replace(one, trashed=NOW) for one in found.programs))
    assert linked(gone, from_("ines.wexley@brightwater.example", "Marrow Lake Pediatrics")).guesses == ()


def test_a_sender_is_known_by_address_then_by_name() -> None:
    person = a_contact(email="ines.wexley@brightwater.example")
    assert sender_at(season(), HERE, from_("ines.wexley@brightwater.example")) == person
    assert sender_at(
        season(), HERE, from_("i.w@elsewhere.example", name=f"{person.family}, {person.name.split()[0]}, MD")
    )
    assert sender_at(season(), HERE, from_("x@elsewhere.example", name="Somebody Else")) is None
    assert sender_at(season(), HERE, MailRead("words")) is None


@pytest.mark.parametrize("name", ["李 伟", "J.", ""])
def test_a_name_of_which_nothing_can_be_compared_is_nobodys(name: str) -> None:
    found = replace(season(), contacts=(replace(a_contact(), name=name),))
    assert sender_at(found, HERE, from_("x@elsewhere.example", name="Somebody Else")) is None


@pytest.mark.parametrize(
    ("shown", "name", "title"),
    [
        ("Ines Wexley", "Ines Wexley", ""),
        ("Wexley, Ines", "Ines Wexley", ""),
        ("Wexley, Ines, MD", "Ines Wexley", "Dr."),
        ("Ines Wexley, M.D., FAAP", "Ines Wexley", "Dr."),
        ("Ines Wexley MD", "Ines Wexley", "Dr."),
        ("Wexley, Ines (Pediatrics)", "Ines Wexley", ""),
        ("Ada Ma", "Ada Ma", ""),
        ("Pediatrics Residency Office", "Pediatrics Residency Office", ""),
        ("", "", ""),
        ("MD", "MD", ""),
        ("Ma, Wei", "Wei Ma", ""),
        ("Do, Linh, MD", "Linh Do", "Dr."),
        ("Ms, Ada, MPH", "Ada Ms", ""),
    ],
)
def test_a_name_is_turned_the_way_a_greeting_needs_it(shown: str, name: str, title: str) -> None:
    assert person_named(shown) == (name, title)


def test_a_new_sender_without_a_name_takes_the_front_of_the_address() -> None:
    sender = new_sender(HERE, from_("office@brightwater.example"), Role.COORDINATOR)
    assert sender.name == "office"
