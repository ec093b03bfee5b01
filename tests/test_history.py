"""Every step can be taken back and done again to the letter, across restarts, and a crash harms none of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import history_file
from store.disk import Disk
from store.errors import FileTrouble, RuleBroken
from store.history import Step, merged, redone, step_between, undone
from store.moments import Moment
from store.record_json import season_to_tables
from store.records import Letter, Profile, Program
from store.season import Season
from store.season_file import SeasonFile
from store.season_tables import RECORDS, SINGLE, records_in, with_records
from store.step_files import StepFiles, step_in, step_tables
from store.words import Kind
from tests.strategies import seasons

NOW = Moment(datetime(2026, 11, 24, 13, 5, tzinfo=UTC), "Europe/Warsaw")
PROGRAMS = tuple(Program(f"p-{name}", name) for name in ("Alder", "Birch", "Cedar", "Dogwood"))


def named(season: Season, name: str) -> Season:
    return replace(season, profile=Profile(name=name))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Season, Season]:
    """Two seasons, the second with records of the first kept, changed, removed, added and in another order."""
    before, other = draw(seasons()), draw(seasons())
    mixed: dict[str, tuple[Any, ...]] = {}
    for table in RECORDS:
        if table in SINGLE:
            mixed[table] = draw(st.sampled_from((records_in(before, table), records_in(other, table))))
            continue
        by_id = {record.id: record for record in records_in(before, table)}
        found = {key: record for key, record in by_id.items() if draw(st.booleans())}
        found |= {record.id: record for record in records_in(other, table) if draw(st.booleans())}
        mixed[table] = tuple(draw(st.permutations(list(found.values()))))
    return before, with_records(before, mixed)


@settings(max_examples=40)
@given(pairs())
def test_a_step_goes_back_and_forth_to_the_letter(pair: tuple[Season, Season]) -> None:
    before, after = pair
    step = step_between(before, after, "anything", at=NOW)
    assert undone(after, step) == before
    assert redone(before, step) == after
    assert json.dumps(season_to_tables(undone(after, step))) == json.dumps(season_to_tables(before))
    assert json.dumps(season_to_tables(redone(before, step))) == json.dumps(season_to_tables(after))


@settings(max_examples=40)
@given(pairs())
def test_a_step_survives_the_way_through_json(pair: tuple[Season, Season]) -> None:
    step = step_between(*pair, "anything", at=NOW, merge="typing")
    assert step_in(json.loads(json.dumps(step_tables(step)))) == step


@settings(max_examples=40)
@given(pairs(), seasons())
def test_two_steps_merged_do_what_both_did(pair: tuple[Season, Season], third: Season) -> None:
    before, between = pair
    first = step_between(before, between, "one", at=NOW)
    second = step_between(between, third, "two", at=NOW.after(minutes=1))
    both = merged(first, second, third)
    assert undone(third, both) == before
    assert redone(before, both) == third
    assert (both.id, both.label, both.at) == (second.id, "two", NOW)


def test_unchanged_records_are_no_part_of_a_step_and_stay_the_same_objects() -> None:
    before = Season(programs=PROGRAMS)
    after = replace(before, programs=(*PROGRAMS[:2], replace(PROGRAMS[2], tier="A"), PROGRAMS[3]))
    step = step_between(before, after, "tier", at=NOW)
    assert [change.id for change in step.changes] == ["p-Cedar"]
    back = undone(after, step)
    assert all(one is other for one, other in zip(back.programs, PROGRAMS, strict=True))
    assert back.letters is after.letters


def test_moving_one_record_is_a_step_of_one_record() -> None:
    before = Season(programs=PROGRAMS)
    after = replace(before, programs=(*PROGRAMS[1:], PROGRAMS[0]))
    step = step_between(before, after, "to the end", at=NOW)
    assert [change.id for change in step.changes] == ["p-Alder"]
    assert undone(after, step) == before


def test_what_was_changed_since_is_not_overwritten() -> None:
    before = Season(programs=PROGRAMS)
    after = replace(before, programs=(replace(PROGRAMS[0], tier="A"), *PROGRAMS[1:]))
    step = step_between(before, after, "tier A", at=NOW)
    since = replace(before, programs=(replace(PROGRAMS[0], tier="B"), *PROGRAMS[1:]))
    with pytest.raises(RuleBroken, match="“tier A” cannot be undone: something it touched has been changed since"):
        undone(since, step)
    with pytest.raises(RuleBroken, match="“tier A” cannot be done again"):
        redone(since, step)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "season.json"


def act(file: SeasonFile, name: str, *, at: Moment = NOW, merge: str = "") -> Step:
    """Change the applicant's name as one action."""
    after = named(file.season, name)
    step = step_between(file.season, after, f"name: {name}", at=at, merge=merge)
    file.save(after, (step,))
    return step


