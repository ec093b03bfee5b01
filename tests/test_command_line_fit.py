"""The fit on the command line: every point is told, weights and signals are one step each, refusals one sentence."""

from __future__ import annotations

import pytest

from tests.command_shell import Shell

BEST = "Kestle Brook Medical Center"


def test_planned_programs_are_listed_by_fit(demo: Shell) -> None:
    said = demo("fit")
    first, *others = said.out.splitlines()
    assert said.code == 0 and len(others) == 3
    assert first.startswith(f"+11  {BEST}, NH, planned: Graduation-year limit +3, ")
    assert first.endswith("; 4 to find out")
    assert "4 of 5 signals sent, 1 left; expected as in 2025, confirm in MyERAS." in said.err


def test_those_applied_to_come_on_request_with_their_signals(demo: Shell) -> None:
    lines = demo("fit", "--all").out.splitlines()
    assert len(lines) > 40 and any("booked, signaled: " in line for line in lines)
    assert not any("rejected" in line or "withdrawn" in line for line in lines)


def test_one_program_is_told_point_by_point(demo: Shell) -> None:
    lines = demo("fit", "islewood").out.splitlines()
    assert lines[0] == "-4  Islewood Children's, DE, planned"
    assert lines[1].startswith("    -3 residents trained abroad “none at present”: nobody now (their list of residents")
    assert "checked Tue 7 Jul 2026, stale)" in lines[2]
    assert lines[-1].startswith("    worth finding out: graduation-year limit; ")


def test_plain_gives_one_fact_a_line(demo: Shell) -> None:
    lines = demo("fit", "kestle", "--plain").out.splitlines()
    assert lines[0] == f"{BEST}: fit 11"
    assert all(line.startswith(f"{BEST}: ") for line in lines)
    assert f"{BEST}: to find out: visa" in lines


def test_json_holds_points_that_add_up(demo: Shell) -> None:
    values = demo("fit", "--all", "--json").json
    for one in values["programs"]:
        assert one["fit"] == sum(each["points"] for each in one["points"])
        assert all(abs(each["points"]) in (0, each["weight"]) and each["why"] for each in one["points"])
    assert values["signals"]["number"] == 5 and "AAMC" in values["signals"]["source"]
    assert values["missing_in_profile"] == []


def test_weights_are_shown_and_set_as_one_step(demo: Shell) -> None:
    assert "interests: 3, at first 2 (Your interests)" in demo("fit", "weigh").out
    said = demo("fit", "weigh", "grad=5", "visa=0")
    assert said.code == 0 and "Weights of the fit: Graduation-year limit 5, Visas sponsored 0." in said.err
    weights = {one["part"]: one["weight"] for one in demo("fit", "weigh", "--json").json["parts"]}
    assert (weights["graduation"], weights["visa"], weights["interests"]) == (5, 0, 3)
    assert demo("fit").out.startswith(f"+13  {BEST}")
    assert demo("undo").code == 0
    assert demo("fit").out.startswith(f"+11  {BEST}")


@pytest.mark.parametrize(
    "words", [("weigh", "ties"), ("weigh", "ties=6"), ("weigh", "ties=many"), ("weigh", "luck=2"), ("weigh", "ties=²")]
)
def test_what_is_no_weight_is_refused_in_a_sentence(demo: Shell, words: tuple[str, ...]) -> None:
    before = demo("fit", "weigh").out
    said = demo("fit", *words)
    assert said.code == 2 and "Nothing was changed" in said.err
    assert demo("fit", "weigh").out == before


def test_a_signal_is_noted_and_taken_back(demo: Shell) -> None:
    said = demo("fit", "signal", "kestle")
    assert f"Signaled: {BEST}." in said.err and "5 of 5 signals sent, 0 left" in said.err
    assert f"{BEST}, NH, planned, signaled: " in demo("fit").out
    assert "4 of 5 signals sent" in demo("fit", "no-signal", "kestle").err
    assert demo("fit", "signal").code == 2
    assert demo("fit", "signal", "nowhere").code == 2


def test_the_own_number_of_signals_takes_the_place_of_the_expected_one(demo: Shell) -> None:
    assert demo("profile", "signals=8").code == 0
    assert "4 of 8 signals sent, 4 left." in demo("fit").err
    assert "number of signals" in demo("profile", "signals=lots").err


def test_an_empty_profile_is_told_what_would_count(shell: Shell) -> None:
    assert shell("add", "Alder Ridge", "--state", "MN").code == 0
    said = shell("fit")
    assert said.out == "  0  Alder Ridge, MN, planned: nothing counts yet; 6 to find out\n"
    assert "Your profile does not say: when you graduated, " in said.err


def test_no_planned_program_is_said(shell: Shell) -> None:
    assert shell("add", "Alder Ridge", "--status", "APP").code == 0
    assert "No program is planned" in shell("fit").err
