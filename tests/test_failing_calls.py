"""Whichever call to the disk fails: the season on disk is old or new, and what was said of it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.operations import OPERATIONS, Operation
from tests.prove_calls import fail_everywhere
from tests.weak_disks import BrokenNeverReplaces, BrokenRenamesFirst

BY_NAME = {operation.name: operation for operation in OPERATIONS}
ALWAYS = {"look", "read", "create", "write", "sync", "look_open", "close", "replace", "sync_folder", "remove"}
"""Calls that every operation makes."""


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=BY_NAME)
def test_one_call_after_the_other_fails_and_harms_nothing(operation: Operation, for_ever: bool, tmp_path: Path) -> None:
    found = fail_everywhere(operation, tmp_path, for_ever=for_ever)
    assert found.violations == []
    assert set(found.failed) >= ALWAYS - {"read"}


def test_a_file_moved_into_place_before_it_is_written_is_caught(tmp_path: Path) -> None:
    found = fail_everywhere(BY_NAME["a letter grows"], tmp_path, disk=BrokenRenamesFirst)
    assert any("nothing readable" in sentence for sentence in found.violations)


def test_a_save_that_is_reported_but_never_happened_is_caught(tmp_path: Path) -> None:
    found = fail_everywhere(BY_NAME["a letter shrinks"], tmp_path, disk=BrokenNeverReplaces)
    assert any("it said “saved”" in sentence for sentence in found.violations)
