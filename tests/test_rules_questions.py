"""Rules about questions, answers, criteria and scores."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.question_bank import CLOSE_TO, answer_there, by_theme, open_questions, to_write
from store.records import Answer, Criterion, Question, Score
from store.reference.shipped import shipped_criteria
from store.rules.questions import (
    add_criterion,
    add_question,
    answer_question,
    remove_answer,
    remove_criterion,
    remove_question,
    rename_criterion,
    set_score,
    set_weight,
)
from store.season import Season
from tests.examples import NOW, a_contact, a_program, a_season

GARDEN = Question("q-garden", "wellness", "Is there a garden?")
LIGHT = Criterion("k-lightx", "Daylight", 2)


def asked() -> Season:
    season = add_question(a_season(a_program(), a_contact()), GARDEN, now=NOW)
    return add_criterion(season, LIGHT, now=NOW)


def an_answer(text: str = "Yes, on the roof.", question_id: str = "q-garden", contact_id: str = "") -> Answer:
    return Answer("a-first1", question_id, "p-bright", text, NOW, contact_id)


def test_a_question_is_asked_once() -> None:
    with pytest.raises(RuleBroken, match="on your list already"):
        add_question(asked(), Question("q-second", "life", "is there a GARDEN?"), now=NOW)
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


def test_criteria_have_a_name_of_their_own_and_a_weight_from_0_to_5() -> None:
    with pytest.raises(RuleBroken, match="among your criteria already"):
        add_criterion(asked(), Criterion("k-second", "daylight"), now=NOW)
    with pytest.raises(RuleBroken, match="name of the criterion is empty"):
        add_criterion(asked(), Criterion("k-second", ""), now=NOW)
    for weight in (-1, 6):
        with pytest.raises(RuleBroken, match="from 0 to 5"):
            set_weight(asked(), LIGHT, weight, now=NOW)


def test_a_shipped_name_is_not_taken_a_second_time() -> None:
    with pytest.raises(RuleBroken, match="among your criteria already"):
        add_criterion(asked(), Criterion("k-second", shipped_criteria()[0].name.upper()), now=NOW)


def test_a_criterion_of_ones_own_is_renamed_and_keeps_its_weight_and_its_scores() -> None:
    season = set_score(asked(), Score("s-first1", "p-bright", LIGHT.id, 4, NOW), now=NOW)
    renamed = rename_criterion(season, LIGHT.id, " Light on the wards ", now=NOW)
    assert renamed.criteria == (Criterion(LIGHT.id, "Light on the wards", 2),) and renamed.scores == season.scores
    assert rename_criterion(season, LIGHT.id, LIGHT.name, now=NOW) is season
    assert rename_criterion(season, LIGHT.id, "daylight", now=NOW).criteria[0].name == "daylight"
    for taken, words in ((shipped_criteria()[0].name, "already"), (" ", "is empty")):
        with pytest.raises(RuleBroken, match=words):
            rename_criterion(season, LIGHT.id, taken, now=NOW)


def test_a_criterion_of_ones_own_goes_with_the_scores_given_on_it() -> None:
    season = set_score(asked(), Score("s-other1", "p-bright", shipped_criteria()[0].id, 3, NOW), now=NOW)
    scored = set_score(season, Score("s-first1", "p-bright", LIGHT.id, 4, NOW), now=NOW)
    gone = remove_criterion(scored, LIGHT.id, now=NOW)
    assert gone.criteria == () and gone.scores == season.scores


def test_a_shipped_criterion_is_neither_renamed_nor_removed_whatever_it_weighs() -> None:
    shipped = shipped_criteria()[0]
    season = set_weight(asked(), shipped, 0, now=NOW)
    with pytest.raises(RuleBroken, match=r"can be renamed\. Weight 0"):
        rename_criterion(season, shipped.id, "Other", now=NOW)
    for other in (shipped.id, "k-nobody"):
        with pytest.raises(RuleBroken, match=r"can be removed\. Weight 0"):
            remove_criterion(season, other, now=NOW)


def test_a_weight_is_changed_and_a_shipped_criterion_becomes_ones_own() -> None:
    season = set_weight(asked(), LIGHT, 5, now=NOW)
    assert season.criteria == (Criterion("k-lightx", "Daylight", 5),)
    assert set_weight(season, LIGHT, 5, now=NOW) is season
    shipped = shipped_criteria()[0]
    assert set_weight(season, shipped, 0, now=NOW).criteria[-1] == Criterion(shipped.id, shipped.name, 0)


def test_a_score_takes_the_place_of_the_earlier_one_and_keeps_its_id() -> None:
    season = set_score(asked(), Score("s-first1", "p-bright", "k-lightx", 3, NOW), now=NOW)
    assert set_score(season, Score("s-second", "p-bright", "k-lightx", 3, NOW), now=NOW) is season
    season = set_score(season, Score("s-second", "p-bright", "k-lightx", 4, NOW), now=NOW)
    assert season.scores == (Score("s-first1", "p-bright", "k-lightx", 4, NOW),)
    assert len(set_score(season, Score("s-second", "p-bright", shipped_criteria()[0].id, 4, NOW), now=NOW).scores) == 2


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (Score("s-first1", "p-bright", "k-lightx", 0, NOW), "from 1 to 5"),
        (Score("s-first1", "p-bright", "k-lightx", 6, NOW), "from 1 to 5"),
        (Score("s-first1", "p-bright", "k-nobody", 3, NOW), "No criterion"),
        (Score("s-first1", "p-nobody", "k-lightx", 3, NOW), "No program"),
        (Score("s-first1", "p-bright", "k-lightx", 3, NOW.after(hours=1)), "still to come"),
    ],
)
def test_a_score_is_a_number_for_something_that_exists(score: Score, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_score(asked(), score, now=NOW)
