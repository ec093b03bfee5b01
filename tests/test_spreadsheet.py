"""Spreadsheets of programs: whatever a person's file looks like, it is read whole or refused in one sentence."""

from __future__ import annotations

import codecs
import shlex
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from store.errors import FileTrouble, RuleBroken, SeasonError, Unclear
from store.exchange.csv_reading import ROWS_LIMIT
from store.exchange.spreadsheet import ImportPreview, preview, read_spreadsheet, take_in
from store.moments import moment_at
from store.records import Note
from store.season import Season
from store.words import Role, Status

NOW = moment_at(datetime(2026, 9, 20, 18, 0), "Europe/Warsaw")  # noqa: DTZ001 the zone stands beside it

PLAIN = """Program,City,State,Time zone
Brightwater Children's,Fenwick,OH,America/New_York
Alder Ridge Pediatrics,Marrow,MN,America/Chicago
Tamsin Bay,Tamsin,OR,America/Los_Angeles
"""


def a_file(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def previewed(
    folder: Path, content: str | bytes, season: Season | None = None, columns: dict[str, str] | None = None
) -> ImportPreview:
    sheet = read_spreadsheet(a_file(folder, content), columns=columns)
    return preview(season or Season(), sheet, now=NOW)


def taken(folder: Path, content: str | bytes, season: Season | None = None) -> Season:
    return take_in(season or Season(), previewed(folder, content, season), now=NOW)


def names(found: ImportPreview) -> list[str]:
    return [program.name for program in found.added]


THREE = ["Brightwater Children's", "Alder Ridge Pediatrics", "Tamsin Bay"]


@pytest.mark.parametrize(
    ("content", "encoding", "delimiter"),
    [
        (PLAIN.encode(), "utf-8", ","),
        (codecs.BOM_UTF8 + PLAIN.encode(), "utf-8", ","),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16-le", ","),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16-be", ","),
        (PLAIN.encode("utf-16-le"), "utf-16-le", ","),  # the mark at the start is missing
        (PLAIN.replace(",", ";").encode(), "utf-8", ";"),
        (PLAIN.replace(",", "\t").encode(), "utf-8", "\t"),
        (PLAIN.replace(",", "|").encode(), "utf-8", "|"),
        (PLAIN.replace("\n", "\r\n").encode(), "utf-8", ","),
        (PLAIN.replace("\n", "\r").encode(), "utf-8", ","),  # line ends of old Macs
        (b"sep=;\n" + PLAIN.replace(",", ";").encode(), "utf-8", ";"),
        (
            PLAIN.replace("City", '"City, or town"').replace(",", ";").replace("City; or", "City, or").encode(),
            "utf-8",
            ";",
        ),
        (PLAIN.replace("\n", "\n\n , , , \n").encode(), "utf-8", ","),  # blank rows between
    ],
)
def test_every_common_encoding_and_separator_is_read(
    tmp_path: Path, content: bytes, encoding: str, delimiter: str
) -> None:
    sheet = read_spreadsheet(a_file(tmp_path, content))
    found = preview(Season(), sheet, now=NOW)
    assert (sheet.encoding, sheet.delimiter) == (encoding, delimiter)
    assert (names(found), found.rejected) == (THREE, ())


def test_western_text_keeps_its_accents(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,City\nSt. Aurélie Enfants,Fenwick\n".encode("cp1252"))
    assert names(found) == ["St. Aurélie Enfants"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"Program,City\n", "nothing below it"),
        (b"PK\x03\x04rest of an archive", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
        (b"Program,City\nBright\x00water,Fenwick\n", "line 2"),
        (b"Program,City\nBrightwater,\x81\x8d\n", "line 2"),  # neither UTF-8 nor Western
        (b'Program,City\nTamsin Bay,Tamsin\n"Brightwater,Fenwick\nAlder,Marrow\n', "Row 3"),
        (b'Program,City\n"Bright"water,Fenwick\n', "Row 2"),
        (b"Program,City\nTamsin,Bay\n" + b"x" * 131_073 + b",Fenwick\n", "131,072"),
        (b"Program,City\n" + b"Brightwater,Fenwick\n" * 100_000, f"{ROWS_LIMIT:,} rows"),
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(FileTrouble) as refusal:
        read_spreadsheet(a_file(tmp_path, content))
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="no file"):
        read_spreadsheet(tmp_path / "gone.csv")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="folder"):
        read_spreadsheet(tmp_path)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Tamsin Bay,Tamsin,OR,America/Chicago,APP,more,and more", "7 cells"),
        (",Tamsin,OR,America/Chicago,APP", "no program"),
        (f"{'T' * 301},Tamsin,OR,,APP", "301"),
        ("Brightwater,Fenwick,OH,America/Chicago,APP,Z", "6 cells"),
    ],
)
def test_a_row_that_cannot_be_right_is_named_and_nothing_is_taken(tmp_path: Path, row: str, reason: str) -> None:
    content = f"Program,City,State,Zone,Status\nBrightwater,Fenwick,OH,,\n{row}\n"
    found = previewed(tmp_path, content)
    assert [each.row for each in found.rejected] == [3]
    assert reason in found.rejected[0].reason
    season = Season()
    with pytest.raises(RuleBroken, match="row 3"):
        take_in(season, found, now=NOW)
    assert len(take_in(season, found, now=NOW, leave_out_rejected=True).programs) == 1


