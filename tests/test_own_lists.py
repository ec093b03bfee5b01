"""Lists people keep themselves: their headings, ticks and dates are understood, and nothing of them is lost."""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import FileTrouble, SeasonError
from store.exchange.cell_words import without_tick
from store.exchange.csv_reading import Grid
from store.exchange.sheet_days import DAY_FIRST, MONTH_FIRST, moment_in, order_in
from store.exchange.spreadsheet import ImportPreview, lines_as_sheet, preview, read_spreadsheet, sheet_of, take_in
from store.exchange.workbook_reading import as_words
from store.follow_ups.thank_yous import thank_yous_to_send
from store.moments import moment_at
from store.season import Season
from store.words import Format, Kind, LetterState, Role, Status

NOW = moment_at(datetime(2026, 11, 24, 14, 5), "Europe/Warsaw")  # noqa: DTZ001 the zone stands beside it

HEADINGS = (
    *("Program Name", "ACGME ID", "NRMP Program Code", "Location", "Applied?", "Interview Invite", "Interview Date"),
    *("Interview Time (EST)", "Interview Format", "Interviewers", "Thank-You Sent?", "LOI sent", "PD Name", "PD Email"),
    *("Coordinator", "Coordinator Email", "Signal", "Have contacts?", "Score"),
)
A_FULL_SHEET = f"""My season 2026,,,,,,,,,,,,,,,,,,
,,,,,,,,,,,,,,,,,,
{",".join(HEADINGS)}
Tamsin Bay,3201100001,1234320C0,"Tamsin, OR",9/23/26,10/14/26,11/19/2026,9:00 AM - 1:00 PM,Zoom,\
"Dr. Ada Fennimore; Bo Lark, MD",11/20/2026,,Dr. Cy Wren,wren@bay.example,Dee Marsh,marsh@bay.example,Gold,yes,87
Alder Ridge,3201100002,1234320C1,"Marrow, MN",x,10/16/26,12/3/2026,8:00 AM,In person,,,,,,,office@alder.example,,no,
Brightwater,3201100003,1234320C2,"Fenwick, OH",x,,,,,,,yes,,,,,Silver,,
Total,,,,3,2,,,,,,,,,,,,,
"""


