"""One rule for many programs: all of them or none, and no more than was asked for."""

from __future__ import annotations

import pytest

from store.errors import RuleBroken
from store.records import ContactRule, Reason
from store.rules.many_programs import add_reasons, change_tags, set_contact_rules, set_tier
from store.rules.programs import trash_programs
from store.words import ContactRuleName, ReasonKind
from tests.examples import NOW, a_program, a_season

SEASON = a_season(
    a_program("p-aaaaaa", "Alder", tags=("nicu", "Reach")),
    a_program("p-bbbbbb", "Brook", tier="B"),
    a_program("p-cccccc", "Cedar"),
)
BOTH = ("p-aaaaaa", "p-bbbbbb")


def test_a_tier_is_set_for_all_and_taken_from_all() -> None:
    changed = set_tier(SEASON, BOTH, "A", now=NOW)
    assert [one.tier for one in changed.programs] == ["A", "A", ""]
    assert changed.programs[2] is SEASON.programs[2]
    assert [one.tier for one in set_tier(changed, BOTH, "", now=NOW).programs] == ["", "", ""]


@pytest.mark.parametrize(
    ("add", "drop", "tags"),
    [
        (("nicu",), (), [("nicu", "Reach"), ("nicu",)]),
        (("NICU", "home"), (), [("nicu", "Reach", "home"), ("NICU", "home")]),
        ((), ("reach",), [("nicu",), ()]),
        (("far",), ("nicu", "reach"), [("far",), ("far",)]),
    ],
)
def test_tags_come_and_go_whatever_their_case(add: tuple[str, ...], drop: tuple[str, ...], tags: list[object]) -> None:
    changed = change_tags(SEASON, BOTH, add=add, drop=drop, now=NOW)
    assert [one.tags for one in changed.programs[:2]] == tags
    assert changed.programs[2] is SEASON.programs[2]


def test_no_tag_at_all_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Name a tag"):
        change_tags(SEASON, BOTH, add=(), drop=(), now=NOW)


def test_a_contact_rule_and_a_reason_are_recorded_for_all_and_no_reason_twice() -> None:
    rule = ContactRule(ContactRuleName.NO_THANKS, "No notes, please.")
    changed = set_contact_rules(SEASON, BOTH, rule, now=NOW)
    assert [one.rule.name for one in changed.programs] == [rule.name, rule.name, ContactRuleName.UNKNOWN]
    reason = Reason(ReasonKind.LOCAL_TIE, "Family there.")
    once = add_reasons(SEASON, BOTH, reason, now=NOW)
    assert [one.reasons for one in once.programs] == [(reason,), (reason,), ()]
    assert add_reasons(once, BOTH, reason, now=NOW) is once


def test_what_one_of_them_refuses_is_done_to_none() -> None:
    trashed = trash_programs(SEASON, ("p-bbbbbb",), now=NOW)
    with pytest.raises(RuleBroken, match="Brook is in the trash"):
        set_tier(trashed, BOTH, "A", now=NOW)
    nameless = ContactRule(ContactRuleName.ONE_CHANNEL)
    with pytest.raises(RuleBroken, match="which channel"):
        set_contact_rules(SEASON, BOTH, nameless, now=NOW)


def test_what_changes_nothing_is_the_same_season() -> None:
    assert set_tier(SEASON, ("p-bbbbbb",), "B", now=NOW) is SEASON
    assert change_tags(SEASON, ("p-aaaaaa",), add=("nicu",), drop=("x",), now=NOW) is SEASON
