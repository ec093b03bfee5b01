"""The page of a spreadsheet: what it offers, and how a file too long to be read while it is named is read beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import a_busy_season
from tests.on_screen import OnScreen, on_screen

FINE = "Program,City\nAlder Bay Children's,Alder Bay\n"
RAGGED = f"{FINE},Nowhere\n"
OFFER = "leave out the refused rows"


async def named(seen: OnScreen, folder: Path, words: str, name: str = "sheet.csv") -> None:
    """Have the file with these words looked at."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    await seen.press("I")
    await seen.write(str(path))
    await seen.press("enter")


@pytest.mark.parametrize(("words", "offered"), [(FINE, False), (RAGGED, True)], ids=["fine", "ragged"])
async def test_leaving_rows_out_is_offered_only_where_some_are_refused(
    tmp_path: Path, words: str, offered: bool
) -> None:
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as seen:
        await named(seen, tmp_path, words)
        assert (OFFER in seen.lines[-1]) is offered
        await seen.press("question_mark")
        assert ("Take in the good rows only." in seen.text) is offered


async def test_its_key_does_nothing_where_no_row_is_refused(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path) as seen:
        await named(seen, tmp_path, FINE)
        before = seen.season
        await seen.press("w")
        assert seen.season is before and "1 program new" in seen.text