def undo(file: SeasonFile) -> str:
    """Undo one step and say which; empty when there is none."""
    step = file.history.undo_step()
    if step is None:
        return ""
    file.save_undone(undone(file.season, step), step)
    return step.label


def redo(file: SeasonFile) -> str:
    """Redo one step and say which; empty when there is none."""
    step = file.history.redo_step()
    if step is None:
        return ""
    file.save_redone(redone(file.season, step), step)
    return step.label


def labels(file: SeasonFile) -> list[str]:
    return [f"({entry.step.label})" if entry.taken_back else entry.step.label for entry in file.history.labels()]


def step_names(path: Path) -> list[str]:
    return sorted(each.name for each in path.with_name("season.json.history").iterdir())


def test_undo_and_redo_work_after_every_restart(path: Path) -> None:
    for name in ("Ada", "Bea", "Cleo"):
        with SeasonFile.open(path) as file:
            act(file, name)
    said = []
    for way in (undo, undo, undo, undo, redo, redo, redo, redo, undo):
        with SeasonFile.open(path) as file:
            said.append(way(file))
    down = ["name: Cleo", "name: Bea", "name: Ada"]
    assert said == [*down, "", *reversed(down), "", "name: Cleo"]
    with SeasonFile.open(path) as file:
        assert file.season.profile.name == "Bea"
        assert labels(file) == ["(name: Cleo)", "name: Bea", "name: Ada"]
        assert file.revision == 10


def test_undoing_everything_gives_the_file_of_the_beginning(path: Path) -> None:
    with SeasonFile.open(path) as file:
        file.save(Season(programs=PROGRAMS))
        lines = path.read_text(encoding="utf-8").splitlines()[2:]
        act(file, "Ada")
        programs = replace(file.season, programs=PROGRAMS[2:])
        file.save(programs, (step_between(file.season, programs, "fewer", at=NOW),))
        assert (undo(file), undo(file)) == ("fewer", "name: Ada")
        assert path.read_text(encoding="utf-8").splitlines()[2:] == lines


