"""The labelled drafts are well formed, varied enough to judge the checks by, and counted as the command says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from store.words import OUTGOING_KINDS
from tests.labelled_drafts import LEVELS, Labelled, labelled_drafts
from tests.measure_checks import Measured, Tally, measured, table

DRAFTS = labelled_drafts()
UNFILLED = "leaves a bracket unfilled in a thank-you"
CLEAN = "thanks a director for the way she ran morning report"


def _named(name: str) -> Labelled:
    return next(draft for draft in DRAFTS if draft.name == name)


def test_there_are_enough_drafts_and_a_third_of_them_are_clean() -> None:
    assert len(DRAFTS) >= 260
    assert sum(draft.folder != "labelled" for draft in DRAFTS) >= 60
    assert sum(draft.clean for draft in DRAFTS) * 3 >= len(DRAFTS)


def test_every_name_is_used_once() -> None:
    assert [name for name, count in Counter(draft.name for draft in DRAFTS).items() if count > 1] == []


@pytest.mark.parametrize("check", LEVELS)
def test_every_check_has_drafts_to_find_and_near_misses_to_leave_alone(check: str) -> None:
    assert sum(check in draft.wanted for draft in DRAFTS) >= 6
    assert sum(check in draft.near for draft in DRAFTS) >= 5


def test_every_kind_of_letter_is_there() -> None:
    assert {draft.letter.kind for draft in DRAFTS} == set(OUTGOING_KINDS)


def test_no_draft_says_two_things_of_one_check() -> None:
    torn = [
        draft.name
        for draft in DRAFTS
        if draft.wanted & draft.near or draft.wanted & draft.either or draft.near & draft.either
    ]
    assert torn == []


def test_few_drafts_leave_a_check_open() -> None:
    assert sum(bool(draft.either) for draft in DRAFTS) * 12 <= len(DRAFTS)


def test_a_hard_draft_has_something_to_find() -> None:
    assert [draft.name for draft in DRAFTS if draft.hard and draft.clean] == []


def test_a_fault_that_is_found_and_a_clean_draft_left_alone_count_as_right() -> None:
    result = measured([_named(UNFILLED), _named(CLEAN)])
    assert (result.drafts, result.clean) == (2, 1)
    assert result.tallies["C01"] == Tally(wanted=1, found=1, false=0)
    assert result.total == Tally(wanted=1, found=1, false=0)


def test_a_fault_looked_for_elsewhere_in_the_text_counts_as_missed() -> None:
    draft = replace(_named(UNFILLED), finds=(("C01", "who nursed for thirty years"),))
    result = measured([draft])
    assert result.tallies["C01"] == Tally(wanted=1, found=0, false=0)
    assert result.hard_missed == [f"C01 missed  {draft.name}: who nursed for thirty years"]


def test_a_fault_found_at_other_words_of_its_sentence_counts_as_found() -> None:
    result = measured([replace(_named(UNFILLED), finds=(("C01", "the window on the ward"),))])
    assert result.tallies["C01"] == Tally(wanted=1, found=1, false=0)


def test_a_stop_on_a_draft_labelled_clean_counts_twice() -> None:
    draft = replace(_named(UNFILLED), finds=(), hard=False)
    result = measured([draft])
    assert result.tallies["C01"].false == 1
    assert result.total.false == 2
    assert result.stops_on_clean == [f"C01 false   {draft.name}: [detail about curriculum]"]


def test_what_careful_readers_may_differ_on_is_not_counted() -> None:
    result = measured([replace(_named(UNFILLED), finds=(), either=frozenset({"C01"}))])
    assert result.total == Tally()


def test_the_table_has_a_row_for_each_check_and_one_for_all() -> None:
    rows = table(Measured()).splitlines()
    assert len(rows) == 2 + len(LEVELS) + 1
    assert rows[2] == "| C01 | STOP | 0 | 0 | 0 | 0 | – | – |"
    assert {row.count("|") for row in rows} == {9}


@pytest.fixture(scope="module")
def counted() -> Measured:
    """The checks over the drafts they may be written after; those held out are measured by the command only."""
    return measured(draft for draft in DRAFTS if draft.folder == "labelled")


def test_the_checks_find_nineteen_faults_in_twenty(counted: Measured) -> None:
    assert (counted.total.recall or 0) >= 0.95, "\n".join(counted.lines)


def test_nineteen_findings_in_twenty_are_right(counted: Measured) -> None:
    assert (counted.total.precision or 0) >= 0.95, "\n".join(counted.lines)


def test_no_clean_draft_is_stopped(counted: Measured) -> None:
    assert counted.stops_on_clean == []


def test_every_hard_fault_is_found(counted: Measured) -> None:
    assert counted.hard_missed == []
