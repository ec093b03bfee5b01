"""Rules about questions and answers."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.question_bank import CLOSE_TO, answer_there, by_theme, open_questions, to_write
from store.records import Answer, Question
from store.reference.shipped import shipped_questions
from store.rules.questions import add_question, answer_question, remove_answer, remove_question
from store.season import Season
from tests.examples import NOW, a_contact, a_program, a_season

GARDEN = Question("q-garden", "wellness", "Is there a garden?")


def asked() -> Season:
    return add_question(a_season(a_program(), a_contact()), GARDEN, now=NOW)


def an_answer(text: str = "Yes, on the roof.", question_id: str = "q-garden", contact_id: str = "") -> Answer:
    return Answer("a-first1", question_id, "p-bright", text, NOW, contact_id)


def test_a_question_is_asked_once() -> None:
    with pytest.raises(RuleBroken, match="on your list already"):
        add_question(asked(), Question("q-second", "life", "is there a GARDEN?"), now=NOW)
    with pytest.raises(RuleBroken, match="on your list already"):  # as one that came with the app
        add_question(asked(), Question("q-second", "life", shipped_questions()[0].text), now=NOW)
    with pytest.raises(RuleBroken, match="question is empty"):
        add_question(asked(), Question("q-second", "life", ""), now=NOW)


def test_a_question_of_ones_own_is_taken_off_the_list_while_nobody_has_answered() -> None:
    assert remove_question(asked(), "q-garden", now=NOW).questions == ()
    with pytest.raises(RuleBroken, match="not one of yours"):
        remove_question(asked(), "q-mentor-match", now=NOW)
    with pytest.raises(RuleBroken, match="answers already"):
        remove_question(answer_question(asked(), an_answer(), now=NOW), "q-garden", now=NOW)


def test_an_answer_thrown_away_leaves_its_question_open() -> None:
    season = answer_question(asked(), an_answer(), now=NOW)
    assert GARDEN not in open_questions(season, "p-bright")
    assert GARDEN in open_questions(remove_answer(season, "a-first1", now=NOW), "p-bright")
    with pytest.raises(RuleBroken, match="No answer"):
        remove_answer(season, "a-nobody", now=NOW)


def test_a_reader_is_asked_what_suits_them_or_anybody_ones_own_first() -> None:
    season = asked()
    wexley = season.contacts_by_id["c-wexley"]
    found = to_write(season, "p-bright", wexley)
    assert found[0] is GARDEN and {one.role for one in found} <= {None, *CLOSE_TO[wexley.role]}
    on_site = Answer("a-first1", "q-garden", "p-bright", "", NOW, on_their_site=True)
    assert GARDEN not in to_write(answer_question(season, on_site, now=NOW), "p-bright", wexley)
    assert len(to_write(season, "p-bright", None)) == len(open_questions(season, "p-bright"))


def test_questions_stand_under_their_themes_and_the_newest_answer_counts() -> None:
    themes = by_theme((GARDEN, Question("q-pool", "life", "A pool?"), Question("q-cat", "wellness", "A cat?")))
    assert [(theme, [one.id for one in own]) for theme, own in themes] == [
        ("wellness", ["q-garden", "q-cat"]),
        ("life", ["q-pool"]),
    ]
    season = answer_question(asked(), an_answer(), now=NOW)
    later = Answer("a-second", "q-garden", "p-bright", "Closed now.", NOW.after(hours=1))
    newer = answer_question(season, later, now=NOW.after(hours=2))
    assert answer_there(asked(), "p-bright", "q-garden") is None
    assert answer_there(newer, "p-bright", "q-garden") == later


def test_own_and_shipped_questions_are_answered() -> None:
    season = answer_question(asked(), an_answer(contact_id="c-wexley"), now=NOW)
    assert season.answers[0].text == "Yes, on the roof."
    assert answer_question(asked(), an_answer(question_id="q-mentor-match"), now=NOW).answers


def test_an_answer_of_the_same_id_replaces_the_earlier() -> None:
    season = answer_question(asked(), an_answer(), now=NOW)
    assert answer_question(season, an_answer(), now=NOW) is season
    assert [one.text for one in answer_question(season, an_answer("No."), now=NOW).answers] == ["No."]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (an_answer(question_id="q-nobody"), "No question"),
        (an_answer(question_id=""), "No question"),
        (an_answer(""), "answer is empty"),
        (an_answer(contact_id="c-nobody"), "No contact"),
        (Answer("a-first1", "q-garden", "p-nobody", "x", NOW), "No program"),
        (Answer("a-first1", "q-garden", "p-bright", "x", NOW.after(hours=1)), "still to come"),
    ],
)
def test_an_answer_belongs_to_something(answer: Answer, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        answer_question(asked(), answer, now=NOW)


def test_a_question_their_site_answers_needs_no_words() -> None:
    answer = Answer("a-first1", "q-garden", "p-bright", "", NOW, on_their_site=True)
    assert answer_question(asked(), answer, now=NOW).answers == (answer,)
