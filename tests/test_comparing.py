"""Programs side by side: every line names what is known of each, with its source and age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.errors import RuleBroken
from store.ranking.comparing import ComparedPart, compared, fact_words
from store.records import Answer, Debrief, Fact, Reason, Score
from store.reference.shipped import shipped_questions
from store.season import Season
from store.words import Promise, ReasonKind
from tests.examples import NOW
from tests.ranked_seasons import ALL, felt, ranked, scored

TWO = ("p-bright", "p-aldrid")


def rows(parts: tuple[ComparedPart, ...], title: str) -> dict[str, tuple[str, ...]]:
    found = {part.title: {row.label: row.values for row in part.rows} for part in parts}
    return found.get(title, {})


def the_season() -> Season:
    season = scored(
        felt(ranked(*ALL, told=(("p-bright", Promise.FIRST),)), bright=3, aldrid=5),
        bright={"culture": 5, "mission": 2},
        aldrid={"culture": 4, "mission": 2},
    )
    bright, *others = season.programs
    facts = (
        Fact("Positions", "12 a year", "their site", date(2026, 11, 4)),
        Fact("positions ", "14 a year", "a resident", date(2026, 5, 1)),
    )
    bright = replace(
        bright,
        facts=facts,
        city="Harlow",
        state="OH",
        reasons=(Reason(ReasonKind.LOCAL_TIE, "my brother lives there"),),
    )
    profile = replace(season.profile, ties=("Harlow, OH: my brother", "Harlow, TX: nobody", "OH", "Ohio: my parents"))
    return replace(season, programs=(bright, *others), profile=profile)


def test_scores_stand_side_by_side_heaviest_criterion_first_and_the_leader_is_marked() -> None:
    part = compared(the_season(), TWO, NOW)[0]
    assert part.title == "Scores"
    assert [(row.label, row.values, row.leads) for row in part.rows] == [
        ("People and culture x5", ("5 #####", "4 ####"), (0,)),
        ("Mission and families served x3", ("2 ##", "2 ##"), ()),
        ("weighted mean", ("3.88", "3.25"), (0,)),
        ("gut", ("3 ###", "5 #####"), (1,)),
    ]


def test_facts_come_with_source_and_age_and_two_sources_stand_together() -> None:
    found = rows(compared(the_season(), TWO, NOW), "Facts")
    said = "12 a year (their site, checked Wed 4 Nov 2026); 14 a year (a resident, checked Fri 1 May 2026, stale)"
    assert found["positions"] == (said, "")
    assert fact_words(Fact("call", "q4"), NOW) == "q4 (no source, never checked)"


def test_promises_place_and_who_is_near_are_told() -> None:
    parts = compared(the_season(), TWO, NOW)
    standing = rows(parts, "Where they stand")
    assert standing["told them"] == ("told it is first, Fri 20 Nov 2026", "")
    assert standing["on your list"] == ("number 1", "number 2")
    near = rows(parts, "Who is near")
    assert near["your ties"][0] == "Harlow, OH: my brother; OH; Ohio: my parents"
    assert near["reason kept"] == ("my brother lives there", "")


def test_own_words_and_answers_are_told() -> None:
    season = the_season()
    noted = replace(season.interviews[0], debrief=Debrief(NOW, liked="honest\nchief", worried="long commute"))
    question = shipped_questions()[0]
    answer = Answer("a-one", question.id, "p-aldrid", "Twice a week.", NOW)
    season = replace(season, interviews=(noted, *season.interviews[1:]), answers=(answer,))
    parts = compared(season, TWO, NOW)
    assert rows(parts, "Your words") == {"liked": ("honest chief", ""), "worried": ("long commute", "")}
    assert rows(parts, "Answers heard") == {question.text: ("", "Twice a week.")}


def test_three_and_four_are_compared_too() -> None:
    assert len(compared(the_season(), ALL, NOW)[0].rows[0].values) == 4
    assert len(compared(the_season(), ALL[:3], NOW)[0].rows[0].values) == 3


@pytest.mark.parametrize("ids", [("p-bright",), (*ALL, "p-more"), ()])
def test_fewer_than_two_and_more_than_four_are_refused(ids: tuple[str, ...]) -> None:
    with pytest.raises(RuleBroken, match=f"not {len(ids)}"):
        compared(the_season(), ids, NOW)


def test_one_named_twice_is_refused() -> None:
    with pytest.raises(RuleBroken, match="not compared with itself"):
        compared(the_season(), ("p-bright", "p-bright"), NOW)


def test_a_score_that_no_form_takes_is_shown_without_its_bar() -> None:
    season = ranked(*ALL)
    season = replace(season, scores=tuple(Score(f"s-{one}", one, "culture", 10**9, NOW) for one in TWO))
    found = rows(compared(season, TWO, NOW), "Scores")
    assert ("1000000000", "1000000000") in found.values()