def a_file(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def previewed(folder: Path, content: str, season: Season | None = None) -> ImportPreview:
    return preview(season or Season(), read_spreadsheet(a_file(folder, content)), now=NOW)


def taken(folder: Path, content: str, season: Season | None = None) -> Season:
    return take_in(season or Season(), previewed(folder, content, season), now=NOW)


def test_a_full_sheet_of_the_usual_headings_is_understood(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    bay, alder, bright = season.programs
    assert [(one.name, one.city, one.state) for one in season.programs] == [
        ("Tamsin Bay", "Tamsin", "OR"),
        ("Alder Ridge", "Marrow", "MN"),
        ("Brightwater", "Fenwick", "OH"),
    ]
    assert (bay.acgme_code, bay.nrmp_code) == ("3201100001", "1234320C0")
    assert [(step.status, step.at.day.isoformat()) for step in bay.statuses] == [
        (Status.APPLIED, "2026-09-23"),
        (Status.INVITED, "2026-10-14"),
        (Status.INTERVIEWED, "2026-11-24"),
    ]
    assert (alder.status, bright.status) == (Status.BOOKED, Status.APPLIED)
    assert (bay.signaled, alder.signaled, bright.signaled) == (True, False, True)


def test_interviews_are_on_the_clock_that_the_heading_names(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    assert [(f"{one.starts.local:%d %b %H:%M}", one.starts.zone, one.format) for one in season.interviews] == [
        ("19 Nov 09:00", "America/New_York", Format.VIRTUAL),
        ("03 Dec 08:00", "America/New_York", Format.IN_PERSON),
    ]


def test_people_of_a_sheet_come_with_role_and_form_of_address(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    assert [(one.title, one.name, one.role, one.email) for one in season.contacts] == [
        ("Dr.", "Cy Wren", Role.DIRECTOR, "wren@bay.example"),
        ("", "Dee Marsh", Role.COORDINATOR, "marsh@bay.example"),
        ("Dr.", "Ada Fennimore", Role.INTERVIEWER, ""),
        ("", "Bo Lark, MD", Role.INTERVIEWER, ""),
        ("", "Program Coordinator", Role.COORDINATOR, "office@alder.example"),
    ]
    met = season.interviews[0].contact_ids
    assert [season.contacts_by_id[one].name for one in met] == ["Ada Fennimore", "Bo Lark, MD"]


def test_thanks_that_have_gone_out_are_not_asked_for_again(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    (letter,) = season.letters
    assert (letter.kind, letter.state, letter.interview_id) == (
        Kind.THANK_YOU,
        LetterState.SENT,
        season.interviews[0].id,
    )
    assert list(thank_yous_to_send(season, NOW)) == []
    without = taken(tmp_path, A_FULL_SHEET.replace("11/20/2026", ""))
    assert len(list(thank_yous_to_send(without, NOW))) == 2


def test_what_has_no_place_is_kept_in_the_notes_with_its_heading(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    notes = {season.programs_by_id[note.program_id].name: note.text for note in season.notes}
    assert notes["Tamsin Bay"] == "From list.csv:\nSignal: Gold\nHave contacts?: yes; Score: 87"
    assert notes["Brightwater"] == "From list.csv:\nSignal: Silver\nLOI sent: yes"


def test_the_same_sheet_again_adds_nothing(tmp_path: Path) -> None:
    season = taken(tmp_path, A_FULL_SHEET)
    again = previewed(tmp_path, A_FULL_SHEET, season)
    assert (again.added, again.updated, len(again.unchanged)) == ((), (), 3)
    assert take_in(season, again, now=NOW) is season


def test_titles_totals_and_repeated_rows_are_left_out_and_said(tmp_path: Path) -> None:
    content = "My list\n\nProgram,City,Score\nAlder,Marrow,1\nAlder,Marrow,1\nProgram,City,Score\n,,12\nAverage,,1.5\n"
    sheet = read_spreadsheet(a_file(tmp_path, content))
    found = preview(Season(), sheet, now=NOW)
    assert [row for row, _ in sheet.above] == [1]
    assert [(one.row, one.reason) for one in found.left_out] == [
        (5, "the same as row 4"),
        (6, "the column names once more"),
        (7, "figures without a program"),
        (8, "a row of totals"),
    ]
    assert (len(found.added), found.rejected) == (1, ())


def test_a_program_called_like_a_total_stays_a_program(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,City\nSum Valley Children's,Marrow\n")
    assert [one.name for one in found.added] == ["Sum Valley Children's"]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (("1/9", "12/15"), MONTH_FIRST),  # a number above 12 in the second place
        (("9.1.", "15.12."), DAY_FIRST),
        (("10/5", "11/6"), MONTH_FIRST),  # the other order would mean May and June
        (("1/9", "12/3"), ""),  # both orders lie in the season
        (("13/1", "1/13"), ""),  # they disagree
        (("2026-12-03", "3 Dec"), ""),
        (("2026-10-05T08:00 America/Chicago",), ""),  # month and day of an ISO date are no numbered date
        ((), ""),
    ],
)
def test_the_whole_column_tells_whether_the_day_or_the_month_comes_first(cells: tuple[str, ...], order: str) -> None:
    assert order_in(cells) == order


@pytest.mark.parametrize(
    ("words", "order", "expected"),
    [
        ("12/3/2026 9:00 AM", MONTH_FIRST, "2026-12-03 09:00 America/Chicago"),
        ("12/3/2026 9:00 AM", DAY_FIRST, "2026-03-12 09:00 America/Chicago"),
        ("3.12.26 9:00", DAY_FIRST, "2026-12-03 09:00 America/Chicago"),
        ("1/9 8am", MONTH_FIRST, "2027-01-09 08:00 America/Chicago"),  # the next January, not the last
        ("10/21 8am", MONTH_FIRST, "2026-10-21 08:00 America/Chicago"),  # the last October, not the next
        ("Dec 3 9am CST", "", "2026-12-03 09:00 America/Chicago"),
        ("Jan 9 8 AM - 1 PM PT", "", "2027-01-09 08:00 America/Los_Angeles"),
        ("Dec 3, 8:00-12:30 ET", "", "2026-12-03 08:00 America/New_York"),
        ("Thursday, December 3, 2026 at 9:00 AM", "", "2026-12-03 09:00 America/Chicago"),
        ("2026-12-03 8:00-12:30", "", "2026-12-03 08:00 America/Chicago"),  # an end, not a distance from UTC
        ("12/3/2026 1:30:00 PM", MONTH_FIRST, "2026-12-03 13:30 America/Chicago"),  # seconds, and PM is no zone
        ("December 3, 2026 8:00 AM → 12:00 PM", "", "2026-12-03 08:00 America/Chicago"),  # as Notion writes a span
        ("October 14, 2026 9:00 AM (EDT)", "", "2026-10-14 09:00 America/New_York"),
        ("2026/12/03 9:00", "", "2026-12-03 09:00 America/Chicago"),
        ("3-Dec-26 9:00", "", "2026-12-03 09:00 America/Chicago"),  # as Excel shows a day
        ("Thu 12/3 @ 8am (virtual)", MONTH_FIRST, "2026-12-03 08:00 America/Chicago"),
        ("Dec 3, 2026 (8:00 AM EST)", "", "2026-12-03 08:00 America/New_York"),  # the only hour there is
        ("12/3 8:00 AM (Eastern)", MONTH_FIRST, "2026-12-03 08:00 America/New_York"),
        ("12/3 8:00 AM (Eastern Standard Time)", MONTH_FIRST, "2026-12-03 08:00 America/New_York"),
        ("12/3/26 (Thu) 8am", MONTH_FIRST, "2026-12-03 08:00 America/Chicago"),
        ("12/3 8am (Central campus)", MONTH_FIRST, "2026-12-03 08:00 America/Chicago"),
        ("12/3 8am (their time)", MONTH_FIRST, "2026-12-03 08:00 America/Chicago"),
        ("12/3 8am (my time)", MONTH_FIRST, "2026-12-03 08:00 Europe/Warsaw"),
        ("12/3 8am (some other time)", MONTH_FIRST, None),  # a clock nobody knows
        ("12/3 8am CST (9am EST)", MONTH_FIRST, "2026-12-03 08:00 America/Chicago"),  # the same hour told twice
        ("Wed 12/3/2026 9am", MONTH_FIRST, None),  # that day is a Thursday
        ("Wednesday, December 3, 2026 9am", "", None),
        ("12/3 8:00am CST / 9:00am EST", MONTH_FIRST, None),  # two clocks
        ("2/29 9am", MONTH_FIRST, None),  # no such day in the years around
        ("12/12 9am", "", "2026-12-12 09:00 America/Chicago"),  # the same either way
        ("12/3 9am", "", None),
        ("friday 9am", MONTH_FIRST, None),
        ("3 or 4 Dec", "", None),
        ("31/31 9am", MONTH_FIRST, None),
        ("tbd", MONTH_FIRST, None),
        ("Total 2026-13-40", "", None),  # no such day
    ],
)
def test_a_moment_is_read_as_sheets_write_it_or_not_at_all(words: str, order: str, expected: str | None) -> None:
    found = moment_in(words, order=order, zone="America/Chicago", now=NOW)
    assert (found and f"{found.moment.local:%Y-%m-%d %H:%M} {found.moment.zone}") == expected


@pytest.mark.parametrize(("letters", "zone"), [("CST", "America/Chicago"), ("MST", "America/Denver")])
def test_letters_that_several_parts_of_the_world_share_mean_the_american_zone(letters: str, zone: str) -> None:
    found = moment_in(f"12/3/2026 8am {letters}", order=MONTH_FIRST, zone="America/New_York", now=NOW)
    assert found is not None and (found.moment.zone, found.zone_given) == (zone, True)


@pytest.mark.parametrize("words", ["Sent 11/14/26", "✓ 11/14/26", "Yes (11/14/26)", "done: 11/14/26"])
def test_a_day_behind_a_tick_is_that_day(words: str) -> None:
    assert without_tick(words) == "11/14/26"


@pytest.mark.parametrize("words", ["11/14/26", "1 Nov", "No 11/14", "sent", "Nov 14"])
def test_a_day_without_a_tick_stays_as_it_is(words: str) -> None:
    assert without_tick(words) == words


def test_a_stage_with_a_picture_before_it_is_understood(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Name,Stage\nAlder,🎉 Interview\n")
    assert [one.status for one in found.added] == [Status.INVITED]


def test_a_leap_day_without_a_year_is_the_one_of_the_season() -> None:
    january = NOW.after(days=412)
    found = moment_in("2/29 9am", order=MONTH_FIRST, zone="America/Chicago", now=january)
    assert found is not None and found.moment.day == date(2028, 2, 29)


def test_a_date_that_may_be_read_two_ways_is_kept_as_words(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,Interview date\nAlder,12/3/2026 9:00\n")
    assert found.interviews == ()
    assert [(one.row, one.heading, one.words) for one in found.kept] == [(2, "Interview date", "12/3/2026 9:00")]
    assert found.notes[0].text == "From list.csv:\nInterview date: 12/3/2026 9:00"


def test_a_day_ahead_told_as_done_is_kept_as_words_and_said_to_lie_ahead(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,Applied,Thank you sent\nAlder,12/24/2026,12/26/2026\nBay,soon,\n")
    assert [one.status for one in found.added] == [Status.PLANNED, Status.PLANNED]
    assert [(one.heading, one.words, one.ahead) for one in found.kept] == [
        ("Applied", "12/24/2026", True),
        ("Thank you sent", "12/26/2026", True),
        ("Applied", "soon", False),
    ]


@pytest.mark.parametrize("words", ["hopeful", "??", "maybe later"])
def test_a_status_nobody_knows_is_kept_and_the_program_taken(tmp_path: Path, words: str) -> None:
    found = previewed(tmp_path, f"Program,Status\nAlder,{words}\n")
    assert [one.status for one in found.added] == [Status.PLANNED]
    assert [(one.heading, one.words) for one in found.kept] == [("Status", words)]


@pytest.mark.parametrize(("words", "zone"), [("CST", "America/Chicago"), ("Eastern", "America/New_York")])
def test_letters_of_a_zone_count_where_the_city_keeps_it(tmp_path: Path, words: str, zone: str) -> None:
    season = taken(tmp_path, f"Program,City,State,Zone\nAlder,Marrow,MN,{words}\n")
    assert (season.programs[0].zone, season.programs[0].zone_assumed) == (zone, False)


@pytest.mark.parametrize("words", ["CST", "Mars/Phobos", "../../etc/passwd"])
def test_a_zone_that_is_none_is_kept_as_words(tmp_path: Path, words: str) -> None:
    found = previewed(tmp_path, f"Program,City,State,Zone\nTamsin Bay,Tamsin,OR,{words}\n")
    assert found.added[0].zone == "America/Los_Angeles"
    assert [(one.heading, one.words) for one in found.kept] == [("Zone", words)]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("yes", Status.INVITED),
        ("✓", Status.INVITED),
        ("TRUE", Status.INVITED),
        ("no", Status.PLANNED),
        ("☐", Status.PLANNED),
        ("-", Status.PLANNED),
        ("Waitlisted", Status.WAITLISTED),
        ("Oct 14", Status.INVITED),
        ("Dec 20", Status.PLANNED),  # nobody was invited on a day to come
    ],
)
def test_a_tick_or_a_day_under_invited_says_so(tmp_path: Path, cell: str, status: Status) -> None:
    season = taken(tmp_path, f"Program,Interview Invite\nAlder,{cell}\n")
    assert season.programs[0].status is status


def test_the_furthest_of_several_columns_is_the_present_status(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Status,Applied,Invited,Rejected\nAlder,applied,x,10/14/2026,\nB,applied,x,,x\n")
    assert [one.status for one in season.programs] == [Status.INVITED, Status.REJECTED]


def test_numbers_given_once_are_a_rank_and_given_again_and_again_tiers(tmp_path: Path) -> None:
    ranks = taken(tmp_path, "Program,Rank\nA,1\nB,2\nC,3\n")
    assert [one.tier for one in ranks.programs] == ["", "", ""]
    assert [note.text for note in ranks.notes] == [f"From list.csv:\nRank: {place}" for place in (1, 2, 3)]
    tiers = taken(tmp_path, "Program,Rank\nA,1\nB,2\nC,1\n")
    assert [one.tier for one in tiers.programs] == ["A", "B", "A"]


def test_a_cell_of_two_lines_and_a_row_cut_short_are_no_trouble(tmp_path: Path) -> None:
    content = "Program,City,Interviewers,Notes\n"
    content += '"Alder\nRidge",Marrow,"Ada Fennimore\nBo Lark","near the sea\nfree lunch"\nB\n'
    season = taken(tmp_path, content)
    assert [one.name for one in season.programs] == ["Alder Ridge", "B"]
    assert [one.name for one in season.contacts] == ["Ada Fennimore", "Bo Lark"]
    assert season.notes[0].text == "From list.csv:\nnear the sea\nfree lunch"


def test_a_second_column_of_the_same_heading_goes_into_the_note(tmp_path: Path) -> None:
    season = taken(tmp_path, "Program,Email,Email\nAlder,a@alder.example,b@alder.example\n")
    assert season.contacts[0].email == "a@alder.example"
    assert season.notes[0].text == "From list.csv:\nEmail: b@alder.example"


def names_and_places(text: str) -> list[tuple[str, str, str]]:
    found = preview(Season(), lines_as_sheet(text), now=NOW)
    return [(one.name, one.city, one.state) for one in found.added]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alder Ridge\nTamsin Bay\n", [("Alder Ridge", "", ""), ("Tamsin Bay", "", "")]),
        ("Alder Ridge, Marrow, MN\n", [("Alder Ridge", "Marrow", "MN")]),
        ("- Alder Ridge - Marrow, Minnesota", [("Alder Ridge", "Marrow", "MN")]),
        ("1. Alder Ridge (Marrow, MN)\n2) Tamsin Bay", [("Alder Ridge", "Marrow", "MN"), ("Tamsin Bay", "", "")]),
        ("Alder Ridge, Inc., Marrow, MN", [("Alder Ridge, Inc.", "Marrow", "MN")]),
        ("Alder Ridge, MN", [("Alder Ridge", "", "MN")]),
        ("Program\tCity\tState\nAlder Ridge\tMarrow\tMN", [("Alder Ridge", "Marrow", "MN")]),
        ("Program,Town\nAlder Ridge,Marrow", [("Alder Ridge", "Marrow", "")]),
        ("Alder Ridge\tMarrow\tMN", [("Alder Ridge", "Marrow", "MN")]),
        ("St. “Ada”, the Lesser", [("St. “Ada”, the Lesser", "", "")]),
        (",", []),  # a sign alone names nobody
        ('Children"s, Marrow, MN', [('Children"s', "Marrow", "MN")]),
    ],
)
def test_pasted_lines_are_programs_with_their_places(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names_and_places(text) == expected


def test_nothing_pasted_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="one program a line"):
        lines_as_sheet(" \n \n")


def a_workbook(folder: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Read me"
    first.append(["Colours mean nothing here"])
    rows = book.create_sheet("List")
    rows.append(["Program", "City", "State", "Applied", "Interview date", "Beds"])
    rows.append(["Tamsin Bay", "Tamsin", "OR", True, datetime(2026, 12, 3, 9, 0), 210.0])  # noqa: DTZ001 as Excel has it
    rows.append(["Alder Ridge", "Marrow", "MN", False, date(2026, 12, 9), None])
    path = folder / "list.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_where_its_library_is_there(tmp_path: Path) -> None:
    sheet = read_spreadsheet(a_workbook(tmp_path))
    found = preview(Season(), sheet, now=NOW)
    assert [(one.name, one.status) for one in found.added] == [
        ("Tamsin Bay", Status.BOOKED),
        ("Alder Ridge", Status.INVITED),
    ]
    assert f"{found.interviews[0].starts.local:%d %b %H:%M}" == "03 Dec 09:00"
    assert found.notes[0].text == "From list.xlsx:\nBeds: 210"


def test_without_the_library_one_sentence_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_workbook(tmp_path)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FileTrouble, match=r"Save it as CSV.*pip install openpyxl"):
        read_spreadsheet(path)


@pytest.mark.parametrize("length", [4, 30, 400, 2000])
def test_a_workbook_cut_short_is_a_sentence(tmp_path: Path, length: int) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes(a_workbook(tmp_path).read_bytes()[:length])
    with pytest.raises(FileTrouble, match="damaged"):
        read_spreadsheet(path)


@pytest.mark.parametrize(
    ("cell", "words"),
    [(None, ""), (True, "yes"), (3.0, "3"), (3.5, "3.5"), (time(9, 30), "09:30"), (" Alder ", "Alder")],
)
def test_the_cells_of_a_workbook_read_as_a_person_would_type_them(cell: object, words: str) -> None:
    assert as_words(cell) == words


def test_two_rows_of_one_program_are_put_together(tmp_path: Path) -> None:
    content = (
        "Program,City,Status,Coordinator,Email,NRMP code,Beds\n"
        "Alder Ridge,Marrow,invited,Dee Marsh,,,210\n"
        "Tamsin Bay,Tamsin,,,,,\n"
        "ALDER RIDGE,Marrow,applied,Dee Marsh,marsh@alder.example,1234320C0,90\n"
    )
    found = previewed(tmp_path, content)
    assert [(one.row, one.reason) for one in found.joined] == [
        (4, "put together with row 2, which names the same program")
    ]
    season = take_in(Season(), found, now=NOW)
    alder = season.programs[0]
    assert (alder.name, alder.nrmp_code, alder.status) == ("Alder Ridge", "1234320C0", Status.INVITED)
    assert [(one.name, one.email) for one in season.contacts] == [("Dee Marsh", "marsh@alder.example")]
    assert [one.text.splitlines()[-1] for one in season.notes] == ["Beds: 210", "Beds: 90"]
    again = previewed(tmp_path, content, season)
    assert (again.added, again.updated, len(again.unchanged)) == ((), (), 2)


def test_a_repeat_that_says_otherwise_is_refused_with_what_differs(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,ACGME ID,Tier\nAlder,3201100001,A\nAlder,3201100001,C\n")
    assert [(one.row, one.reason) for one in found.rejected] == [
        (3, "it repeats the program of row 2 with another tier: “C”")
    ]


PIECES = st.sampled_from(
    (
        *(
            "",
            "-",
            "yes",
            "x",
            "✓",
            "no",
            "12/3/2026 9:00 AM",
            "13/13/13",
            "0/0",
            "99/99/9999",
            "3-Dec-26",
            "2026-13-40",
        ),
        *("Feb 30", "31 Apr 9am", "8am-12pm EST", "CST", "Eastern", "Dr.", "Dr. , MD", "a@b.example", "<a@b.example>"),
        *("Alder", "Tamsin, OR", ", ,", "Total", "APP", "waitlist", "Tier 9", "gold", "25:61", "(EST", "@", "→", "1"),
    )
)
CELLS = PIECES | st.text(max_size=12) | st.builds("{} {}".format, PIECES, PIECES)


@given(st.lists(st.lists(CELLS, min_size=0, max_size=len(HEADINGS)), min_size=1, max_size=6))
@settings(max_examples=150)
def test_whatever_stands_in_the_cells_is_taken_in_or_refused_in_words(rows: list[list[str]]) -> None:
    numbered = tuple((number, tuple(cells)) for number, cells in enumerate([list(HEADINGS), *rows], 1))
    try:
        sheet = sheet_of("list.csv", Grid(numbered, "utf-8", ","))
    except SeasonError:
        return
    found = preview(Season(), sheet, now=NOW)
    season = take_in(Season(), found, now=NOW, leave_out_rejected=True)
    again = preview(season, sheet, now=NOW)
    assert again.added == () and len(again.rejected) <= len(found.rejected)


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_whatever_is_pasted_is_read_or_refused_in_words(text: str) -> None:
    try:
        preview(Season(), lines_as_sheet(text), now=NOW)
    except SeasonError as refused:
        assert "\n" not in str(refused)


@pytest.mark.parametrize("words", ["N/A", "-", "tbd", "none"])
def test_words_in_place_of_a_code_do_not_make_two_programs_one(tmp_path: Path, words: str) -> None:
    season = taken(tmp_path, f"Program,ACGME ID\nAlder,{words}\nTamsin,{words}\n")
    assert [(one.name, one.acgme_code) for one in season.programs] == [("Alder", ""), ("Tamsin", "")]


def test_one_code_under_two_names_is_refused(tmp_path: Path) -> None:
    found = previewed(tmp_path, "Program,ACGME ID\nAlder,3201100001\nTamsin,3201100001\n")
    assert [(one.row, one.reason) for one in found.rejected] == [(3, "its code is that of row 2, Alder")]
