"""What a writer has read and gone past no longer stands in the way; what has to be mended always does."""

from __future__ import annotations

from dataclasses import replace

from store.records import Accepted
from templates.conduct.findings import Finding, Level
from templates.conduct.gone_past import not_gone_past, open_stops
from tests.examples import NOW, a_letter

SOFT = Finding("C05", Level.STOP, "It asks.", text="where do I stand")
HARD = Finding("C04", Level.STOP, "A second one.", hard=True, text="first")
WARN = Finding("C15", Level.WARN, "Loud.", text="!!")
FOUND = (HARD, SOFT, WARN)


def test_without_anything_accepted_all_stand() -> None:
    assert not_gone_past(a_letter(), FOUND) == FOUND
    assert open_stops(a_letter(), FOUND) == (HARD, SOFT)


def test_what_was_accepted_in_these_words_stands_no_more_and_a_hard_one_always_does() -> None:
    letter = replace(a_letter(), accepted=tuple(Accepted(one.check, one.text, NOW) for one in FOUND))
    assert not_gone_past(letter, FOUND) == (HARD,)
    assert open_stops(letter, FOUND) == (HARD,)


def test_the_same_check_in_other_words_stands_anew() -> None:
    letter = replace(a_letter(), accepted=(Accepted("C05", "how high am I", NOW),))
    assert open_stops(letter, FOUND) == (HARD, SOFT)
