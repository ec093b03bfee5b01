"""Form: fields left open, length, tone, subject and signature."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.words import Channel, Kind
from templates.conduct.frame import without_frame, word_count
from tests.conduct_asking import a_bare_draft, a_draft, found, said
from tests.conduct_drafts import PROFILE, SEASON


@pytest.mark.parametrize(
    "field",
    [
        "[x]",
        "[ ]",
        "[your name]",
        "{aamc_id}",
        "{{",
        "{{ name }}",
        "{% if x %}",
        "<Program Name>",
        "xxx",
        "XXXX",
        "T.B.D.",
        "____",
    ],
)
def test_every_usual_stand_in_is_a_field(field: str) -> None:
    (finding,) = found("C01", a_draft(f"I come to {field} about this."))
    assert (finding.text, finding.hard) == (field, True)


def test_a_field_in_the_subject_is_found_there() -> None:
    (finding,) = found("C01", a_draft("A word.", subject="Thank you, [name]"))
    assert (finding.where, finding.start, finding.end) == ("subject", 11, 17)


def test_brackets_in_quoted_mail_are_not_the_writers() -> None:
    assert said("C01", "Thank you.\n\n> [Calendar] Please pick {a date}.") == []


def _of_words(count: int) -> str:
    return " ".join(["word"] * count) + "."


@pytest.mark.parametrize(
    ("inner", "caught"),
    [(20, True), (29, True), (30, False), (40, False), (100, False), (101, True), (140, True)],
)
def test_length_counts_with_or_without_greeting_and_signature(inner: int, caught: bool) -> None:
    # greeting and signature of these drafts come to ten words, so 30 inner words are 40 in all
    letter = a_draft(_of_words(inner))
    assert word_count(letter.body) == inner + 10
    assert bool(found("C14", letter)) is caught


def test_a_note_on_length_says_how_long_it_is_and_should_be() -> None:
    (finding,) = found("C14", a_draft(_of_words(140)))
    assert finding.message == "With 140 words this is longer than the 40 to 100 that suit this kind of letter."
    assert finding.level.value == "NOTE"


def test_quoted_mail_adds_no_length_and_other_kinds_have_none() -> None:
    quoted = "\n".join(["> word word word word"] * 60)
    assert found("C14", a_draft(f"{_of_words(50)}\n\n{quoted}")) == []
    assert found("C14", a_draft(_of_words(500), kind=Kind.REPLY)) == []


def test_the_closing_formula_begins_the_frame() -> None:
    assert without_frame("Dear Dr. Ostrow,\n\nOne two.\n\nKind regards,\nTamsin Hale\n").strip() == "One two."
    assert without_frame("One two.").strip() == "One two."


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("It was lovely 🎉 there.", "🎉"),
        ("See you then ;-)", ";-)"),
        ("Thank u for the day.", "u"),
        ("I wanna come back.", "wanna"),
        ("Please answer asap.", "asap"),
        ("IT WAS WONDERFUL there.", "WONDERFUL"),
        ("Thanks! Really!", "!"),
    ],
)
def test_what_is_casual_or_loud_is_told_once(words: str, text: str) -> None:
    assert said("C15", words) == [text]


@pytest.mark.parametrize(
    "words",
    [
        "The QI project used REDCap; I am BLS, ACLS and PALS certified.",
        "Children under 2 kg and <3 months were seen at a ratio of 3:1 (see b).",
        "The super-utilizers of the supermarket clinic were followed by an NP.",
        "HUS after STEC was the case.",
        "FENWICK and MARROW are names.",
        "✓ The form is complete.",
    ],
)
def test_abbreviations_names_and_figures_are_not_loud(words: str) -> None:
    assert said("C15", words) == []


def test_a_short_form_in_their_quoted_words_is_theirs() -> None:
    assert said("C15", "You wrote “thank u for the question”, and I was glad of it.") == []


def test_a_field_in_capitals_is_a_field_and_no_shouting() -> None:
    assert said("C15", "I come from [INSERT TOWN HERE].") == []


@pytest.mark.parametrize(
    ("body", "text", "fix"),
    [
        ("Hey Dr. Ostrow,\n\nThank you.\n\nSincerely,\nTamsin Hale", "Hey", "Dear"),
        ("Hi Dr. Ostrow,\n\nThank you.", "Hi", "Dear"),
        ("Dear Dr. Ostrow,\n\nThank you.\n\nCheers,\nTamsin Hale", "Cheers", "Sincerely"),
    ],
)
def test_casual_openings_and_closings_have_a_better_form(body: str, text: str, fix: str) -> None:
    assert [(one.text, one.instead) for one in found("C15", a_bare_draft(body))] == [(text, fix)]


@pytest.mark.parametrize(
    "opening", ["Hello Dr. Ostrow,", "Good morning,", "Dear Dr. Ostrow,", "Highly esteemed reader,"]
)
def test_other_openings_pass(opening: str) -> None:
    assert found("C15", a_bare_draft(f"{opening}\n\nThank you.")) == []


def test_residents_may_be_greeted_with_hi() -> None:
    letter = replace(a_bare_draft("Hi Priya,\n\nThank you."), contact_ids=("c-priya0",))
    assert found("C15", letter) == []


@pytest.mark.parametrize(
    "subject",
    ["", "   ", "Hello", "Re:", "Tamsin Hale", "Fenwick Children's Hospital Program", "Important!", "AAMC 13572468"],
)
def test_a_subject_without_a_purpose_is_told(subject: str) -> None:
    assert [one.where for one in found("C25", a_draft("A word.", subject=subject))] == ["subject"]


@pytest.mark.parametrize(
    "subject", ["Thank you", "Question about call", "Re: Interview invitation", "Interview on 3 December - Tamsin Hale"]
)
def test_a_subject_with_a_purpose_passes(subject: str) -> None:
    assert found("C25", a_draft("A word.", subject=subject)) == []


@pytest.mark.parametrize(
    ("channel", "count"),
    [(Channel.EMAIL, 2), (Channel.PORTAL, 1), (Channel.PHONE, 0), (Channel.VIDEO, 0), (Channel.IN_PERSON, 0)],
)
def test_only_what_is_written_needs_subject_and_signature(channel: Channel, count: int) -> None:
    letter = replace(a_bare_draft("Thank you."), subject="", channel=channel)
    assert len(found("C25", letter)) == count


@pytest.mark.parametrize(
    ("signature", "lacks"),
    [
        ("Tamsin Hale", "your AAMC ID"),
        ("AAMC ID 13572468", "your name"),
        ("", "your name and your AAMC ID"),
        ("Tamsin Hale, MD\n13572468", ""),
        ("Dr. Tamsin R. Hale | AAMC#1357-2468", ""),
    ],
)
def test_a_signature_has_name_and_id(signature: str, lacks: str) -> None:
    findings = found("C25", a_bare_draft(f"Dear Dr. Ostrow,\n\nThank you.\n\nSincerely,\n{signature}"))
    assert [one.message for one in findings] == ([f"The signature lacks {lacks}."] if lacks else [])


def test_a_name_high_up_in_the_letter_is_no_signature() -> None:
    body = "I am Tamsin Hale (AAMC ID 13572468).\n" + "\n".join(["A line of text."] * 12)
    assert [one.message for one in found("C25", a_bare_draft(body))] == [
        "The signature lacks your name and your AAMC ID."
    ]


def test_another_id_than_the_recorded_one_is_told_with_the_right_one() -> None:
    (finding,) = found("C25", a_bare_draft("Thank you.\n\nTamsin Hale\nAAMC ID: 24681357"))
    assert (finding.text, finding.instead) == ("24681357", "13572468")


def test_without_a_profile_some_name_and_some_id_are_enough() -> None:
    season = replace(SEASON, profile=replace(PROFILE, name="", aamc_id=""))
    signed = a_bare_draft("Thank you.\n\nSincerely,\nJo March\nAAMC ID 24681357")
    assert found("C25", signed, season) == []
    assert found("C25", a_bare_draft("Thank you."), season)
