"""A season from a spreadsheet to Match Day in plain lines alone: clash, another date, prep, news, SOAP, the outcome."""

from __future__ import annotations

import re
from pathlib import Path

from store.words import InterviewState, Kind, LetterState, Outcome, Status
from tests.speaking_shell import Speaker, speaker

__all__ = ["speaker"]

SHEET = """Program,City,State,NRMP code,Applied,Status,Coordinator,Coordinator email,Program director,Notes
Foxglove Mill Children's,Portland,OR,1234320C0,yes,,"Ferrow, Tom",t.ferrow@foxglove.example,Dr. Ines Marlow,Calm clinic
Thimble Rock,Denver,CO,2234320C0,yes,,,,Dr. Paul Arden,
Sedgewater University,Boston,MA,3234320C0,yes,rejected,,,,
"""


def test_a_season_from_a_spreadsheet_to_match_day(speaker: Speaker, tmp_path: Path) -> None:
    from_a_sheet(speaker, tmp_path)
    two_on_one_day(speaker)
    another_date(speaker)
    the_day_itself(speaker)
    news(speaker)
    ranked_and_matched(speaker)
    assert not re.search(r"\x1b|[│─┌▼◇]|^! |##|\{[a-z]+\.[a-z-]+\}", speaker.heard, flags=re.MULTILINE)
    assert "Traceback" not in speaker.heard and "full screen" not in speaker.heard


def from_a_sheet(speaker: Speaker, folder: Path) -> None:
    speaker("profile", "name=Lena Korvath", "credentials=MD", "aamc_id=10099001", "citizenship=citizen")
    speaker("profile", "ecfmg=certified 2026-08-01")
    speaker("profile", "school=Baltmere Academy", "school_country=Poland", "graduation=June 2025")
    sheet = folder / "mine.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert "3 added" in speaker("import", str(sheet), "--dry-run").out
    assert speaker("import", str(sheet)).code == 0
    assert [one.status for one in speaker.season.programs] == [Status.APPLIED, Status.APPLIED, Status.REJECTED]
    assert {one.titled for one in speaker.season.contacts} == {"Tom Ferrow", "Dr. Ines Marlow", "Dr. Paul Arden"}


def two_on_one_day(speaker: Speaker) -> None:
    speaker.now = "2026-10-20T09:00+02:00"
    assert speaker.form("invitation", "fox", "yesterday 4:10pm", "nov 17 8am; nov 19 8am").code == 0
    said = speaker.form("message", "fox", "accept", "ferrow", "Tuesday 17 November 2026 at 08:00 PST",
        "Thursday 19 November 2026 at 08:00 PST", "m", "q")  # fmt: skip
    assert "1: Dear Tom Ferrow," in said.out and "Marked as sent." in said.out, said.out
    assert speaker.form("interview", "fox", "1", "", "virtual", "marlow; ferrow", "https://meet.example/fox").code == 0
    said = speaker.form("interview", "thimble", "17 nov 8:30", "", "", "arden", "")
    assert "Please note: It overlaps with Foxglove Mill" in said.err
    assert "clash: " in speaker("agenda", "30d").out


def another_date(speaker: Speaker) -> None:
    speaker.now = "2026-11-02T10:00+01:00"
    other = "Thursday 19 November 2026 or Friday 20 November 2026 at 08:00 MST (16:00 CET for me)"
    said = speaker.form("message", "thimble", "reschedule", "arden", "?", other, "m", "y", "q")
    assert "Marked as sent." in said.out, said.out
    said = speaker.form("interview", "thimble", "19 nov 8:00", "y", "", "", "", "")
    assert said.code == 0 and "Moved: Thimble Rock, Thu 19 Nov 2026 08:00 MST = 16:00 CET here" in said.err
    assert "clash: " not in speaker("agenda", "30d").out
    assert {one.state for one in speaker.season.interviews} == {InterviewState.BOOKED}


def the_day_itself(speaker: Speaker) -> None:
    speaker.now = "2026-11-16T16:00+01:00"
    said = speaker("prep", "foxglove")
    assert "When: Tue 17 Nov 2026 08:00 PST = 17:00 CET" in said.out and "Whom I meet: Dr. Ines Marlow" in said.out
    speaker.now = "2026-11-17T22:00+01:00"
    said = speaker("review", answers=("k", "o", "q"))
    assert """`prematch debrief "Foxglove Mill Children's"` asks for it line by line.""" in said.out, said.out
    speaker("debrief", "foxglove", answers=("?", "She rides to work along the river", "He found me a quiet room", "5"))
    assert "debrief: Dr. Ines Marlow: She rides to work along the river" in speaker("show", "foxglove").out
    said = speaker("thanks", "foxglove")
    assert "2 thank-you drafts kept" in said.err
    for draft in [one for one in speaker.season.letters if one.kind is Kind.THANK_YOU]:
        said = speaker("form", "message", draft.id, answers=("how calm the ward was at night",) * 4 + ("m", "y", "q"))
        assert "Marked as sent." in said.out, said.out
    assert not [one for one in speaker.season.letters if one.kind is Kind.THANK_YOU and one.state is LetterState.DRAFT]
    speaker.now = "2026-11-19T23:00+01:00"
    speaker("debrief", "thimble", "--gut", "3", "--liked", "The clinic")
    said = speaker("review", "all", answers=("?", "w", "s fri", "u", "d", "n", "k", "q"))
    assert "Put off until" in said.out and "Taken back: " in said.out and "2 follow-ups cleared here" in said.out


def news(speaker: Speaker) -> None:
    speaker.now = "2026-12-18T10:00+01:00"
    said = speaker("news", "I passed Step 3.", "--on", "2026-12-17")
    assert "I passed Step 3. `prematch undo`" in said.err
    said = speaker.form("message", "fox", "update", "marlow", "is in ERAS already", "newborn clinic in Lodz",
        "the river clinic", "m", "y", "q")  # fmt: skip
    assert "I passed Step 3" in said.out and "Marked as sent." in said.out, said.out


def ranked_and_matched(speaker: Speaker) -> None:
    speaker.now = "2027-02-10T10:00+01:00"
    assert speaker.form("rank", "a thimble", "a foxglove", "m foxglove 1", "k", "q").code == 0
    speaker.now = "2027-03-02T10:00+01:00"
    assert speaker.form("rank", "lock", "certified today", "q").code == 0
    speaker.now = "2027-03-15T16:00+01:00"
    said = speaker("soap")
    assert said.out.startswith("SOAP: write to no program") and "first: a on its program" in said.out
    assert speaker("review", answers=("q",)).out.startswith("SOAP: ")
    speaker.now = "2027-03-19T18:00+01:00"
    assert "`prematch outcome` records it" in speaker("review", answers=("o", "k") * 4).out
    assert speaker("outcome", "matched", "foxglove").code == 0
    assert speaker.season.profile.outcome is Outcome.MATCHED
    written = ("the talk by the river", "in Lodz, on a newborn ward", "the continuity clinic")
    said = speaker.form("message", "fox", "after-match", "marlow", *written, "m", "y", "q")
    assert "Marked as sent." in said.out, said.out
