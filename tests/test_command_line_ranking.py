"""The rank list, scores and comparing on the command line: every change is one step, every refusal one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_shell import Shell, no_change

FIRST = "Thistledown University"


def order(shell: Shell) -> list[str]:
    return [one["program"] for one in shell("rank", "--json").json["order"]]


def test_the_list_is_shown_with_score_gut_promise_and_deadline(demo: Shell) -> None:
    said = demo("rank")
    assert said.code == 0
    assert said.out.startswith(f" 1. {FIRST}, NRMP ")
    assert "told it is first" in said.out.splitlines()[0]
    assert "not ranked: Vesper" in said.out
    assert "Certify by Wed 3 Mar 2027 21:00 EST, in 99 days (expected, confirm on nrmp.org)" in said.err
    values = demo("rank", "--json").json
    assert values["order"][0] | {"program_id": "", "nrmp_code": ""} == {
        "place": 1,
        "program": FIRST,
        "program_id": "",
        "nrmp_code": "",
        "score": pytest.approx(14 / 3, abs=0.1),
        "by_score": 1,
        "gut": values["order"][0]["gut"],
        "by_gut": values["order"][0]["by_gut"],
        "apart": values["order"][0]["apart"],
        "promise": "first",
    }
    assert (values["locked"], values["certified"]) == (False, None)


def test_the_largest_disagreements_can_come_first(demo: Shell) -> None:
    apart = [abs(one["apart"]) for one in demo("rank", "--by", "disagreement", "--json").json["order"]]
    assert apart == sorted(apart, reverse=True) and apart[0] > 0


def test_a_program_is_moved_and_one_undo_takes_it_back(demo: Shell) -> None:
    before = order(demo)
    said = demo("rank", "move", "heronsgate", "2")
    assert said.code == 0 and "Moved: Heronsgate" in said.err and "`prematch undo`" in said.err
    assert order(demo)[1].startswith("Heronsgate")
    assert demo("undo").code == 0
    assert order(demo) == before


def test_several_are_moved_left_out_and_put_on_as_one(demo: Shell) -> None:
    assert demo("rank", "move", "quillmere", "rookery", "1").code == 0
    assert [one.split()[0] for one in order(demo)[:2]] == ["Quillmere", "Rookery"]
    said = demo("rank", "out", "quillmere", "rookery", "--reason", "no word of support")
    assert "! " not in said.err.split("\n")[0] and said.code == 0
    unranked = {one["program"]: one["reason"] for one in demo("rank", "--json").json["unranked"]}
    assert [reason for name, reason in unranked.items() if name.startswith("Quillmere")] == ["no word of support"]
    assert demo("rank", "add", "rookery", "quillmere").code == 0
    assert [one.split()[0] for one in order(demo)[-2:]] == ["Rookery", "Quillmere"]


def test_the_list_is_set_and_a_promise_it_breaks_is_said_at_once(demo: Shell) -> None:
    said = demo("rank", "set", "nettlecombe", "thistledown", "sedgewater")
    assert said.code == 0
    assert f"! You told {FIRST}" in said.err and "number 2 on your list" in said.err
    assert len(order(demo)) == 3


def test_a_locked_list_refuses_and_a_certified_one_asks_once(demo: Shell) -> None:
    assert demo("rank", "lock").code == 0
    for argv in (("move", "rookery", "1"), ("set", "rookery"), ("out", "rookery"), ("back", "1")):
        refused = demo("rank", *argv)
        no_change(demo, refused)
        assert "The rank list is locked. Unlock it before changing it." in refused.err
    assert demo("rank", "certified", "2026-11-23").code == 0
    refused = demo("rank", "unlock")
    no_change(demo, refused)
    assert "certified on Mon 23 Nov 2026" in refused.err and "--yes" in refused.err
    assert demo("rank", "unlock", "--yes").code == 0
    assert not demo.season.rank_list.locked


def test_checks_are_told_with_their_code(demo: Shell) -> None:
    found = demo("rank", "check", "--json")
    ids = {one["id"] for one in found.json["problems"]}
    assert found.code == (1 if ids else 0)
    assert demo("rank", "set", "thistledown").code == 0
    said = demo("rank", "check")
    assert said.code == 1
    assert "unranked: You interviewed at Nettlecombe" in said.out


def test_the_sheet_is_printed_and_written_once(demo: Shell) -> None:
    said = demo("rank", "sheet")
    assert f"[ ]  1. {FIRST}" in said.out and "What counts is the list that NRMP shows" in said.out
    path = demo.path.with_name("sheet.txt")
    assert "only you can read it" in demo("rank", "sheet", "--out", str(path)).err
    assert path.read_text(encoding="utf-8") == said.out
    assert path.stat().st_mode & 0o077 == 0
    again = demo("rank", "sheet", "--out", str(path))
    assert again.code == 2 and "is there already" in again.err
    into = demo("rank", "sheet", "--out", str(demo.path.parent))
    assert "rank-list-2026-11-24.txt" in into.err
    lines = demo("rank", "sheet", "--json").json["lines"]
    assert [one["place"] for one in lines] == list(range(1, 7))


def test_copies_are_kept_shown_and_gone_back_to(demo: Shell) -> None:
    before = order(demo)
    assert demo("rank", "keep", "before", "the", "second", "look").code == 0
    assert demo("rank", "move", "rookery", "1").code == 0
    listed = demo("rank", "kept").out.splitlines()
    assert "before the second look" in listed[0] and "6 moved since" in listed[0]
    assert "since then: Rookery" in demo("rank", "kept", "1").out
    assert demo("rank", "kept", "--json").json["kept"][0]["number"] == 1
    assert demo("rank", "back", "1").code == 0
    assert order(demo) == before
    assert demo("undo").code == 0
    assert order(demo)[0].startswith("Rookery")


def test_close_calls_are_listed_answered_and_answers_that_go_round_are_said(demo: Shell) -> None:
    pairs = demo("rank", "close", "--json").json["pairs"]
    assert pairs and not pairs[0]["answered"]
    assert "the second scores" in demo("rank", "close").out and "not asked yet" in demo("rank", "close").out
    said = demo("rank", "prefer", "sedgewater", "nettlecombe")
    assert "stands below it; `prematch rank move" in said.err
    assert demo("rank", "prefer", "nettlecombe", "heronsgate").code == 0
    round_ = demo("rank", "prefer", "heronsgate", "sedgewater")
    assert "! Your answers go round" in round_.err
    assert "Your answers go round" in demo("rank", "close").out
    assert demo("rank", "prefer", "heronsgate", "sedgewater", "--even").code == 0
    assert demo("rank", "close", "--json").json["rings"] == []


def test_scores_are_given_shown_and_taken_back_without_touching_the_list(demo: Shell) -> None:
    before = order(demo)
    said = demo("score", "rookery", "culture=5", "mission=4")
    assert said.code == 0 and "2 scores" in said.err and "weighted mean is 4.62" in said.err
    shown = demo("score", "rookery")
    assert "culture: 5, on Tue 24 Nov 2026 (People and culture, weight 5)" in shown.out
    assert demo("score", "rookery", "culture=0").code == 0
    scores = {one["criterion_id"]: one["score"] for one in demo("score", "rookery", "--json").json["scores"]}
    assert (scores["culture"], scores["mission"]) == (None, 4)
    assert order(demo) == before


def test_weights_are_tried_out_then_set(demo: Shell) -> None:
    tried = demo("weigh", "--try", "culture=0", "mission=5")
    assert "Only tried out" in tried.err and "[" in tried.out
    assert demo.season.criteria[0].name == "Languages I can use" and len(demo.season.criteria) == 1
    assert demo("weigh", "culture=0", "mission=5").code == 0
    assert {one.id: one.weight for one in demo.season.criteria if one.id in ("culture", "mission")} == {
        "culture": 0,
        "mission": 5,
    }
    assert demo("weigh", "--new", "A garden").code == 0
    assert {one["criterion"]: one["weight"] for one in demo("weigh", "--json").json["criteria"]}["A garden"] == 3


def test_a_criterion_of_ones_own_is_renamed_and_removed_with_its_scores(demo: Shell) -> None:
    assert demo("weigh", "--rename", "languages", "Polish on the wards").code == 0
    assert demo.season.criteria[0].name == "Polish on the wards"
    assert demo("score", "rookery", "polish=4").code == 0
    gone = demo("weigh", "--remove", "polish")
    assert gone.code == 0 and "Removed: Polish on the wards, with 1 score" in gone.err
    assert demo.season.criteria == ()


def test_programs_are_compared_in_columns_lines_and_json(demo: Shell) -> None:
    said = demo("compare", "thistledown", "nettlecombe")
    assert said.code == 0 and "Scores" in said.out and "weighted mean" in said.out
    plain = demo("compare", "thistledown", "nettlecombe", "--plain")
    assert f"Scores, People and culture, weight 5: {FIRST}: 5, the higher" in plain.out and "#" not in plain.out
    values = demo("compare", "thistledown", "nettlecombe", "sedgewater", "heronsgate", "--json").json
    assert len(values["programs"]) == 4 and values["parts"][0]["title"] == "Scores"
    assert demo("rank", "prefer", "thistledown", "nettlecombe").code == 0
    assert "You said you prefer Thistledown" in demo("compare", "thistledown", "nettlecombe").err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("rank", "set"), "Name a program"),
        (("rank", "set", "rookery", "rookery"), "stands there twice"),
        (("rank", "move", "rookery"), "which program and which place"),
        (("rank", "move", "rookery", "9"), "places 1 to 6"),
        (("rank", "move", "vesper", "1"), "not on the rank list yet"),
        (("rank", "move", "nowhere", "1"), "nowhere"),
        (("rank", "lock", "x"), "takes no “x”"),
        (("rank", "check", "x"), "takes no “x”"),
        (("rank", "certified", "2026-12-01"), "in the future"),
        (("rank", "keep"), "few words"),
        (("rank", "back", "7"), "numbers 1 to 1"),
        (("rank", "back"), "numbers 1 to 1"),
        (("rank", "prefer", "rookery"), "Name two programs"),
        (("rank", "prefer", "rookery", "rookery"), "compared with itself"),
        (("rank", "nonsense"), "invalid choice"),
        (("score", "rookery", "culture=6"), "1 to 5"),
        (("score", "rookery", "culture=-1"), "is no score"),
        (("score", "rookery", "culture"), "is no score"),
        (("score", "rookery", "nothing=3"), "fits no criterion"),
        (("weigh", "culture=6"), "0 to 5"),
        (("weigh", "--try", "culture=6"), "not to 6"),
        (("weigh", "--try", "--new", "x"), "nothing to try out"),
        (("weigh", "--rename", "culture", "x"), "of your own can be renamed"),
        (("weigh", "--remove", "culture"), "of your own can be removed"),
        (("weigh", "--remove", "languages", "culture=1"), "on its own"),
        (("compare", "rookery"), "not 1"),
        (("compare", "rookery", "rookery"), "not compared with itself"),
        (("compare", "rookery", "vesper", "thistledown", "sedgewater", "nettlecombe"), "not 5"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(demo: Shell, argv: tuple[str, ...], said: str) -> None:
    before = demo.season
    refused = demo(*argv)
    no_change(demo, refused)
    assert said in refused.err
    assert demo.season == before


def test_an_export_brings_all_of_it_into_a_new_file(demo: Shell, tmp_path: Path) -> None:
    for argv in (
        ("rank", "out", "rookery", "--reason", "no word of support"),
        ("rank", "prefer", "nettlecombe", "thistledown"),
        ("rank", "keep", "as it was"),
        ("rank", "certified", "2026-11-23"),
        ("score", "rookery", "culture=3"),
        ("weigh", "culture=1", "--new", "A garden"),
        ("export", "json", "--out", str(tmp_path / "all.json")),
    ):
        assert demo(*argv).code == 0
    before = demo.season
    demo.path = tmp_path / "new.json"
    assert demo("import", str(tmp_path / "all.json")).code == 0
    assert demo.season == before
    assert before.rank_list.why_left_out and before.rank_list.close_calls and before.rank_list.certified


def test_an_empty_season_says_how_a_list_begins(shell: Shell) -> None:
    assert shell("add", "Brightwater").code == 0
    assert "`prematch rank add PROGRAM`" in shell("rank").err
    assert "is empty" in shell("rank", "sheet").err
    assert "No copy was kept yet" in shell("rank", "kept").err
    assert "No copy was kept yet" in shell("rank", "back", "1").err
    assert "No two neighbours" in shell("rank", "close").err
    assert shell("rank", "check").code == 0


def test_zeros_before_a_number_change_nothing_of_what_it_means(demo: Shell) -> None:
    program = demo("rank", "--json").json["order"][0]["program"]
    assert demo("score", program, "culture=00003").code == 0
    shown = {one["criterion_id"]: one["score"] for one in demo("score", program, "--json").json["scores"]}
    assert shown["culture"] == 3
    assert demo("rank", "keep", "before the visit").code == 0
    assert demo("rank", "kept", "0001").code == 0
    said = demo("rank", "kept", "0000011")
    assert said.code == 2 and said.err.startswith("The copies have the numbers 1 to ")
