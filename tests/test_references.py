"""References to records that are gone are found and dropped, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from store.records import Answer, Debrief, Hook
from store.rules.references import dangling, drop_dangling
from store.season import Season
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, an_interview
from tests.strategies import seasons


def test_each_kind_of_reference_is_found() -> None:
    sound = a_season(
        a_program(),
        a_contact(),
        an_interview(contact_ids=("c-wexley",)),
        a_letter(contact_ids=("c-wexley",), interview_id="i-bright"),
        a_letter("l-second", answers="l-letter"),
    )
    sound = replace(sound, answers=(Answer("a-1", "q-1", "p-bright", "Six.", NOW, contact_id="c-wexley"),))
    assert dangling(sound) == ()
    assert drop_dangling(sound, now=NOW) is sound
    alone = replace(sound, contacts=())
    assert dangling(alone) == ("l-letter", "i-bright", "a-1")
    mended = drop_dangling(alone, now=NOW)
    assert mended.letters[0].contact_ids == mended.interviews[0].contact_ids == ()
    assert mended.answers[0].contact_id == ""
    assert mended.letters[0].interview_id == "i-bright"
    assert mended.letters[1] is alone.letters[1]
    assert dangling(replace(sound, interviews=())) == ("l-letter",)
    assert dangling(replace(sound, letters=sound.letters[1:])) == ("l-second",)


def test_a_detail_of_a_talk_stays_as_one_of_the_day_when_its_person_is_gone() -> None:
    told = Debrief(NOW, hooks=(Hook("c-gone99", "her clinic", "l-gone99"), Hook("c-wexley", "his boat")))
    season = a_season(a_program(), a_contact(), an_interview(debrief=told))
    assert dangling(season) == ("i-bright",)
    notes = drop_dangling(season, now=NOW).interviews[0].debrief
    assert notes is not None and notes.hooks == (Hook("", "her clinic"), Hook("c-wexley", "his boat"))


@given(seasons())
@settings(max_examples=25)
def test_dropping_references_leaves_none_and_touches_nothing_else(season: Season) -> None:
    mended = drop_dangling(season, now=NOW)
    assert dangling(mended) == ()
    assert (mended is season) == (not dangling(season))
    assert [one.id for one in mended.letters] == [one.id for one in season.letters]
    assert [one.body for one in mended.letters] == [one.body for one in season.letters]
