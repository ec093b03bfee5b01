"""A change left for whoever holds the season: run once, or withdrawn, never both and never twice."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from store.disk import Disk
from store.errands import STALE, Errands, Outcome, Reply, Way, new_errand, refuse_dangling
from store.errors import FileTrouble, RuleBroken
from store.history import step_between
from store.records import Note
from store.season import Season
from tests.broken_disk import BrokenDisk
from tests.examples import NOW, a_profile, a_program

SEASON = Season(profile=a_profile(), programs=(a_program("p-one"),))
RENAMED = replace(SEASON, programs=(replace(SEASON.programs[0], name="Renamed"),))
STEP = step_between(SEASON, RENAMED, "Renamed", at=NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "season.json"


@pytest.fixture
def errands(path: Path) -> Errands:
    return Errands(path, Disk())


def files(path: Path) -> list[str]:
    return sorted(one.name for one in path.with_name("season.json.errands").iterdir())


@pytest.mark.parametrize("way", Way)
def test_an_errand_arrives_as_it_was_left(errands: Errands, way: Way) -> None:
    errand = new_errand(way, STEP)
    errands.leave(errand)
    assert errands.waiting() == (errand.id,)
    assert errands.take(errand.id) == errand


def test_folder_and_errand_are_for_their_owner_only(errands: Errands, path: Path) -> None:
    errands.leave(new_errand(Way.CHANGE, STEP))
    folder = path.with_name("season.json.errands")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [one.stat().st_mode & 0o777 for one in folder.iterdir()] == [0o600]


def test_what_was_taken_cannot_be_withdrawn_nor_taken_again(errands: Errands) -> None:
    errand = new_errand(Way.CHANGE, STEP)
    errands.leave(errand)
    assert errands.take(errand.id)
    assert not errands.withdraw(errand.id)
    assert errands.take(errand.id) is None
    assert errands.waiting() == ()


def test_what_was_withdrawn_cannot_be_taken(errands: Errands, path: Path) -> None:
    errand = new_errand(Way.CHANGE, STEP)
    errands.leave(errand)
    assert errands.withdraw(errand.id)
    assert errands.take(errand.id) is None
    assert files(path) == []


@pytest.mark.parametrize(
    "reply", [Reply(Outcome.SAVED), Reply(Outcome.REFUSED, "No."), Reply(Outcome.UNSAVED, "Full.")]
)
def test_a_reply_is_read_once_and_leaves_nothing_behind(errands: Errands, path: Path, reply: Reply) -> None:
    errand = new_errand(Way.CHANGE, STEP)
    errands.leave(errand)
    assert errands.reply_to(errand.id) is None
    errands.take(errand.id)
    errands.reply(errand.id, reply)
    assert errands.reply_to(errand.id) == reply
    assert errands.reply_to(errand.id) is None
    assert files(path) == []


def test_an_errand_nobody_waits_for_any_more_is_thrown_away_not_run(errands: Errands, path: Path) -> None:
    errand = new_errand(Way.CHANGE, STEP)
    errands.leave(errand)
    (left,) = path.with_name("season.json.errands").iterdir()
    long_ago = time.time() - STALE - 60
    os.utime(left, (long_ago, long_ago))
    assert errands.take(errand.id) is None
    assert files(path) == []


def test_clearing_takes_what_is_old_and_leaves_what_is_waited_for(errands: Errands, path: Path) -> None:
    old, fresh = new_errand(Way.CHANGE, STEP), new_errand(Way.CHANGE, STEP)
    for one in (old, fresh):
        errands.leave(one)
    left = path.with_name("season.json.errands") / f"{old.id}.left"
    os.utime(left, (0, 0))
    errands.clear()
    assert errands.waiting() == (fresh.id,)


@pytest.mark.parametrize("data", [b"", b"{}", b"not json", b'{"_meta": {"1": {"format": 1, "way": "fly"}}}'])
def test_an_errand_that_cannot_be_read_is_refused_in_words(errands: Errands, path: Path, data: bytes) -> None:
    errand = new_errand(Way.CHANGE, STEP)
    errands.leave(errand)
    (path.with_name("season.json.errands") / f"{errand.id}.left").write_bytes(data)
    assert errands.take(errand.id) is None
    reply = errands.reply_to(errand.id)
    assert reply is not None and reply.outcome is Outcome.REFUSED and "nothing was changed" in reply.words


def test_whichever_call_fails_nothing_half_written_is_ever_taken(path: Path) -> None:
    turn = 0
    while True:
        turn += 1
        disk = BrokenDisk(turn)
        errand = new_errand(Way.CHANGE, STEP)
        try:
            Errands(path, disk).leave(errand)
        except FileTrouble as trouble:
            assert "Nothing was changed" in str(trouble) or "could not be made" in str(trouble)
        sound = Errands(path, Disk())
        taken = [sound.take(one) for one in sound.waiting()]
        assert taken in ([], [errand])
        if not disk.failed:
            assert taken == [errand]
            break
    assert turn > 4


def test_without_a_folder_nobody_waits(errands: Errands) -> None:
    assert errands.waiting() == ()
    errands.clear()


def test_a_record_of_a_program_that_is_gone_is_refused() -> None:
    note = Note("n-one", "p-one", NOW, "A note")
    step = step_between(SEASON, replace(SEASON, notes=(note,)), "Note", at=NOW)
    refuse_dangling(SEASON, step)
    with pytest.raises(RuleBroken, match="taken away in the open window"):
        refuse_dangling(replace(SEASON, programs=()), step)
