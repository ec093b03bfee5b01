"""Where two copies of a season parted: found from the undo steps beside each file, and never a wrong place."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from store.backups import Reason
from store.errors import FileTrouble, RuleBroken
from store.exchange.archive import as_json
from store.history import step_between, undone
from store.history_file import KEPT
from store.merging.copies import past_of, read_copy
from store.merging.ground import Ground, OtherCopy
from store.merging.merge import decided, merge_with
from store.merging.sides import Side
from store.season import Season
from store.season_copy import write_copy
from store.season_file import SeasonFile
from tests.broken_disk import BrokenDisk
from tests.examples import NOW, a_letter, a_program, a_season


class Copies:
    """A season file and a copy of it, with the steps of both."""

    def __init__(self, folder: Path) -> None:
        self.mine, self.theirs = folder / "season.json", folder / "hospital.json"
        self.minutes = 0

    def part(self) -> None:
        shutil.copy(self.mine, self.theirs)
        shutil.copytree(history(self.mine), history(self.theirs))

    def save(self, path: Path, season: Season, *, merge: str = "", brought: str = "") -> None:
        self.minutes += 1
        with SeasonFile.open(path) as file:
            at = NOW.after(minutes=self.minutes)
            step = step_between(file.season, season, f"step {self.minutes}", at=at, merge=merge, brought=brought)
            file.save(season, (step,))

    def phone(self, path: Path, phone: str, *, merge: str = "") -> Season:
        season = self.season(path)
        changed = replace(season, profile=replace(season.profile, phone=phone))
        self.save(path, changed, merge=merge)
        return changed

    def add(self, path: Path, name: str) -> Season:
        season = self.season(path)
        program = a_program(f"p-{name.lower():x<6}", name)
        self.save(path, replace(season, programs=(*season.programs, program)))
        return self.season(path)

    def undo(self, path: Path) -> None:
        with SeasonFile.open(path) as file:
            step = file.history.undo_step()
            assert step is not None
            file.save_undone(undone(file.season, step), step)

    def season(self, path: Path) -> Season:
        with SeasonFile.open(path, read_only=True) as file:
            return file.season

    def read(self) -> OtherCopy:
        with SeasonFile.open(self.mine, read_only=True) as file:
            return read_copy(self.theirs, file)

    def bring_in(self, side: Side = Side.MINE) -> Season:
        """Merge as the program does, into a step that remembers what it brought."""
        other = self.read()
        merge = merge_with(self.season(self.mine), other)
        season = decided(merge, dict.fromkeys((one.key for one in merge.asked), side), now=NOW)
        self.save(self.mine, season, brought=other.brought)
        return season


def history(path: Path) -> Path:
    return path.with_name(f"{path.name}.history")


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    made = Copies(tmp_path)
    made.save(made.mine, a_season())
    made.phone(made.mine, "+1")
    return made


def phone_of(ground: Ground) -> str:
    return str(ground.before("profile", "").phone)


def test_the_ground_is_the_season_at_the_newest_step_both_share(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.mine, "+2")
    copies.phone(copies.mine, "+3")
    copies.phone(copies.theirs, "+4")
    ground = copies.read().ground
    assert ground.known and phone_of(ground) == "+1"
    assert ground.parted == NOW.after(minutes=2)


def test_a_step_taken_back_here_is_no_ground(copies: Copies) -> None:
    copies.part()
    copies.undo(copies.mine)
    copies.phone(copies.theirs, "+4")
    assert phone_of(copies.read().ground) == a_season().profile.phone


def test_a_step_taken_back_and_replaced_in_both_is_no_ground(copies: Copies) -> None:
    copies.part()
    for path, phone in ((copies.mine, "+2"), (copies.theirs, "+3")):
        copies.undo(path)
        copies.phone(path, phone)
    assert phone_of(copies.read().ground) == a_season().profile.phone


@pytest.mark.parametrize("goes_on", ["mine", "theirs"])
def test_typing_that_went_on_in_one_copy_parts_where_the_other_stopped(copies: Copies, goes_on: str) -> None:
    copies.phone(copies.mine, "+2", merge="typing")
    copies.part()
    typed, other = (copies.mine, copies.theirs) if goes_on == "mine" else (copies.theirs, copies.mine)
    for phone in ("+23", "+234"):
        copies.phone(typed, phone, merge="typing")
    copies.add(other, "Fenwick")
    ground = copies.read().ground
    assert ground.known and phone_of(ground) == "+2"
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert merge.asked == ()
    assert decided(merge, {}, now=NOW).profile.phone == "+234"


def test_typing_that_went_on_in_both_copies_leads_back_before_it(copies: Copies) -> None:
    copies.phone(copies.mine, "+2", merge="typing")
    copies.part()
    copies.phone(copies.mine, "+23", merge="typing")
    copies.phone(copies.theirs, "+24", merge="typing")
    ground = copies.read().ground
    assert ground.known and phone_of(ground) == "+1"


def test_steps_trimmed_in_both_leave_no_ground(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    copies.part()
    monkeypatch.setattr("store.history_file.KEPT", 2)
    for name in ("Ab", "Cd", "Ef"):
        copies.add(copies.mine, name)
        copies.phone(copies.theirs, f"+{name}")
    assert KEPT > 2
    assert copies.read().ground == Ground()


def test_a_step_file_gone_from_the_middle_ends_the_way_back(copies: Copies) -> None:
    copies.part()
    for name in ("Ab", "Cd", "Ef"):
        copies.add(copies.theirs, name)
    copies.phone(copies.mine, "+2")
    sorted(history(copies.theirs).iterdir())[-2].unlink()
    assert copies.read().ground == Ground()


def test_what_was_changed_by_hand_is_nobodys_older_state(copies: Copies) -> None:
    copies.part()
    copies.add(copies.theirs, "Fenwick")
    text = copies.theirs.read_text(encoding="utf-8")
    copies.theirs.write_text(text.replace("Vistula", "Wisla"), encoding="utf-8")
    copies.add(copies.mine, "Alder")
    ground = copies.read().ground
    assert ground.known and ground.before("profile", "") is None
    assert ground.before("programs", "p-bright") is not None
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert [one.key for one in merge.asked] == ["profile//school"]


def test_a_change_by_hand_of_what_a_step_touched_ends_the_way_back(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.theirs, "+4")
    text = copies.theirs.read_text(encoding="utf-8")
    copies.theirs.write_text(text.replace('"+4"', '"+5"'), encoding="utf-8")
    with SeasonFile.open(copies.theirs, read_only=True) as file:
        assert len(list(past_of(file))) == 1
    copies.add(copies.mine, "Alder")
    assert copies.read().ground == Ground()


def test_without_steps_a_season_that_both_have_been_is_ground(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.mine, "+2")
    shutil.rmtree(history(copies.theirs))
    assert phone_of(copies.read().ground) == "+1"
    copies.add(copies.theirs, "Fenwick")
    assert phone_of(copies.read().ground) == "+1"
    shutil.rmtree(history(copies.theirs))
    assert copies.read().ground == Ground()


def test_a_merge_is_ground_for_the_next_one_here(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.theirs, "+4")
    copies.phone(copies.mine, "+2")
    assert copies.bring_in(Side.THEIRS).profile.phone == "+4"
    copies.phone(copies.theirs, "+5")
    assert phone_of(copies.read().ground) == "+4"
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert merge.asked == () and decided(merge, {}, now=NOW).profile.phone == "+5"


def test_and_for_the_next_one_there(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.theirs, "+4")
    copies.add(copies.mine, "Alder")
    copies.bring_in()
    copies.phone(copies.mine, "+5")
    copies.mine, copies.theirs = copies.theirs, copies.mine
    assert phone_of(copies.read().ground) == "+4"
    season = copies.bring_in()
    assert season.profile.phone == "+5" and "p-alderx" in season.programs_by_id


def test_a_merge_of_another_state_than_the_copy_has_had_is_no_ground(copies: Copies) -> None:
    copies.part()
    copies.phone(copies.theirs, "+4")
    other = copies.read()
    copies.save(copies.mine, copies.add(copies.mine, "Alder"), brought="u-other2 0123456789")
    assert other.brought.split()[0] != "u-other2"
    assert phone_of(copies.read().ground) == "+1"


@pytest.mark.parametrize("at_home", [True, False])
def test_what_became_one_in_a_merge_stays_one_in_the_next(copies: Copies, at_home: bool) -> None:
    copies.part()
    copies.save(copies.mine, with_program(copies.season(copies.mine), "p-mineee", "Cold Spring"))
    copies.save(copies.theirs, with_program(copies.season(copies.theirs), "p-theirs", "cold spring"))
    copies.add(copies.theirs, "Alder")
    copies.bring_in()
    worked = copies.season(copies.theirs)
    changed = replace(worked.programs_by_id["p-theirs"], tier="A", city="Reno")
    copies.save(copies.theirs, replace(worked, programs=(*worked.programs[:-2], changed, worked.programs[-1])))
    copies.save(copies.theirs, replace(copies.season(copies.theirs), letters=(a_letter("l-newone", "p-theirs"),)))
    if not at_home:
        copies.mine, copies.theirs = copies.theirs, copies.mine
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert (merge.twins, merge.asked) == ((), ())
    season = copies.bring_in()
    (program,) = (one for one in season.programs if one.name.casefold() == "cold spring")
    assert (program.tier, program.city) == ("A", "Reno")
    assert season.letters[0].program_id == program.id


def with_program(season: Season, program_id: str, name: str) -> Season:
    return replace(season, programs=(*season.programs, a_program(program_id, name)))


def test_two_seasons_begun_apart_have_the_empty_one_in_common(tmp_path: Path) -> None:
    copies = Copies(tmp_path)
    copies.save(copies.mine, a_season())
    copies.save(copies.theirs, a_season(a_program("p-second", "Fenwick")))
    ground = copies.read().ground
    assert ground.known and ground.parted is None
    assert ground.before("programs", "p-bright") is None


def test_a_season_that_holds_nothing_yet_takes_in_all_of_a_copy(copies: Copies) -> None:
    copies.part()
    shutil.rmtree(history(copies.theirs))
    copies.mine = copies.mine.with_name("new.json")
    assert copies.read().ground.known
    assert copies.bring_in() == copies.season(copies.theirs)


def test_a_copy_that_cannot_be_looked_at_is_a_sentence(copies: Copies) -> None:
    copies.part()
    with SeasonFile.open(copies.mine, read_only=True) as mine:
        with pytest.raises(FileTrouble, match="There is no file"):
            read_copy(copies.theirs.with_name("gone.json"), mine)
        with pytest.raises(RuleBroken, match="is a folder"):
            read_copy(copies.theirs.parent, mine)
        with pytest.raises(RuleBroken, match="open here"):
            read_copy(copies.mine, mine)


@pytest.mark.parametrize("number", range(1, 8))
def test_any_call_that_fails_is_a_sentence_or_costs_no_more_than_some_history(copies: Copies, number: int) -> None:
    copies.part()
    copies.phone(copies.theirs, "+4")
    disk = BrokenDisk(fail_at=number)
    with SeasonFile.open(copies.mine, read_only=True) as mine:
        try:
            found = read_copy(copies.theirs, mine, disk=disk)
        except FileTrouble as trouble:
            assert "cannot be" in str(trouble) or "could not be" in str(trouble)
        else:
            assert found.season == copies.season(copies.theirs)
            assert not found.ground.known or phone_of(found.ground) == "+1"


# Copies that came without their steps: backups, copies kept elsewhere, exports

WITHOUT_STEPS = ["backup", "kept", "exported"]


def copied_as(way: str, copies: Copies) -> None:
    """The season as it is now, in the way named, as the copy; its steps are not there."""
    with SeasonFile.open(copies.mine) as file:
        if way == "backup":
            made = file.back_up(Reason.ASKED, NOW)
            assert made is not None
            shutil.copy(made.path, copies.theirs)
        elif way == "kept":
            write_copy(file, file.season, copies.theirs)
        else:
            copies.theirs.write_bytes(as_json(file.tables, file.place))


@pytest.mark.parametrize("way", WITHOUT_STEPS)
@pytest.mark.parametrize("worked_on", [False, True])
def test_a_copy_without_its_steps_parted_where_it_was_made(copies: Copies, way: str, worked_on: bool) -> None:
    copied_as(way, copies)
    copies.phone(copies.mine, "+2")
    if worked_on:
        copies.add(copies.theirs, "Cedar")
    ground = copies.read().ground
    assert ground.known and phone_of(ground) == "+1"


@pytest.mark.parametrize("way", WITHOUT_STEPS)
def test_it_finds_where_it_parted_although_another_way_was_taken_here_since(copies: Copies, way: str) -> None:
    copies.phone(copies.mine, "+2")
    copied_as(way, copies)
    copies.undo(copies.mine)
    copies.phone(copies.mine, "+3")
    copies.add(copies.theirs, "Cedar")
    ground = copies.read().ground
    assert ground.known and phone_of(ground) == "+1"


def test_and_from_the_side_of_the_copy(copies: Copies) -> None:
    copies.phone(copies.mine, "+2")
    copied_as("kept", copies)
    copies.undo(copies.mine)
    copies.phone(copies.mine, "+3")
    copies.add(copies.theirs, "Cedar")
    with SeasonFile.open(copies.theirs, read_only=True) as file:
        assert phone_of(read_copy(copies.mine, file).ground) == "+1"


def test_typing_that_goes_on_after_a_copy_was_kept_leaves_the_step_it_names(copies: Copies) -> None:
    with SeasonFile.open(copies.mine) as file:
        for turn, phone in enumerate(("+2", "+2 3", "+2 3 4")):
            changed = replace(file.season, profile=replace(file.season.profile, phone=phone))
            file.save(changed, (step_between(file.season, changed, "typing", at=NOW.after(minutes=3), merge="a"),))
            if turn == 1:
                write_copy(file, file.season, copies.theirs)
    copies.add(copies.theirs, "Cedar")
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert phone_of(copies.read().ground) == "+2 3"
    assert merge.asked == ()


@pytest.mark.parametrize("way", WITHOUT_STEPS)
def test_only_what_both_changed_is_asked(copies: Copies, way: str) -> None:
    copies.add(copies.mine, "Alder")
    copied_as(way, copies)
    copies.undo(copies.mine)
    copies.phone(copies.mine, "+5")
    copies.phone(copies.theirs, "+6")
    asked = merge_with(copies.season(copies.mine), copies.read()).asked
    assert [one.fields for one in asked] == [("phone",)]


def test_a_number_that_means_another_step_here_is_no_ground(copies: Copies, tmp_path: Path) -> None:
    stranger = Copies(tmp_path / "stranger")
    stranger.save(stranger.mine, Season(programs=(a_program("p-other1", "Otherwhere"),)))
    stranger.phone(stranger.mine, "+1")
    stranger.theirs = copies.theirs
    copied_as("kept", stranger)
    assert not copies.read().ground.known


def test_a_copy_brought_in_once_is_ground_when_it_comes_again(copies: Copies) -> None:
    copied_as("kept", copies)
    copies.phone(copies.theirs, "+7")
    copies.bring_in(Side.THEIRS)
    copies.add(copies.theirs, "Cedar")
    merge = merge_with(copies.season(copies.mine), copies.read())
    assert phone_of(copies.read().ground) == "+7"
    assert merge.asked == ()
