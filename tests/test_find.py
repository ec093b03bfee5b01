"""Finding records by what a person would call them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import Unclear
from store.find import find_contact, find_letter, find_program
from store.season import Season
from store.words import Role
from tests.examples import NOW, a_contact, a_letter, a_program, a_season
from tui.asking.booking import people_named


def three() -> Season:
    return a_season(
        a_program("p-first1", "Saint Ansgar", other_names=("SA North",), city="Ash", state="OH"),
        a_program("p-secnd1", "Saint Ansgar West"),
        a_program("p-third1", "Zoë Hospital"),
        a_program("p-trash1", "Old Mill Lane", trashed=NOW),
        a_contact("c-first1", "p-first1", "Ines Wexley"),
        a_contact("c-secnd1", "p-first1", "Ana Lind", Role.COORDINATOR, title="Ms.", email="ana@ansgar.example"),
        a_contact("c-third1", "p-first1", "Per Lind", Role.RESIDENT),
        a_contact("c-other1", "p-secnd1", "Kit Orr"),
        a_letter("l-first1", "p-first1", subject="Thanks for Monday"),
        a_letter("l-secnd1", "p-secnd1", subject="Thanks for Tuesday", sent=NOW),
        a_letter("l-third1", "p-secnd1", subject=""),
    )


@pytest.mark.parametrize(
    ("text", "program_id"),
    [
        ("p-secnd1", "p-secnd1"),
        ("P-SECND1", "p-secnd1"),
        ("Saint Ansgar", "p-first1"),
        ("  saint ansgar ", "p-first1"),
        ("sa north", "p-first1"),
        ("west", "p-secnd1"),
        ("zoe", "p-third1"),
        ("ZOË", "p-third1"),
    ],
)
def test_a_program_is_found_by_id_exact_name_or_a_part_only_it_has(text: str, program_id: str) -> None:
    assert find_program(three(), text).id == program_id


def test_several_candidates_are_listed_and_none_is_taken() -> None:
    with pytest.raises(Unclear, match=r"“ansgar” fits 2 programs\. Say which one\.") as raised:
        find_program(three(), "ansgar")
    assert raised.value.choices == ("p-first1 Saint Ansgar (Ash, OH)", "p-secnd1 Saint Ansgar West")


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(Unclear, match="No program fits “nowhere”") as raised:
        find_program(three(), "nowhere")
    assert len(raised.value.choices) == 3


@pytest.mark.parametrize("text", ["mill", "p-trash1", "old mill lane"])
def test_a_program_in_the_trash_is_said_to_be_there_with_the_way_back(text: str) -> None:
    with pytest.raises(Unclear, match=r"Old Mill Lane is in the trash\. `prematch trash back p-trash1` brings it back"):
        find_program(three(), text)


def test_one_that_is_followed_is_meant_before_one_in_the_trash() -> None:
    season = a_season(a_program("p-first1", "Mill Lane"), a_program("p-trash1", "Mill Lane", trashed=NOW))
    assert find_program(season, "mill").id == "p-first1"


def test_several_in_the_trash_are_not_told_apart() -> None:
    gone = (a_program(f"p-trash{n}", f"Mill {n}", trashed=NOW) for n in range(2))
    with pytest.raises(Unclear, match="No program fits “mill”"):
        find_program(a_season(*gone), "mill")
    with pytest.raises(Unclear, match="Say which program"):
        find_program(a_season(a_program("p-trash1", "Mill", trashed=NOW)), " ")


def test_blank_text_names_nothing() -> None:
    with pytest.raises(Unclear, match="Say which program"):
        find_program(three(), " ")


def test_long_lists_of_candidates_are_cut_and_say_so() -> None:
    season = a_season(*(a_program(f"p-{n:06}", f"Clinic {n}") for n in range(12)))
    with pytest.raises(Unclear, match=r"fits 12 programs\. The first 8 of them are listed") as raised:
        find_program(season, "clinic")
    assert len(raised.value.choices) == 8
    with pytest.raises(Unclear) as raised:
        find_program(season, "nowhere")
    assert raised.value.choices == ()


@pytest.mark.parametrize(
    ("text", "contact_id"),
    [
        ("ines wexley", "c-first1"),
        ("wexley", "c-first1"),
        ("Dr. Wexley", "c-first1"),
        ("Ms. Lind", "c-secnd1"),
        ("coordinator", "c-secnd1"),
        ("program director", "c-first1"),  # as the screen spells a role
        ("ana@ansgar.example", "c-secnd1"),
        ("per", "c-third1"),
        ("c-third1", "c-third1"),
    ],
)
def test_a_contact_is_found_by_name_title_address_or_role(text: str, contact_id: str) -> None:
    assert find_contact(three(), "p-first1", text).id == contact_id


def test_contacts_of_other_programs_are_not_looked_at() -> None:
    with pytest.raises(Unclear, match="No contact fits"):
        find_contact(three(), "p-first1", "orr")
    with pytest.raises(Unclear, match="fits 2 contacts") as raised:
        find_contact(three(), "p-first1", "lind")
    assert raised.value.choices[0] == "c-secnd1 Ana Lind, coordinator"


def test_a_letter_is_found_by_id_or_subject() -> None:
    assert find_letter(three(), "l-third1").id == "l-third1"
    assert find_letter(three(), "tuesday").id == "l-secnd1"
    with pytest.raises(Unclear) as raised:
        find_letter(three(), "thanks")
    assert raised.value.choices[1] == "l-secnd1 Saint Ansgar West, thank-you, sent: Thanks for Tuesday"


def test_letters_in_the_trash_are_not_found() -> None:
    season = three()
    season = replace(season, letters=tuple(replace(one, trashed=NOW) for one in season.letters))
    with pytest.raises(Unclear, match=r"“Thanks for Monday” is in the trash\. `prematch trash back l-first1`"):
        find_letter(season, "monday")
    with pytest.raises(Unclear, match="That message is in the trash"):
        find_letter(season, "l-third1")
    with pytest.raises(Unclear, match="No message fits"):
        find_letter(season, "thanks")


def test_a_name_with_a_comma_in_it_is_one_person_among_others_with_commas_between() -> None:
    one, other = a_contact("c-ode", name="Amal Ode, MD"), a_contact("c-wexley", name="Ines Wexley")
    season = a_season(a_program(), one, other)
    understand = people_named(season, season.programs[0])
    assert understand("Ines Wexley, Amal Ode, MD")[0] == ("c-wexley", "c-ode")
    assert understand("amal ode,MD ,ines wexley") == (("c-ode", "c-wexley"), "Amal Ode, MD, Ines Wexley")
    assert understand("Ines Wexley, Wexley")[0] == ("c-wexley",)
    assert understand(" , ") == ((), "nobody yet")
    with pytest.raises(Unclear):
        understand("Ines Wexley, Nobody")
