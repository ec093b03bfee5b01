"""Rules of follow-ups switched off, given other days, and told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from store.agenda import agenda
from store.demo.demo_season import demo_season
from store.errors import RuleBroken
from store.follow_ups.follow_up import MOST_DAYS
from store.follow_ups.rule_table import RULES, days_words, reasons_for
from store.merging.merge import bring_in
from store.record_json import read_season, season_to_tables
from store.records import RuleSetting
from store.rules.rule_settings import set_rule_days, switch_rule
from store.season import Season
from store.words import Status
from tests.command_shell import Shell
from tests.examples import NOW, a_busy_season, a_program, a_season, at, items, keys
from tests.merging_strategies import the_copy


def waiting_season() -> Season:
    return a_season(a_program(status=Status.WAITLISTED, since=at("2026-11-10 10:00")))


def test_every_rule_is_named_once_and_says_when_it_stops() -> None:
    assert list(RULES) == [f"F{number:02}" for number in range(1, 20)]
    for rule in RULES.values():
        assert rule.name and rule.stops
        assert (rule.days is None) == bool(rule.fixed) == (not rule.days_name)
        assert rule.days is None or rule.least <= rule.days <= rule.most <= MOST_DAYS


@pytest.mark.parametrize("rule", ["F01", "F02", "F03", "F05", "F06", "F07", "F16"])
def test_a_rule_that_is_off_proposes_nothing_and_the_others_go_on(rule: str) -> None:
    season = a_busy_season()
    silent = switch_rule(season, rule, off=True, now=NOW)
    assert items(season, rule) and not items(silent, rule)
    others = [one.key for one in agenda(season, now=NOW).open if one.rule != rule]
    assert keys(agenda(silent, now=NOW).open) == others
    assert switch_rule(silent, rule, off=False, now=NOW) == season


def test_days_of_one_s_own_move_when_a_rule_speaks() -> None:
    season = waiting_season()
    (usual,) = items(season, "F07")
    changed = set_rule_days(season, "f07", 21, now=NOW)
    (later,) = items(changed, "F07")
    assert later.due - usual.due == timedelta(days=3)
    assert "After 21 quiet days" in later.why and later.key == usual.key


def test_the_days_of_a_rule_come_back() -> None:
    season = waiting_season()
    changed = set_rule_days(season, "F07", 21, now=NOW)
    assert changed.rule_settings == (RuleSetting("F07", days=21),)
    assert set_rule_days(changed, "F07", None, now=NOW) == season
    assert set_rule_days(changed, "F07", 18, now=NOW) == season
    assert set_rule_days(season, "F07", 18, now=NOW) is season


@pytest.mark.parametrize(
    ("rule", "days", "sentence"),
    [
        ("F01", 5, "48 hours"),
        ("F05", 5, "what programs count on"),
        ("F11", 5, "middle of January"),
        ("F14", 5, "owed to programs"),
        ("F07", 6, "takes 7 to 90 days"),
        ("F07", 91, "takes 7 to 90 days"),
        ("F20", 5, "run from F01 to F19"),
        ("TASK", 5, "is no rule"),
    ],
)
def test_days_that_are_not_theirs_to_change_are_refused_with_the_reason(rule: str, days: int, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_rule_days(waiting_season(), rule, days, now=NOW)


def test_a_rule_whose_days_are_fixed_can_still_be_switched_off() -> None:
    season = switch_rule(a_busy_season(), "F01", off=True, now=NOW)
    assert season.rule_settings == (RuleSetting("F01", off=True),)


def test_every_rule_with_days_goes_by_them() -> None:
    season = Season()
    for rule in RULES.values():
        if rule.days is not None:
            changed = set_rule_days(season, rule.id, rule.most, now=NOW)
            assert f"{rule.most} {rule.days_name}" in days_words(changed, rule)


def test_days_in_a_file_beyond_all_reason_break_nothing() -> None:
    for days in (-5, 0, 10**12):
        season = replace(a_busy_season(), rule_settings=tuple(RuleSetting(rule, days=days) for rule in (*RULES, "F99")))
        assert agenda(season, now=NOW).open


def test_settings_are_kept_in_the_file_and_a_file_without_them_opens() -> None:
    season = switch_rule(set_rule_days(waiting_season(), "F07", 21, now=NOW), "F06", off=True, now=NOW)
    tables = dict(season_to_tables(season))
    assert read_season(tables).season == season
    del tables["rule_settings"]
    assert read_season(tables).season == replace(season, rule_settings=())


def test_settings_of_two_copies_are_merged() -> None:
    base = waiting_season()
    mine = set_rule_days(base, "F07", 21, now=NOW)
    theirs = switch_rule(switch_rule(base, "F07", off=True, now=NOW), "F06", off=True, now=NOW)
    both = bring_in(mine, the_copy(theirs, base), {}, now=NOW)
    assert {one.id for one in both.rule_settings} == {"F06", "F07"}


class TestCommands:
    """`prematch rules` and `prematch why`."""

    def test_the_rules_are_listed_with_their_days_and_stops(self, demo: Shell) -> None:
        said = demo("rules")
        assert said.code == 0
        assert "F07 on  ask about the waitlist" in said.out
        assert "18 quiet days before each" in said.out and "stops after two questions" in said.out
        assert "48 hours; that is the Match's figure" in said.out
        assert len(demo("rules", "--plain").out.splitlines()) == len(RULES)
        assert [one["id"] for one in demo("rules", "--json").json["rules"]] == list(RULES)

    def test_a_rule_is_switched_off_and_on_again_as_undo_steps(self, demo: Shell) -> None:
        assert any(one["rule"] == "F07" for one in demo("agenda", "all", "--json").json["items"])
        assert demo("rules", "F07", "off").code == 0
        assert all(one["rule"] != "F07" for one in demo("agenda", "all", "--json").json["items"])
        assert demo("rules", "f07").out.startswith("F07 off")
        assert demo("undo").code == 0
        assert demo("rules", "F07").out.startswith("F07 on")

    def test_days_are_given_and_given_back(self, demo: Shell) -> None:
        assert demo("rules", "F07", "days", "25").code == 0
        assert "25 quiet days before each (comes with 18)" in demo("rules", "F07").out
        assert demo("rules", "F07", "days").code == 0
        assert all(one.id != "F07" for one in demo.season.rule_settings)

    @pytest.mark.parametrize(
        "argv",
        [
            ("rules", "F01", "days", "3"),
            ("rules", "F99", "off"),
            ("rules", "F07", "off", "3"),
            ("rules", "F07", "days", "900"),
        ],
    )
    def test_what_makes_no_sense_is_refused_and_changes_nothing(self, demo: Shell, argv: tuple[str, ...]) -> None:
        before = demo.season
        said = demo(*argv)
        assert said.code == 2 and said.err and demo.season == before

    def test_every_item_of_the_agenda_says_why_it_is_there(self, demo: Shell) -> None:
        found = demo("agenda", "all", "--json").json["items"]
        told = demo("agenda", "all", "--why").out
        plain = demo("agenda", "all", "--plain", "--why").out
        for item in found:
            assert item["why"].endswith(".") and item["why"] in told and item["why"] in plain
            said = demo("why", item["id"])
            assert said.code == 0 and item["why"] in said.out and "Due " in said.out

    def test_why_says_by_when_and_what_ends_it(self, demo: Shell) -> None:
        item = next(one for one in demo("agenda", "all", "--json").json["items"] if one["rule"] == "F07")
        said = demo("why", item["id"]).out
        assert "stops after two questions" in said and "18 quiet days before each" in said
        assert demo("why", item["id"], "--json").json["stops"] == "after two questions"
        assert demo("why", "no such thing").code == 2


def test_a_moment_that_is_both_due_and_latest_is_told_once() -> None:
    season = demo_season(NOW)
    (clash,) = (one for one in agenda(season, now=NOW).open if one.rule == "F05")
    assert clash.latest == clash.due
    assert reasons_for(season, clash, NOW)[1] == "Due Thu 19 Nov 2026 08:30 EST = 14:30 CET here at the latest."