def test_a_dash_for_a_status_says_nothing(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,Status\nBrightwater,-\n")
    assert [program.status for program in found.added] == [Status.PLANNED]


def test_one_bad_row_among_sixty_keeps_all_out(tmp_path: Path) -> None:
    rows = [f"Program {number},Fenwick,OH,America/New_York" for number in range(60)]
    rows[55] = "Program 55,Fenwick,OH,America/New_York,and more"
    found = previewed(tmp_path, "\n".join(["Program,City,State,TZ", *rows]))
    assert [each.row for each in found.rejected] == [57]
    with pytest.raises(RuleBroken):
        take_in(Season(), found, now=NOW)


def test_of_two_addresses_in_a_cell_the_first_is_taken_and_both_are_kept(tmp_path: Path) -> None:
    season = taken(tmp_path, 'Program,Email\nTamsin Bay,"a@bay.example, b@bay.example"\n')
    assert [each.email for each in season.contacts] == ["a@bay.example"]
    assert season.notes[0].text.endswith("Email: a@bay.example, b@bay.example")


@pytest.mark.parametrize("content", ["Brightwater,Fenwick,OH\nTamsin Bay,Tamsin,OR\n", "Brightwater\nTamsin Bay\n"])
def test_a_file_without_header_is_asked_about(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unclear) as question:
        previewed(tmp_path, content)
    assert "--map 1=name" in question.value.choices


def test_a_heading_of_several_words_is_offered_as_a_shell_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("City,Where I go,$(date)\nMarrow,Alder Ridge,1\n")
    with pytest.raises(Unclear) as question:
        read_spreadsheet(path)
    assert question.value.choices == ("--map 'Where I go=name'", "--map '$(date)=name'")
    assert [shlex.split(choice)[1] for choice in question.value.choices] == ["Where I go=name", "$(date)=name"]


def test_a_file_without_header_is_read_by_column_numbers(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Brightwater,Fenwick,OH\nTamsin Bay,Tamsin,OR\n", columns={"1": "name", "2": "city"})
    assert names(found) == ["Brightwater", "Tamsin Bay"]
    assert [note.text for note in found.notes] == ["From list.csv:\nColumn 3: OH", "From list.csv:\nColumn 3: OR"]


def test_a_heading_given_by_hand_wins_over_the_guess(tmp_path: Path) -> None:
    content = "Name,Klinik\nSunday list,Brightwater\n"
    found = previewed(tmp_path, content, columns={"Klinik": "name", "Name": "note"})
    assert names(found) == ["Brightwater"]
    assert "Name: Sunday list" in found.notes[0].text


@pytest.mark.parametrize(
    ("header", "columns", "words"),
    [
        ("Program,City,program", {}, "both called"),
        ("City,State", {}, "programs' names"),
        ("Program,City", {"Town": "city"}, "no column"),
        ("Program,City", {"City": "planet"}, "not something"),
        ("Program,City,Town", {"City": "city", "Town": "city"}, "only one"),
        ("Program,City", {"7": "city"}, "no column"),
    ],
)
def test_columns_with_no_single_meaning_are_asked_about(
    tmp_path: Path, header: str, columns: dict[str, str], words: str
) -> None:
    with pytest.raises(Unclear, match=words):
        read_spreadsheet(a_file(tmp_path, f"{header}\na,b,c\n"), columns=columns)


def test_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    content = (
        "Program,City,State,Status,Tags,Coordinator,Email,Colour,Interview date\n"
        "Tamsin Bay,Tamsin,OR,APP,coast;small,Ada Fennimore,ada@bay.example,green,12 Dec\n"
    )
    season = taken(tmp_path, content)
    again = previewed(tmp_path, content, season)
    assert (again.added, again.updated, len(again.unchanged)) == ((), (), 1)
    assert take_in(season, again, now=NOW) is season


def test_a_known_row_changes_only_what_it_gives(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,City,State,Tier,Tags\nTamsin Bay,Tamsin,OR,A,coast\n")
    later = taken(tmp_path, "Program,Tier,NRMP code,Tags,Status\nTAMSIN BAY,,1234567P0,small,applied\n", season)
    (program,) = later.programs
    assert (program.name, program.city, program.tier, program.nrmp_code) == ("Tamsin Bay", "Tamsin", "A", "1234567P0")
    assert program.tags == ("coast", "small")
    assert [change.status for change in program.statuses] == [Status.PLANNED, Status.APPLIED]


def test_an_older_file_does_not_take_a_program_back(tmp_path: Path) -> None:
    content = "Program,Status\nTamsin Bay,APP\n"
    season = taken(tmp_path, content)
    moved = replace(season.programs[0].statuses[0], status=Status.INVITED)
    program = replace(season.programs[0], statuses=(*season.programs[0].statuses, moved))
    assert previewed(tmp_path, content, replace(season, programs=(program,))).unchanged == (program,)


def test_same_name_in_two_cities_makes_two_programs(tmp_path: Path) -> None:
    content = "Program,City,State\nMercy Children's,Fenwick,OH\nMercy Children's,Marrow,MN\n"
    season = taken(tmp_path, content)
    assert [program.name for program in season.programs] == ["Mercy Children's", "Mercy Children's, Marrow"]
    assert len(previewed(tmp_path, content, season).unchanged) == 2
    assert "fits 2 programs" in previewed(tmp_path, "Program\nMercy Children's\n", season).rejected[0].reason


def test_a_code_finds_the_program_even_when_its_name_changed(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Program ID\nOld Mercy,3201100001\n")
    again = previewed(tmp_path, "Program,Program ID\nNew Mercy,3201100001\n", season)
    assert (again.added, len(again.unchanged)) == ((), 1)


def test_columns_without_a_place_are_kept_in_a_note(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Beds,Call,Notes\nTamsin Bay,210,q4,near the sea\n")
    assert season.notes == (
        Note(season.notes[0].id, season.programs[0].id, NOW, "From list.csv:\nnear the sea\nBeds: 210; Call: q4"),
    )


def test_the_person_named_becomes_a_coordinator(tmp_path: Path) -> None:
    season = taken(
        tmp_path, "Program,Contact name,E-mail\nTamsin Bay,Ada Fennimore,ada@bay.example\nAlder,,x@a.example\n"
    )
    assert [(each.name, each.email, each.role) for each in season.contacts] == [
        ("Ada Fennimore", "ada@bay.example", Role.COORDINATOR),
        ("Program Coordinator", "x@a.example", Role.COORDINATOR),
    ]
    changed = taken(tmp_path, "Program,Contact,Email\nTamsin Bay,Ada Fennimore,office@bay.example\n", season)
    assert [each.email for each in changed.contacts] == ["office@bay.example", "x@a.example"]


def test_a_zone_comes_from_the_city_when_the_file_names_none(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,City,State,TZ\nA,Pensacola,FL,\nB,Miami,FL,america/new_york\n")
    assert [program.zone for program in season.programs] == ["America/Chicago", "America/New_York"]
    assert not season.programs[1].zone_assumed


def test_a_state_may_be_written_out(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,City,State\nA,Fenwick,Ohio\nB,Marrow,mn\nC,Elsewhere,Atlantis\n")
    assert [program.state for program in season.programs] == ["OH", "MN", "Atlantis"]


def test_new_programs_are_planned_unless_the_file_says_more(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Status\nA,\nB,Waitlisted\nC,int\n")
    assert [program.status for program in season.programs] == [Status.PLANNED, Status.WAITLISTED, Status.INTERVIEWED]


def test_an_interview_counts_only_when_its_moment_is_certain(tmp_path: Path) -> None:
    content = (
        "Program,Time zone,Interview date\n"
        "Tamsin Bay,America/Los_Angeles,2026-12-03T08:00-08:00\n"
        "Alder,America/Chicago,3 or 4 Dec\n"
        "Brightwater,America/New_York,2026-12-03\n"
    )
    season = taken(tmp_path, content)
    assert [each.starts.at.isoformat() for each in season.interviews] == ["2026-12-03T16:00:00+00:00"]
    assert [program.status for program in season.programs] == [Status.BOOKED, Status.PLANNED, Status.INVITED]
    assert [note.text.splitlines()[1] for note in season.notes] == [
        "Interview date: 3 or 4 Dec",
        "Interview date: 2026-12-03",
    ]
    assert previewed(tmp_path, content, season).updated == ()


def test_a_guarded_formula_loses_its_guard_and_nothing_else(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Notes\n'=Tamsin Bay,'-5 beds\n'Twas Bay,\n")
    assert [program.name for program in season.programs] == ["=Tamsin Bay", "'Twas Bay"]
    assert season.notes[0].text.endswith("\n-5 beds")


def test_control_codes_never_reach_the_season(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,City\n\x1b]52;c;aGk=\x07Tamsin [/] Bay\u202e,Tam\tsin\n")
    assert season.programs[0].name == "]52;c;aGk=Tamsin [/] Bay"
    assert season.programs[0].city == "Tam sin"


def test_every_refusal_is_a_sentence_to_show(tmp_path: Path) -> None:
    for content in (b"\xff\xfe\x00", b'"', b",,,\n", b"\x00" * 50, b"Program\n\x81", b"a" * 200_000):
        with pytest.raises(SeasonError):
            previewed(tmp_path, content)
