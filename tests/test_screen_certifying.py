"""The certify sheet on screen: ticked off place by place, written, and seen certified on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.ranking.sheet import sheet_lines
from store.words import Promise
from tests.examples import NOW
from tests.on_screen import SIZES, on_screen
from tests.ranked_seasons import ALL, ranked
from tui.commands import RANK


async def test_places_are_ticked_off_and_certified_on_a_day(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t")
        assert "0 of 4 ticked off   not seen certified yet   not locked" in screen.text
        assert "9900320C0" in screen.text and "Mon 16 Nov" in screen.text
        await screen.press("space", "space", "space", "space")
        assert "4 of 4 ticked off" in screen.text
        await screen.press("M", "enter")
        ranks = screen.reloaded().rank_list
        assert ranks.certified == date(2026, 11, 24)
        assert ranks.snapshots[-1].reason == "certified"
        assert "seen certified Tue 24 Nov 2026" in screen.text
        await screen.press("L")
        assert screen.reloaded().rank_list.locked and "   locked" in screen.lines[1]
        await screen.press("L")
        assert "Unlock the list?" in screen.text


async def test_what_is_not_ticked_off_is_asked_about(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t", "space", "M")
        assert "3 places are not ticked off." in screen.text
        await screen.press("n")
        assert screen.reloaded().rank_list.certified is None
        await screen.press("M", "y")
        await screen.write("23 nov")
        await screen.press("enter")
        assert screen.reloaded().rank_list.certified == date(2026, 11, 23)


async def test_a_day_to_come_is_refused_while_it_is_typed(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t", "M", "y")
        await screen.write("2026-12-24")
        await screen.press("enter")
        assert "still to come" in screen.text
        assert screen.season.rank_list.certified is None


async def test_the_sheet_is_written_to_a_file_only_its_owner_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.handing_over.usual_folder", lambda: tmp_path)
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t", "w", "enter")
        written = tmp_path / "rank-list-2026-11-24.txt"
        assert written.read_text(encoding="utf-8") == "\n".join(sheet_lines(screen.season, NOW)) + "\n"
        assert written.stat().st_mode & 0o077 == 0


async def test_the_sheet_is_copied_and_a_program_opened_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path / "state")
    copied: list[str] = []

    def copy(text: str, *_: object) -> str:
        copied.append(text)
        return "copied"

    monkeypatch.setattr("tui.clipboard.copy", copy)
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t", "y")
        assert copied[0].startswith("Certify sheet, Tue 24 Nov 2026")
        await screen.press("enter")
        assert type(screen.app.screen).__name__ == "ProgramScreen"
        await screen.press("q")
        assert type(screen.app.screen).__name__ == "CertifyScreen"


async def test_a_sheet_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.setattr("tui.handing_over.usual_folder", lambda: folder)
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("t", "w")
        folder.rmdir()
        await screen.press("enter")
        assert "There is no folder" in screen.text
        await screen.press("escape")
        assert not folder.exists()


async def test_ticks_do_not_outlive_a_change_of_the_order(tmp_path: Path) -> None:
    async with on_screen(ranked(*ALL), tmp_path, at=RANK) as screen:
        await screen.press("J", "t", "space", "space")
        assert "2 of 4 ticked off" in screen.text
        await screen.press("u")
        assert "0 of 4 ticked off" in screen.text


async def test_mistakes_stand_on_the_row_and_below(tmp_path: Path) -> None:
    season = ranked(*ALL[:3])
    programs = (replace(season.programs[0], nrmp_code=""), *season.programs[1:])
    async with on_screen(replace(season, programs=programs), tmp_path, at=RANK) as screen:
        await screen.press("t")
        assert "! missing" in screen.text and "! 1" in screen.text
        told = " ".join(screen.text.split())
        assert "Brightwater has no NRMP code here" in told and "neither ranked nor left out" in told


async def test_a_promise_the_list_does_not_keep_is_asked_about_before_it_is_noted_as_certified(tmp_path: Path) -> None:
    season = ranked(*ALL, told=(("p-aldrid", Promise.FIRST),))
    async with on_screen(season, tmp_path, at=RANK) as screen:
        await screen.press("t")
        assert "You told Alder Ridge" in screen.text
        await screen.press("space", "space", "space", "space", "M")
        assert "1 check is open. Have you seen" in screen.text
        await screen.press("escape")
        assert screen.season.rank_list.certified is None


async def test_what_was_told_is_said_in_a_word_where_there_is_no_room_for_more(tmp_path: Path) -> None:
    season = ranked(*ALL, told=(("p-bright", Promise.FIRST), ("p-aldrid", Promise.HIGH)))
    long = "A Children's Hospital with a Very Long Name Indeed"
    season = replace(season, programs=tuple(replace(one, name=long) for one in season.programs))
    async with on_screen(season, tmp_path, size=(80, 24), at=RANK) as screen:
        await screen.press("t")
        first, second = (next(line for line in screen.lines if f" {place}  A " in line) for place in (1, 2))
        assert first.rstrip().endswith("first") and second.rstrip().endswith("highly")
        await screen.press("j", "k")
        assert "told it is first, Fri 20" in screen.text


async def test_an_empty_list_has_no_sheet(tmp_path: Path) -> None:
    async with on_screen(ranked(), tmp_path, at=RANK) as screen:
        await screen.press("t")
        assert "nothing to certify yet" in screen.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_deadline_stands_on_the_sheet_in_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(ranked(*ALL), tmp_path, size=size, at=RANK) as screen:
        await screen.press("t")
        assert "Certify by Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here, in 100 days" in screen.text
        assert all(len(line) == size[0] for line in screen.lines)
