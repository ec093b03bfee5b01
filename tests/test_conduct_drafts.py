"""The labelled drafts: what is caught, what only comes close, and how often the checks are wrong."""

from __future__ import annotations

import pytest

from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from tests.conduct_drafts import DRAFTS, SEASONS, Labelled


def _name(draft: Labelled) -> str:
    return f"{draft.check}-{draft.label}-{draft.words[:40]!r}"


def _findings(draft: Labelled) -> tuple[Finding, ...]:
    return check_letter(SEASONS[draft.season], draft.letter, now=draft.now)


@pytest.mark.parametrize("draft", [one for one in DRAFTS if one.label == "caught"], ids=_name)
def test_a_fault_is_found_on_its_words(draft: Labelled) -> None:
    found = [finding for finding in _findings(draft) if finding.check == draft.check]
    assert found
    assert not draft.finds or draft.finds in [finding.text for finding in found]


@pytest.mark.parametrize("draft", [one for one in DRAFTS if one.label != "caught"], ids=_name)
def test_words_that_only_come_close_are_left_alone(draft: Labelled) -> None:
    assert [finding for finding in _findings(draft) if finding.check == draft.check] == []


@pytest.mark.parametrize("draft", [one for one in DRAFTS if one.label == "fine"], ids=_name)
def test_a_fine_draft_has_nothing_graver_than_a_note(draft: Labelled) -> None:
    assert [finding for finding in _findings(draft) if finding.level is not Level.NOTE] == []


@pytest.mark.parametrize("draft", DRAFTS, ids=_name)
def test_every_place_holds_exactly_the_words_of_its_finding(draft: Labelled) -> None:
    texts = {"subject": draft.letter.subject, "body": draft.letter.body, "": ""}
    for finding in _findings(draft):
        assert texts[finding.where][finding.start : finding.end] == finding.text


def test_each_check_has_caught_close_and_fine_drafts() -> None:
    labels = {(draft.check, draft.label) for draft in DRAFTS}
    checks = {check for check, _ in labels}
    assert {(check, label) for check in checks for label in ("caught", "near", "fine")} <= labels
