"""Questions, answers and facts from the command line: what is open where, who said what, and how old it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.season_file import SeasonFile
from store.words import Kind
from tests.command_shell import Shell, no_change
from tests.examples import NOW, a_letter

PAGE = ("--source", "their page")


@pytest.fixture
def alder(shell: Shell) -> Shell:
    shell("add", "Alder Ridge")
    shell("contact", "alder", "Nils Ode", "--role", "resident")
    return shell


def test_a_question_of_ones_own_is_listed_first_and_open_everywhere(alder: Shell) -> None:
    assert alder("question", "add", "Is there a garden?", "--theme", "light", "--role", "resident").code == 0
    lines = alder("question", "list", "alder").out.splitlines()
    assert lines[0] == "light"
    assert lines[1].startswith("  open     Is there a garden? (resident; q-")
    assert len(lines) > 20
    assert alder("question", "list", "--theme", "light", "--plain").out.startswith(
        "Is there a garden? (light, resident"
    )


def test_an_answer_closes_a_question_at_that_program_only(alder: Shell) -> None:
    alder("add", "Fenwick")
    said = alder("answer", "alder", "q-boards-plan", "A course.", "--by", "ode", "--on", "2026-11-20")
    assert said.code == 0 and "still open there" in said.err
    listed = alder("question", "list", "alder", "--theme", "boards").out
    assert "answered What does preparation" in listed
    assert "A course. (Nils Ode, Fri 20 Nov 2026)" in listed
    assert "q-boards-plan" not in alder("question", "list", "alder", "--open").out
    assert "q-boards-plan" in alder("question", "list", "fenwick", "--open").out


def test_what_their_site_answers_is_never_asked(alder: Shell) -> None:
    assert alder("answer", "alder", "q-boards-plan", "--on-site").code == 0
    assert alder.season.answers[0].on_their_site
    assert "on site  What does preparation" in alder("question", "list", "alder").out
    assert "q-boards-plan" not in alder("question", "list", "alder", "--open").out


def test_the_same_person_says_one_thing_and_another_person_another(alder: Shell) -> None:
    for text in ("A course.", "Two courses."):
        alder("answer", "alder", "q-boards-plan", text, "--by", "ode")
    alder("answer", "alder", "q-boards-plan", "I heard of one.")
    assert [one.text for one in alder.season.answers] == ["Two courses.", "I heard of one."]
    alder("answer", "alder", "q-boards-plan", "--forget")
    assert len(alder.season.answers) == 1


def test_questions_as_data_tell_their_state(alder: Shell) -> None:
    alder("answer", "alder", "q-boards-plan", "A course.", "--by", "ode")
    found = {one["id"]: one for one in alder("question", "list", "alder", "--json").json["questions"]}
    assert (found["q-boards-plan"]["state"], found["q-boards-plan"]["answer"]) == ("answered", "A course.")
    assert found["q-boards-help"]["state"] == "open" and found["q-boards-help"]["own"] is False


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("question", "add", " "), "question is empty"),
        (("question", "list", "--open"), "Say of which program"),
        (("question", "remove", "q-boards-plan"), "not one of yours"),
        (("answer", "alder", "q-boards-plan"), "answer is empty"),
        (("answer", "alder", "boards and more", "x"), "fits no question"),
        (("answer", "alder", "q-boards-plan", "--forget"), "has not answered"),
        (("fact", "alder", "visa", "none"), "Say where it comes from"),
        (("fact", "alder", "visa", *PAGE), "value is missing"),
        (("fact", "alder", " ", "none", *PAGE), "name of the fact is empty"),
        (("fact", "alder", "visa", "none", *PAGE, "--on", "2027-01-02"), "future"),
        (("fact", "alder", "visa", "--forget"), "has no fact called “visa”"),
        (("fact", "alder", "visa", "none", "--forget"), "takes no value"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_nothing_changes(
    alder: Shell, argv: tuple[str, ...], sentence: str
) -> None:
    said = alder(*argv)
    no_change(alder, said)
    assert sentence in said.err


def test_a_fact_is_kept_under_its_own_label_with_source_and_day(alder: Shell) -> None:
    assert alder("fact", "alder", "IMG residents now", "three", *PAGE, "--on", "2026-11-20").code == 0
    listed = alder("facts", "alder").out
    assert listed == "Alder Ridge: residents trained abroad: three (their page, checked Fri 20 Nov 2026)\n"
    assert "three" in alder("show", "alder").out


def test_two_sources_that_disagree_are_shown_side_by_side(alder: Shell) -> None:
    alder("fact", "alder", "call", "every fourth night", *PAGE)
    said = alder("fact", "alder", "call", "night float", "--source", "Nils Ode")
    assert "sources disagree about call: every fourth night (their page" in said.err
    assert "!" in alder("facts", "alder").out and "disagreeing: " in alder("facts", "alder", "--plain").out
    assert all(one["disagrees"] for one in alder("facts", "--json").json["facts"])
    alder("fact", "alder", "call", "--forget", *PAGE)
    assert [one.value for one in alder.season.programs[0].facts] == ["night float"]


def test_only_what_is_stale_is_listed_when_asked(alder: Shell) -> None:
    alder("fact", "alder", "ECFMG", "by rank day", *PAGE, "--on", "2026-07-01")
    alder("fact", "alder", "salary", "66,000", *PAGE, "--on", "2026-07-01")
    assert (
        alder("facts", "--stale").out
        == "Alder Ridge: ECFMG timing: by rank day (their page, checked Wed 1 Jul 2026, stale)\n"
    )
    assert "Nothing here is stale" in alder("facts", "--stale", now="2026-07-02T10:00+02:00").err


def test_a_question_sent_in_a_message_is_listed_as_asked_then_as_replied_to(alder: Shell) -> None:
    alder("question", "add", "Is there a garden?", "--theme", "light")
    program_id = alder.season.programs[0].id
    asked = a_letter("l-asked", program_id, Kind.QUESTION, sent=NOW.after(days=-3), body="Is there a garden?")
    reply = a_letter("l-reply", program_id, Kind.REPLY, received=NOW.after(days=-1), answers="l-asked")
    for letters, state in (((asked,), "asked"), ((asked, reply), "replied")):
        with SeasonFile.open(alder.path) as file:
            file.save(replace(alder.season, letters=letters))
        assert f"  {state:<9}Is there a garden?" in alder("question", "list", "alder").out
        assert f"{state}: Is there a garden?" in alder("question", "list", "alder", "--plain").out
        assert alder("question", "list", "alder", "--theme", "light", "--json").json["questions"][0]["state"] == state


def test_a_person_named_family_name_first_is_one_and_the_same(demo: Shell) -> None:
    assert demo("contact", "fenwick", "Ferrow, Tom", "--role", "coordinator").code == 0
    assert demo("contact", "fenwick", "Ferrow, Tom", "--role", "coordinator", "--email", "t@fenwick.example").code == 0
    (kept,) = [one for one in demo.season.contacts if one.family == "Ferrow"]
    assert (kept.name, kept.email) == ("Tom Ferrow", "t@fenwick.example")
