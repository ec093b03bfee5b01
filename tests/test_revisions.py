"""Earlier texts of a letter: how many stay, and how one differs from another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.records import Revision
from store.revisions import MOST, thinned
from store.rules.letters import keep_revision, revise_letter
from store.word_differences import Fate, Stretch, counted_words, word_differences
from tests.examples import NOW, a_letter, held_season


def kept(number: int, name: str = "", minutes: float = 1) -> Revision:
    return Revision(NOW.after(hours=number * minutes / 60), "Thank you", f"text {number}", name)


def test_few_earlier_texts_stay_as_they_are() -> None:
    revisions = tuple(kept(number) for number in range(MOST))
    assert thinned(revisions) == revisions


def test_the_first_and_the_last_text_and_those_with_a_name_stay_when_there_are_too_many() -> None:
    revisions = tuple(kept(number, "by hand" if number % 10 == 5 else "") for number in range(MOST * 2))
    left = thinned(revisions)
    assert len(left) == MOST
    assert (left[0], left[-1]) == (revisions[0], revisions[-1])
    assert {one.body for one in left} >= {one.body for one in revisions if one.name}


def test_of_unnamed_texts_those_crowded_in_time_go_first() -> None:
    old = tuple(kept(number, minutes=60) for number in range(5))
    crowd = tuple(kept(300 + number) for number in range(MOST))
    left = thinned((*old, *crowd))
    assert left[:5] == old


def test_named_texts_go_too_when_nothing_else_is_left() -> None:
    assert len(thinned(tuple(kept(number, "by hand") for number in range(MOST + 3)))) == MOST


def test_keeping_a_revision_keeps_no_more_than_the_bound() -> None:
    season = held_season(a_letter())
    for number in range(MOST + 5):
        now = NOW.after(hours=number)
        season = revise_letter(keep_revision(season, "l-letter", now=now), "l-letter", body=f"text {number}", now=now)
    assert len(season.letters_by_id["l-letter"].revisions) == MOST


def test_a_word_exchanged_shows_as_one_that_went_and_one_that_came() -> None:
    assert word_differences("the asthma van visits schools", "the asthma bus visits schools") == (
        Stretch(Fate.STAYED, "the asthma"),
        Stretch(Fate.WENT, " van"),
        Stretch(Fate.CAME, " bus"),
        Stretch(Fate.STAYED, " visits schools"),
    )


def test_the_same_text_has_one_stretch_and_no_text_has_none() -> None:
    assert word_differences("as it was", "as it was") == (Stretch(Fate.STAYED, "as it was"),)
    assert word_differences("", "") == ()


def test_a_new_paragraph_is_a_difference() -> None:
    found = word_differences("one two", "one\n\ntwo")
    assert [one.fate for one in found] == [Fate.STAYED, Fate.WENT, Fate.CAME]


def test_words_are_counted_by_their_fate() -> None:
    assert counted_words(word_differences("one two three", "one four")) == (2, 1)


texts = st.text(alphabet="ab \n", max_size=30)


@given(texts, texts)
def test_both_texts_can_be_read_out_of_their_difference(before: str, after: str) -> None:
    found = word_differences(before, after)
    assert "".join(one.text for one in found if one.fate is not Fate.CAME) == before
    assert "".join(one.text for one in found if one.fate is not Fate.WENT) == after
