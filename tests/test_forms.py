"""A draft in another form: what was typed into blanks goes along, and own words are never dropped unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.errors import RuleBroken
from store.records import Letter
from store.rules.letters import change_form, write_letter
from store.season import Season
from store.words import Kind, LetterState
from templates.forms import answers_in, in_form, with_answers
from templates.render import begin_letter, blanks_in
from tests.examples import NOW, a_letter, held_season

BEGUN = "Dear Dr. Wexley,\n\nThank you for [the talk]. I liked [one thing].\n\nNoor"


def begun(kind: Kind = Kind.THANK_YOU, variant: str = "interviewer") -> tuple[Season, Letter]:
    """A season in which that draft has just been begun."""
    season = held_season(contact_ids=("c-wexley",))
    letter = begin_letter(
        season, "p-bright", kind, letter_id="l-new", contact_ids=("c-wexley",), variant=variant, now=NOW
    )
    return write_letter(season, letter, now=NOW), letter


def filled(letter: Letter) -> Letter:
    """That draft with words of its own in every blank."""
    body = letter.body
    for count, blank in reversed(list(enumerate(blanks_in(letter.body)))):
        body = f"{body[: blank.start]}answer {count}{body[blank.end :]}"
    return replace(letter, body=body)


def test_what_was_typed_into_blanks_is_found_by_its_hint() -> None:
    present = BEGUN.replace("[the talk]", "the van.\n\nAnd more").replace("[one thing]", "the clinic")
    assert answers_in(BEGUN, present) == {"the talk": "the van.\n\nAnd more", "one thing": "the clinic"}


def test_a_blank_left_alone_or_emptied_has_no_answer() -> None:
    assert answers_in(BEGUN, BEGUN) == {}
    assert answers_in(BEGUN, BEGUN.replace("[one thing]", "")) == {}


@pytest.mark.parametrize(
    "present",
    [BEGUN.replace("Dear", "Good day,"), BEGUN.replace("I liked", "I loved"), BEGUN + "\nP.S.", BEGUN[:-1], ""],
)
def test_other_words_changed_are_told_from_blanks_filled(present: str) -> None:
    assert answers_in(BEGUN, present) is None


def test_a_text_without_blanks_is_either_the_same_or_changed() -> None:
    assert answers_in("As begun.", "As begun.") == {}
    assert answers_in("As begun.", "As begun. And on.") is None


def test_answers_go_into_the_blanks_that_ask_for_them() -> None:
    assert (
        with_answers("I liked [one thing] and [another].", {"one thing": "the van"}) == "I liked the van and [another]."
    )


def test_an_untouched_draft_takes_another_form_without_a_question() -> None:
    season, letter = begun()
    found = in_form(season, letter, Kind.THANK_YOU, "second-interviewer", now=NOW)
    wanted = begin_letter(
        season,
        "p-bright",
        Kind.THANK_YOU,
        letter_id="l-new",
        contact_ids=("c-wexley",),
        variant="second-interviewer",
        now=NOW,
    )
    assert not found.leaves_words
    assert (found.letter.body, found.letter.subject) == (wanted.body, wanted.subject)
    assert found.letter.variant == "second-interviewer"


def test_back_in_its_own_form_a_filled_draft_is_what_it_was() -> None:
    season, letter = begun()
    typed = filled(letter)
    assert typed.body != letter.body
    found = in_form(season, typed, Kind.THANK_YOU, "interviewer", now=NOW)
    assert (found.letter.body, found.leaves_words) == (typed.body, False)


def test_an_answer_that_no_blank_of_the_new_form_asks_for_is_told() -> None:
    season, letter = begun()
    typed = filled(letter)
    found = in_form(season, typed, Kind.QUESTION, now=NOW)
    assert found.letter.kind is Kind.QUESTION
    assert found.leaves_words


def test_own_words_in_the_text_are_told() -> None:
    season, letter = begun()
    own = replace(letter, body=f"{letter.body}\nP.S. My own line.")
    assert in_form(season, own, Kind.THANK_YOU, "director", now=NOW).leaves_words


def test_an_own_subject_stays_with_another_form_and_is_told_with_another_kind() -> None:
    season, letter = begun()
    own = replace(letter, subject="My very own subject")
    same = in_form(season, own, Kind.THANK_YOU, "director", now=NOW)
    assert (same.letter.subject, same.leaves_words) == ("My very own subject", False)
    other = in_form(season, own, Kind.QUESTION, now=NOW)
    assert other.leaves_words


def test_a_draft_of_no_known_form_counts_as_own_words() -> None:
    season = held_season(a_letter())
    assert in_form(season, season.letters_by_id["l-letter"], Kind.QUESTION, now=NOW).leaves_words


def test_the_words_before_are_kept_beside_and_a_ready_message_is_a_draft_again() -> None:
    season, letter = begun()
    ready = replace(letter, state=LetterState.READY)
    season = replace(season, letters=(ready,))
    found = in_form(season, ready, Kind.QUESTION, now=NOW)
    changed = change_form(season, found.letter, now=NOW).letters_by_id["l-new"]
    assert (changed.kind, changed.state, changed.body) == (Kind.QUESTION, LetterState.DRAFT, found.letter.body)
    assert [(one.body, one.name) for one in changed.revisions] == [(letter.body, "before another form")]


def test_no_draft_becomes_a_kind_that_only_comes_in() -> None:
    season, letter = begun()
    with pytest.raises(RuleBroken, match="comes from a program"):
        change_form(season, replace(letter, kind=Kind.REPLY), now=NOW)


def test_another_kind_of_answer_takes_the_form_that_answers_what_was_asked() -> None:
    season = held_season(contact_ids=("c-wexley",))
    asked = "You are ranked to match. Will you need a visa from us?"
    came = replace(a_letter("l-came22", kind=Kind.REPLY, received=NOW, body=asked), improper=True, hint=True)
    season = replace(season, letters=(came,))
    hint = begin_letter(season, "p-bright", Kind.HINT, letter_id="l-new", answers="l-came22", now=NOW)
    assert hint.variant == "ranked"
    season = write_letter(season, hint, now=NOW)
    assert in_form(season, hint, Kind.IMPROPER_QUESTION, now=NOW).letter.variant == "visa"


def test_a_form_of_the_persons_own_is_gone_to_and_left_like_a_shipped_one() -> None:
    season, letter = begun()
    own = {"question.short": "Subject: A short question\n\nDear Dr. [name],\n\n[your question]\n"}
    there = in_form(season, letter, Kind.QUESTION, "short", now=NOW, own=own).letter
    assert (there.variant, there.subject) == ("short", "A short question")
    season = replace(season, letters=(there,))
    assert not in_form(season, there, Kind.QUESTION, "office", now=NOW, own=own).leaves_words
    assert in_form(season, there, Kind.QUESTION, "office", now=NOW).leaves_words