def test_a_new_step_after_an_undo_drops_what_could_be_redone(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        act(file, "Bea")
        act(file, "Cleo")
        undo(file)
        undo(file)
        act(file, "Dora")
        assert labels(file) == ["name: Dora", "name: Ada"]
        assert redo(file) == ""
    with SeasonFile.open(path) as file:
        assert (undo(file), undo(file), undo(file)) == ("name: Dora", "name: Ada", "")
        assert (redo(file), redo(file), redo(file)) == ("name: Ada", "name: Dora", "")
        assert (undo(file), undo(file), undo(file)) == ("name: Dora", "name: Ada", "")
        assert file.season == Season()


def test_typing_in_one_editor_is_one_step(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        for minute, name in enumerate(("B", "Be", "Bea")):
            act(file, name, at=NOW.after(minutes=minute), merge="profile name")
        assert labels(file) == ["name: Bea", "name: Ada"]
    assert len(step_names(path)) == 2
    with SeasonFile.open(path) as file:
        undo(file)
        assert file.season.profile.name == "Ada"
        redo(file)
        assert file.season.profile.name == "Bea"


def test_steps_merge_across_a_restart_and_inside_one_save(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "A", merge="name")
    with SeasonFile.open(path) as file:
        first = named(file.season, "Ad")
        second = named(first, "Ada")
        steps = (
            step_between(file.season, first, "Ad", at=NOW, merge="name"),
            step_between(first, second, "Ada", at=NOW, merge="name"),
        )
        file.save(second, steps)
        assert labels(file) == ["Ada"]
        undo(file)
        assert file.season == Season()


@pytest.mark.parametrize(
    ("merge", "minutes", "count"),
    [("name", 10, 1), ("name", 11, 2), ("name", -1, 2), ("other", 1, 2), ("", 1, 2)],
)
def test_only_the_same_words_within_ten_minutes_merge(path: Path, merge: str, minutes: int, count: int) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada", merge="name")
        act(file, "Bea", merge=merge, at=NOW.after(minutes=minutes))
        assert len(labels(file)) == count


def test_steps_without_merge_words_never_merge(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        act(file, "Bea")
        assert len(labels(file)) == 2


def test_a_step_after_an_undo_does_not_merge_into_the_one_before(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "A", merge="name")
        act(file, "B")
        undo(file)
        act(file, "C", merge="name")
        assert labels(file) == ["name: C", "name: A"]


def test_typing_that_ends_where_it_began_leaves_no_step(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        act(file, "Adam", merge="name")
        act(file, "Ada", merge="name")
        assert labels(file) == ["name: Ada"]
        assert undo(file) == "name: Ada"


def test_several_steps_in_one_save_are_undone_one_by_one(path: Path) -> None:
    with SeasonFile.open(path) as file:
        first, second = named(Season(), "Ada"), named(Season(), "Bea")
        steps = (step_between(Season(), first, "one", at=NOW), step_between(first, second, "two", at=NOW))
        file.save(second, steps)
        assert file.revision == 2
        assert (undo(file), file.season.profile.name, undo(file)) == ("two", "Ada", "one")


def test_the_step_before_a_step_can_be_asked_for(path: Path) -> None:
    with SeasonFile.open(path) as file:
        first, second = act(file, "Ada"), act(file, "Bea")
        assert file.history.undo_step() == second
        assert file.history.undo_step(before=second) == first
        assert file.history.undo_step(before=first) is None
        undo(file)
        undo(file)
        assert file.history.redo_step() == first
        assert file.history.redo_step(after=first) == second


def test_only_the_newest_steps_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "KEPT", 3)
    with SeasonFile.open(path) as file:
        for name in "ABCDE":
            act(file, name)
        assert labels(file) == ["name: E", "name: D", "name: C"]
    assert len(step_names(path)) == 3
    with SeasonFile.open(path) as file:
        assert [undo(file) for _ in range(4)] == ["name: E", "name: D", "name: C", ""]


def test_opening_and_saving_read_no_step(path: Path) -> None:
    read: list[Path] = []

    class Watched(Disk):
        def read(self, path: Path) -> Any:
            read.append(path)
            return super().read(path)

        def names(self, folder: Path) -> list[str]:
            read.append(folder)
            return super().names(folder)

    with SeasonFile.open(path) as file:
        act(file, "Ada")
        act(file, "Bea")
    with SeasonFile.open(path, read_only=True, disk=Watched()) as file:
        assert file.season.profile.name == "Bea"
    assert [each.name for each in read] == ["season.json"]
    with SeasonFile.open(path, disk=Watched()) as file:
        act(file, "Cleo")
    assert not [each for each in read if each.parent.name == "season.json.history"]


def test_a_crash_between_step_and_season_leaves_no_step_to_redo(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        season = file.season
    files = StepFiles(path.with_name("season.json.history"), Disk())
    files.write(2, 1, step_between(season, named(season, "Ghost"), "ghost", at=NOW))
    with SeasonFile.open(path) as file:
        assert file.history.redo_step() is None
        assert labels(file) == ["name: Ada"]
        assert undo(file) == "name: Ada"
    with SeasonFile.open(path) as file:
        act(file, "Bea")
        assert labels(file) == ["name: Bea"]
        assert (undo(file), redo(file), redo(file)) == ("name: Bea", "name: Bea", "")
    assert step_names(path) == ["00000001-00000000.json", "00000002-00000001.json", "00000003-00000000.json"]


def test_a_crash_before_the_dropped_steps_were_deleted_does_not_bring_them_back(path: Path) -> None:
    class Hurried(Disk):
        def remove(self, path: Path) -> None:
            if path.parent.name.endswith(".history"):
                raise OSError("the power went")
            super().remove(path)

    with SeasonFile.open(path, disk=Hurried()) as file:
        act(file, "Ada")
        act(file, "Bea")
        undo(file)
        act(file, "Cleo", merge="name")
        act(file, "Dora", merge="name")
    assert len(step_names(path)) == 4
    with SeasonFile.open(path) as file:
        assert labels(file) == ["name: Dora", "name: Ada"]
        assert [undo(file) for _ in range(3)] == ["name: Dora", "name: Ada", ""]
        assert [redo(file) for _ in range(3)] == ["name: Ada", "name: Dora", ""]


@pytest.mark.parametrize("data", [b"", b"{}", b"\0\0", b'{"step": {}}'])
def test_a_damaged_step_ends_the_way_back_and_harms_nothing(path: Path, data: bytes) -> None:
    with SeasonFile.open(path) as file:
        for name in ("Ada", "Bea", "Cleo"):
            act(file, name)
    (path.with_name("season.json.history") / "00000002-00000001.json").write_bytes(data)
    with SeasonFile.open(path) as file:
        assert labels(file) == ["name: Cleo"]
        assert (undo(file), undo(file)) == ("name: Cleo", "")
        assert file.season.profile.name == "Bea"


def test_other_files_in_the_folder_are_left_alone(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        other = path.with_name("season.json.history") / "notes.txt"
        other.write_text("mine")
        act(file, "Bea")
    assert other.read_text() == "mine"


def test_a_step_that_cannot_be_written_never_keeps_a_season_from_being_saved(path: Path) -> None:
    path.with_name("season.json.history").write_text("a file in the way")
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        assert "step for undo could not be kept" in file.notice
    with SeasonFile.open(path) as file:
        assert file.history.undo_step() is None
        assert file.season.profile.name == "Ada"
        assert labels(file) == []


def test_a_failed_save_takes_its_step_along(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        season = file.season
        path.write_bytes(path.read_bytes() + b"\n")
        with pytest.raises(FileTrouble):
            act(file, "Bea")
        assert file.season is season
        assert labels(file) == ["name: Ada"]
    assert len(step_names(path)) == 1


def test_a_forgotten_step_cannot_be_saved_as_undone(path: Path) -> None:
    with SeasonFile.open(path) as file:
        act(file, "Ada")
        stranger = step_between(Season(), named(Season(), "X"), "X", at=NOW)
        with pytest.raises(RuleBroken, match="“X” is no longer among the steps"):
            file.save_undone(Season(), stranger)


def test_steps_that_do_not_follow_one_another_are_kept_apart(path: Path) -> None:
    with SeasonFile.open(path) as file:
        step = step_between(named(Season(), "A"), named(Season(), "B"), "odd", at=NOW, merge="name")
        other = step_between(named(Season(), "C"), named(Season(), "D"), "even", at=NOW, merge="name")
        file.save(named(Season(), "D"), (step, other))
        assert labels(file) == ["even", "odd"]


def test_a_letter_comes_back_with_its_place_and_every_word(path: Path) -> None:
    letters = tuple(Letter(f"l-{n}", "p-Alder", Kind.UPDATE, body=f"{n}\n“ü”") for n in range(4))
    with SeasonFile.open(path) as file:
        file.save(Season(programs=PROGRAMS, letters=letters))
        fewer = replace(file.season, letters=(letters[3], letters[0]))
        file.save(fewer, (step_between(file.season, fewer, "fewer", at=NOW),))
    with SeasonFile.open(path) as file:
        undo(file)
        assert file.season.letters == letters
