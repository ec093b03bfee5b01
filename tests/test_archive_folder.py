"""A season written as a folder that needs no program: whole or not at all, every name safe, nothing of it lost."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import FileTrouble, RuleBroken
from store.exchange.archive_folder import WHAT_IS_WHERE, archive_files, archive_size
from store.exchange.folder_writing import write_folder
from store.file_names import names_apart
from store.record_json import season_to_tables
from store.records import Answer, Debrief, Hook, LeftOut, RankList, RankSnapshot, Score
from store.season import Season
from store.season_file import SeasonFile
from tests.broken_disk import BrokenDisk
from tests.command_shell import Shell
from tests.examples import NOW, a_busy_season, a_contact, a_program, a_season, an_interview
from tests.on_screen import OnScreen, on_screen
from tests.sample_season import sample_season
from tui.screens.season import ProfileScreen
from tui.widgets.subject_field import SubjectField

ODD_NAMES = (
    *("Oak", "OAK", "oak.", "oak ", "../../etc/passwd", "..", ".", ".hidden", "CON", "nul.txt", "a/b\\c:d", "Oak 2"),
    *(
        "x" * 300,
        "x" * 299 + "y",
        "",
        " ",
        "\u202e",
        "\ud800",
        "Ｏａｋ",
        "Straße",
        "STRASSE",
        "two\nlines",
        "-rf ~",
        "安",
    ),
)


def in_folder(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def season_files(season: Season) -> dict[str, bytes]:
    return dict(archive_files(season, season_to_tables(season), now=NOW))


def gathered_season() -> Season:
    debrief = Debrief(NOW, (Hook("c-wexley", "her night clinic"),), "the # clinic", "the call", 4)
    season = a_season(a_program(), a_contact(), replace(an_interview(contact_ids=("c-wexley",)), debrief=debrief))
    answer = Answer("a-1", "q-unknown", "p-bright", "two a year", NOW, "c-wexley")
    return replace(season, answers=(answer,), scores=(Score("s-1", "p-bright", "k-unknown", 4, NOW),))


def test_names_of_any_programs_are_safe_and_apart_even_where_case_counts_for_nothing() -> None:
    names = names_apart(ODD_NAMES, ending=".md", empty="program")
    assert len({name.casefold() for name in names}) == len(ODD_NAMES)
    assert names[:3] == ["Oak.md", "OAK 2.md", "oak 3.md"]
    assert names_apart(["", "...", "CON"], ending=".md", empty="program") == ["program.md", "program 2.md", "_CON.md"]


@given(st.lists(st.text(max_size=130), max_size=6))
def test_any_words_make_names_that_stay_in_their_folder(texts: list[str]) -> None:
    for name in names_apart(texts, ending=".md", empty="program"):
        stem = name.removesuffix(".md")
        assert stem and stem[0] not in ". " and stem[-1] not in ". "
        assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
        assert len(name.encode()) <= 140


def test_every_file_is_written_as_it_was_given_for_the_owner_alone(tmp_path: Path) -> None:
    names = [name for name in ODD_NAMES if name != "\ud800"]  # which no season holds
    season, folder = a_season(*(a_program(f"p-{n}", name) for n, name in enumerate(names))), tmp_path / "all"
    files = season_files(season)
    assert write_folder(folder, files.items()) == len(files) == archive_size(season)
    assert in_folder(folder) == files
    assert len([name for name in files if name.startswith("programs/")]) == len(names)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "programs")] == [0o700, 0o700]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()} == {0o600}
    assert sorted(names_in(tmp_path)) == ["all"]


def test_what_is_in_a_folder_is_never_written_over(tmp_path: Path) -> None:
    folder, note = tmp_path / "all", tmp_path / "all" / "mine.txt"
    folder.mkdir()
    note.write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for place in ("all", "file", "link"):
        with pytest.raises(RuleBroken, match="othing was written"):
            write_folder(tmp_path / place, [("a.md", b"a")])
    assert note.read_text(encoding="utf-8") == "mine"
    assert sorted(names_in(tmp_path)) == ["all", "file", "link"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    write_folder(tmp_path / "all", [("a.md", b"a"), ("in/b.md", b"b")])
    assert in_folder(tmp_path / "all") == {"a.md": b"a", "in/b.md": b"b"}


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_no_half_folder_stands(tmp_path: Path, for_ever: bool) -> None:
    files = {"a.md": b"a", "in/b.md": b"b", "in/c.md": b"c"}
    turn, failed = 0, True
    while failed:
        turn += 1
        folder, disk = tmp_path / str(turn) / "all", BrokenDisk(turn, for_ever=for_ever)
        folder.parent.mkdir()
        try:
            write_folder(folder, files.items(), disk=disk)
        except FileTrouble as trouble:
            assert str(trouble).endswith(".")
        assert not folder.exists() or in_folder(folder) == files
        if not for_ever:
            assert names_in(folder.parent) <= {"all"}, disk.failed
        failed = bool(disk.failed)
    assert turn > 15


def test_a_folder_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def broken_off(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "all", [("a.md", b"a")], written=broken_off)
    assert names_in(tmp_path) == set()


def test_the_pages_tell_debriefs_answers_scores_and_whom_a_message_went_to() -> None:
    page = season_files(gathered_season())["programs/Brightwater.md"].decode()
    for words in (
        "her night clinic",
        r"What drew me: the \# clinic",
        "What gave pause: the call",
        "4 of 5",
        "two a year",
    ):
        assert words in page


def test_the_season_page_tells_what_was_left_out_and_which_orders_were_kept() -> None:
    first, second = a_program(), a_program("p-second", "Quill Harbor")
    rank_list = RankList(
        order=(first.id,),
        left_out=(second.id,),
        why_left_out=(LeftOut(second.id, "no *NICU* of its own", NOW),),
        snapshots=(RankSnapshot(NOW, "first thoughts", (second.id, first.id)),),
    )
    page = season_files(replace(a_season(first, second), rank_list=rank_list))["season.md"].decode()
    assert r"- left out: Quill Harbor, no \*NICU\* of its own" in page
    assert "first thoughts:" in page and "1. Quill Harbor\n2. Brightwater" in page


@pytest.mark.parametrize("make", [a_busy_season, sample_season, gathered_season, Season])
def test_the_index_names_every_file_and_says_when(make: Callable[[], Season]) -> None:
    season = make()
    files = season_files(season)
    index = files["index.md"].decode()
    told = {name for names, _ in WHAT_IS_WHERE for name in names.split(", ")}
    assert {name.split("/")[0] for name in files} - {"programs"} == told - {"programs"} | {"index.md"}
    assert all(f"(<{name}>)" in index for name in files if name.startswith("programs/"))
    assert "Written Tue 24 Nov 2026 14:05 CET." in index


@pytest.mark.parametrize("make", [a_busy_season, sample_season, Season])
def test_the_json_in_it_is_the_identical_season(make: Callable[[], Season], tmp_path: Path) -> None:
    season = make()
    write_folder(tmp_path / "all", season_files(season).items())
    with SeasonFile.open(tmp_path / "all" / "season.json", read_only=True) as file:
        assert file.season == season


def test_the_command_writes_the_folder_once(demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = demo("archive")
    folder = tmp_path / "prematch-2026-11-24"
    assert (said.code, said.out) == (0, "")
    assert str(folder) in said.err
    before = in_folder(folder)
    again = demo("archive")
    assert (again.code, in_folder(folder)) == (2, before)
    assert "--out" in again.err
    other = demo("archive", "--out", str(tmp_path / "other"), "--json")
    assert other.json == {"format": 1, "path": str(tmp_path / "other"), "files": len(before)}
    assert in_folder(tmp_path / "other").keys() == before.keys()


def test_a_folder_of_the_persons_own_is_refused_with_a_name_that_would_do(demo: Shell, tmp_path: Path) -> None:
    refused = demo("archive", "--out", str(tmp_path))
    assert refused.code == 2
    assert str(tmp_path / "prematch-2026-11-24") in refused.err


def test_the_exported_json_opens_as_the_identical_season(demo: Shell, tmp_path: Path) -> None:
    exported = tmp_path / "new.json"
    assert demo("export", "json", "--out", str(exported)).code == 0
    with SeasonFile.open(exported) as file:
        assert file.season == demo.season


async def until(screen: OnScreen, words: str) -> None:
    for _ in range(500):
        await screen.rest()
        if words in screen.text:
            return
    raise AssertionError(screen.text)


async def test_f3_asks_for_a_new_folder_and_writes_the_season_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "prematch-2026-11-24").mkdir()
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as screen:
        await screen.press("f3")
        await until(screen, "2026-11-24-2,")
        await screen.press("enter")
        await until(screen, "begin with index.md")
        written, wanted = in_folder(tmp_path / "prematch-2026-11-24-2"), season_files(screen.season)
        assert {name for name in wanted if written[name] != wanted[name]} == {"season.json"}  # which names its step
        assert written.keys() == wanted.keys()


async def test_the_data_page_leads_there_and_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    async with on_screen(a_busy_season(), tmp_path, size=(120, 36)) as screen:
        await screen.press("6")
        page = screen.app.screen
        assert isinstance(page, ProfileScreen)
        page.open_section("Data", "archive")
        await screen.press("enter")
        await until(screen, "Into which new folder")
        screen.app.screen.query_one(SubjectField).value = str(tmp_path)
        await screen.press("enter")
        assert "Choose another name" in " ".join(screen.text.split())
        await screen.press("escape")
        assert not any("prematch-" in name for name in names_in(tmp_path))
