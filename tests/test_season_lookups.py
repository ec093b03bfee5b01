"""What a season is asked for again and again is looked up once, and says the same as a look at every record."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from store.season import Season
from store.words import LetterState
from tests.examples import NOW, a_letter, a_program, a_season
from tests.strategies import seasons


@settings(max_examples=60)
@given(seasons())
def test_letters_by_state_are_all_letters_out_of_the_trash_in_their_order(season: Season) -> None:
    for state in LetterState:
        told = tuple(one for one in season.letters if one.state is state and one.trashed is None)
        assert season.letters_by_state[state] == told


def test_letters_are_looked_up_anew_once_one_has_changed() -> None:
    season = a_season(a_program(), a_letter(ready=True))
    (ready,) = season.letters_by_state[LetterState.READY]
    assert replace(season, notes=()).letters_by_state is season.letters_by_state  # nothing about letters changed
    thrown = replace(season, letters=(replace(ready, trashed=NOW),))
    assert thrown.letters_by_state[LetterState.READY] == ()
    assert season.letters_by_state[LetterState.READY] == (ready,)
