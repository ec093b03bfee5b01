"""A power cut at any call leaves a season that was saved, with its way back, and never takes an acknowledged one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.disk import Disk
from tests.broken_disk import CALLS
from tests.memory_disk import MemoryDisk
from tests.operations import OPERATIONS, Operation
from tests.power_cuts import Platter
from tests.prove_power_cuts import cut_everywhere
from tests.weak_disks import IN_MEMORY

BY_NAME = {operation.name: operation for operation in OPERATIONS}
WEAK = [words for words, kind in IN_MEMORY.items() if kind is not MemoryDisk]


@pytest.mark.parametrize("operation", OPERATIONS, ids=BY_NAME)
def test_every_state_after_a_power_cut_is_the_old_or_the_new_one(operation: Operation, tmp_path: Path) -> None:
    found = cut_everywhere(operation, tmp_path)
    assert found.violations == []
    assert found.states > 10


@pytest.mark.parametrize("name", ["a letter grows", "undo"])
@pytest.mark.parametrize("weakness", WEAK)
def test_a_weaker_protocol_is_caught(weakness: str, name: str, tmp_path: Path) -> None:
    assert cut_everywhere(BY_NAME[name], tmp_path, IN_MEMORY[weakness], enough=1).violations


def test_every_call_of_the_disk_is_played_in_memory() -> None:
    assert CALLS - set(vars(MemoryDisk)) == set()


def written(disk: Disk, path: Path, *pieces: bytes) -> int:
    file = disk.create(path)
    for piece in pieces:
        disk.write(file, memoryview(piece))
    return file


def told(disk: Disk, root: Path) -> list[object]:
    """What a small walk over the disk finds, errors included."""
    one, two, folder = root / "one", root / "two", root / "folder"
    found: list[object] = []

    def tell(action: object, *given: object) -> None:
        assert callable(action)
        try:
            result = action(*given)
        except OSError as error:
            found.append(type(error))
        else:
            found.append(result.st_size if isinstance(result, os.stat_result) else None)

    file = written(disk, one, b"ab", b"cd")
    tell(disk.look_open, file)
    disk.sync(file)
    disk.close(file)
    tell(disk.create, one)
    tell(disk.look, two)
    tell(disk.make_folder, folder)
    tell(disk.make_folder, folder)
    tell(disk.create, root / "nowhere" / "x")
    disk.replace(one, two)
    tell(disk.replace, one, two)
    tell(disk.read, folder)
    disk.sync_folder(root)
    found.append(disk.read(two)[0])
    found.append(sorted(disk.names(root)))
    tell(disk.names, root / "nowhere")
    disk.remove(two)
    tell(disk.remove, two)
    tell(disk.read, two)
    return found


def test_the_disk_in_memory_answers_as_a_real_one(tmp_path: Path) -> None:
    assert told(MemoryDisk(tmp_path), tmp_path) == told(Disk(), tmp_path)


def left_by(disk: MemoryDisk) -> set[tuple[tuple[str, bytes], ...]]:
    platter = Platter(disk)
    for event in disk.journal:
        platter.take(event)
    return {tuple(sorted((path.name, data) for path, data in state.files)) for state in platter.states()}


def test_bytes_without_a_sync_may_be_missing_cut_zero_or_partial(tmp_path: Path) -> None:
    disk = MemoryDisk(tmp_path)
    written(disk, tmp_path / "x", b"ab", b"cd")
    disk.sync_folder(tmp_path)
    assert left_by(disk) == {(("x", each),) for each in (b"", b"ab", b"abcd", b"\0\0\0\0", b"ab\0\0", b"\0\0cd")}


def test_a_rename_without_a_sync_of_the_folder_may_have_happened_or_not(tmp_path: Path) -> None:
    disk = MemoryDisk(tmp_path)
    disk.put(tmp_path / "x", b"old")
    disk.sync(written(disk, tmp_path / "y", b"new"))
    disk.sync_folder(tmp_path)
    disk.replace(tmp_path / "y", tmp_path / "x")
    assert left_by(disk) == {(("x", b"old"), ("y", b"new")), (("x", b"new"),)}
    disk.sync_folder(tmp_path)
    assert left_by(disk) == {(("x", b"new"),)}


def test_what_lies_in_a_folder_that_never_was_is_gone_with_it(tmp_path: Path) -> None:
    disk = MemoryDisk(tmp_path)
    disk.make_folder(tmp_path / "folder")
    disk.sync(written(disk, tmp_path / "folder" / "x", b"x"))
    disk.sync_folder(tmp_path / "folder")
    assert left_by(disk) == {(), (("x", b"x"),)}
