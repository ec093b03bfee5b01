"""Leaving and coming back: the next start shows the view as it was left, and a program that lay open over it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.rules.programs import trash_programs
from store.season_file import SeasonFile
from tests.examples import NOW, a_busy_season
from tests.on_screen import OnScreen, begun
from tui.app import SeasonApp
from tui.left_at import MOST_SEASONS, keep_whereabouts, leave_whereabouts, whereabouts
from tui.opening import recall_whereabouts
from tui.settings import Settings
from tui.state import Whereabouts

SEASON = Path("/somewhere/season.json")
WHERE = Whereabouts("programs", row="p-1", filter="status:bkd", zoom=2)


async def run(folder: Path, *keys: str, at: str = "") -> tuple[str, Whereabouts]:
    """One run of the app over the same files: what is seen once it has begun, and where it was left after the keys."""
    path = folder / "season.json"
    if not path.exists():
        with SeasonFile.open(path) as file:
            file.save(a_busy_season())
    file = SeasonFile.open(path, lock_later=True)
    app = SeasonApp(file, lambda profile: NOW.seen_from(profile.home_zone or NOW.zone), Settings(), at=at)
    recall_whereabouts(app, folder / "state" / "left-at.json")
    try:
        async with app.run_test(size=(120, 36)) as pilot:
            await begun(app, pilot)
            seen = OnScreen(app, pilot, path)
            await seen.rest()
            await seen.rest()
            text = seen.text
            await seen.press(*keys)
            await seen.rest()
            leave_whereabouts(app)
            where = whereabouts(folder / "state" / "left-at.json", path)
            await seen.press("ctrl+q")
            for _ in range(100):
                await pilot.pause()
    finally:
        app.saver.stop()
        file.close()
    assert where is not None
    return text, where


@pytest.mark.parametrize(
    "keys",
    [
        ("j", "j", "j"),
        ("plus", "j", "j", "j"),
        ("minus",),
        ("2", "j", "j"),
        ("3", "j"),
        ("3", "tab", "tab"),
        ("4", "tab"),
        ("5", "j"),
        ("6", "tab", "tab", "j"),
        ("2", "slash", "o", "enter", "j"),
        ("slash", "o", "enter", "j", "j"),
        ("z",),
        ("Z",),
        ("Z", "Z", "j", "j"),
        ("z", "slash", "o", "enter", "j"),
    ],
    ids=" ".join,
)
async def test_the_next_start_is_where_the_last_one_ended(tmp_path: Path, keys: tuple[str, ...]) -> None:
    _, left = await run(tmp_path, *keys)
    _, found = await run(tmp_path)
    assert found == left


async def test_a_filter_in_force_is_seen_again(tmp_path: Path) -> None:
    await run(tmp_path, "2", "slash", "o", "enter")
    text, _ = await run(tmp_path)
    assert "[2 Programs]" in text and "/o" in text


async def test_a_view_asked_for_comes_before_the_one_that_was_left(tmp_path: Path) -> None:
    await run(tmp_path, "2", "j")
    text, found = await run(tmp_path, at="rank")
    assert "[5 Rank]" in text and found.view == "rank"


async def test_folds_are_as_they_were_left(tmp_path: Path) -> None:
    text, _ = await run(tmp_path)
    await run(tmp_path, "Z")
    folded, left = await run(tmp_path)
    assert left.folds and folded != text and len(folded.split()) < len(text.split())


@pytest.mark.parametrize("view", ["2", "3", "5"])
async def test_zoom_and_folds_are_as_they_were_when_another_view_was_left(tmp_path: Path, view: str) -> None:
    _, lanes = await run(tmp_path, "plus", "Z")
    await run(tmp_path, view)
    text, left = await run(tmp_path)
    assert f"[{view} " in text and (left.zoom, left.folds) == (lanes.zoom, lanes.folds) and left.folds
    await run(tmp_path, "1", view)
    _, again = await run(tmp_path, "1")
    assert (again.view, again.zoom, again.folds) == ("timeline", lanes.zoom, lanes.folds)


async def test_lanes_left_behind_another_view_come_back_where_the_timeline_is_asked_for(tmp_path: Path) -> None:
    _, lanes = await run(tmp_path, "plus", "Z")
    await run(tmp_path, "2")
    _, found = await run(tmp_path, at="timeline")
    assert (found.zoom, found.folds) == (lanes.zoom, lanes.folds)


async def test_what_was_never_folded_is_left_to_fold_as_it_starts(tmp_path: Path) -> None:
    _, left = await run(tmp_path, "j", "j", "A")
    assert left.folds == ()


@pytest.mark.parametrize("keys", [("enter",), ("2", "j", "enter"), ("3", "o"), ("5", "enter")], ids=" ".join)
async def test_a_program_that_was_open_is_open_again_over_its_view(tmp_path: Path, keys: tuple[str, ...]) -> None:
    _, left = await run(tmp_path, *keys, "j", "j")
    assert left.program and left.record
    text, found = await run(tmp_path)
    season = SeasonFile.open(tmp_path / "season.json", read_only=True).season
    assert season.programs_by_id[left.program].name in text.split("\n")[1]
    assert found == left


async def test_a_program_opened_from_a_list_goes_on_through_that_list(tmp_path: Path) -> None:
    _, first = await run(tmp_path, "2", "j", "enter")
    _, other = await run(tmp_path, "right_square_bracket")
    assert other.program not in ("", first.program)


@pytest.mark.parametrize("gone", [True, False], ids=["trashed", "unknown"])
async def test_a_program_that_is_gone_leaves_its_view(tmp_path: Path, gone: bool) -> None:
    _, left = await run(tmp_path, "2", "j", "enter")
    if gone:
        with SeasonFile.open(tmp_path / "season.json") as file:
            file.save(trash_programs(file.season, (left.program,), now=NOW))
    else:
        keep_whereabouts(
            tmp_path / "state" / "left-at.json", tmp_path / "season.json", Whereabouts("programs", program="p-gone")
        )
    text, found = await run(tmp_path)
    assert "[2 Programs]" in text and found.program == "" and "gone" not in text


async def test_a_question_that_was_open_is_not_asked_again(tmp_path: Path) -> None:
    _, left = await run(tmp_path, "2", "j", "enter", "s")
    text, found = await run(tmp_path)
    assert left.program == found.program != "" and "Status" not in text.split("\n")[0]


async def test_a_view_asked_for_is_shown_without_the_program_that_lay_over_it(tmp_path: Path) -> None:
    await run(tmp_path, "2", "j", "enter")
    text, found = await run(tmp_path, at="programs")
    assert "[2 Programs]" in text and found.program == ""


async def test_a_row_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    await run(tmp_path, "2", "j")
    keep_whereabouts(
        tmp_path / "state" / "left-at.json", tmp_path / "season.json", Whereabouts("programs", row="p-gone")
    )
    text, _ = await run(tmp_path)
    assert "[2 Programs]" in text


def test_each_season_has_its_own(tmp_path: Path) -> None:
    path = tmp_path / "left-at.json"
    keep_whereabouts(path, SEASON, WHERE)
    keep_whereabouts(path, Path("/other.json"), Whereabouts("rank"))
    assert whereabouts(path, SEASON) == WHERE
    assert whereabouts(path, Path("/other.json")) == Whereabouts("rank")
    assert whereabouts(path, Path("/third.json")) is None
    assert path.stat().st_mode & 0o077 == 0


def test_only_the_latest_seasons_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "left-at.json"
    for number in range(MOST_SEASONS + 3):
        keep_whereabouts(path, Path(f"/{number}.json"), WHERE)
    assert len(json.loads(path.read_text())) == MOST_SEASONS
    assert whereabouts(path, Path("/0.json")) is None and whereabouts(path, Path(f"/{MOST_SEASONS + 2}.json")) == WHERE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        "{",
        '{"/somewhere/season.json": 3}',
        '{"/somewhere/season.json": {"view": "cellar", "section": "", "row": "", "filter": ""}}',
        '{"/somewhere/season.json": {"view": "rank", "section": "", "row": 3, "filter": ""}}',
        '{"/somewhere/season.json": {"view": "rank", "section": "", "row": "' + "x" * 501 + '", "filter": ""}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_makes_no_sense_is_none(tmp_path: Path, written: str) -> None:
    path = tmp_path / "left-at.json"
    path.write_text(written, encoding="utf-8")
    assert whereabouts(path, SEASON) is None


def test_what_an_older_version_did_not_keep_is_as_it_starts(tmp_path: Path) -> None:
    path = tmp_path / "left-at.json"
    path.write_text('{"/somewhere/season.json": {"view": "rank", "row": "p-1"}}', encoding="utf-8")
    assert whereabouts(path, SEASON) == Whereabouts("rank", row="p-1")


@pytest.mark.parametrize("written", ['"x"', "[3]", '[["a"]]', '[["a", "crumpled"]]', '[[1, "open"]]', '{"a": "open"}'])
def test_folds_nobody_has_are_left_out(tmp_path: Path, written: str) -> None:
    path = tmp_path / "left-at.json"
    kept = f'{{"/somewhere/season.json": {{"view": "timeline", "folds": {written}}}}}'
    path.write_text(kept, encoding="utf-8")
    assert whereabouts(path, SEASON) == Whereabouts("timeline")
    path.write_text(kept.replace(written, '[["closed", "open"], ["gone", "head"]]'), encoding="utf-8")
    assert whereabouts(path, SEASON) == Whereabouts("timeline", folds=(("closed", "open"), ("gone", "head")))


def test_a_zoom_nobody_has_is_the_one_that_fits(tmp_path: Path) -> None:
    path = tmp_path / "left-at.json"
    keep_whereabouts(path, SEASON, Whereabouts("timeline", zoom=4))
    assert whereabouts(path, SEASON) == Whereabouts("timeline", zoom=4)
    path.write_text(path.read_text().replace("4", "77"), encoding="utf-8")
    assert whereabouts(path, SEASON) == Whereabouts("timeline")


def test_a_folder_that_refuses_keeps_nobody_from_leaving(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands where the folder should be")
    keep_whereabouts(tmp_path / "state" / "left-at.json", SEASON, WHERE)


def test_a_fold_that_makes_no_sense_is_passed_over(tmp_path: Path) -> None:
    folds = [["A", "head"], ["B", []], [3, "head"], "C", ["D"], ["E", "cellar"]]
    path = tmp_path / "left-at.json"
    path.write_text(json.dumps({str(SEASON): {"view": "timeline", "folds": folds}}), encoding="utf-8")
    found = whereabouts(path, SEASON)
    assert found is not None and found.folds == (("A", "head"),)
