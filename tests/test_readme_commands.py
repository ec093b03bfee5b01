"""Every command that the README shows does what it says, in the order it stands there, on the demo season."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from store.words import LetterState
from tests.command_shell import GOOD_THANKS, Shell
from tests.test_incoming_calendar import CALENDAR, PARTS, with_part

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
PLAIN = README.split("## Without the full screen")[1].split("Shells complete")[0]
SHOWN = re.findall(r"^prematch ([a-z].*)$", PLAIN, flags=re.MULTILINE)
ENDS_WHEN_IT_IS_ENDED = ("serve --open",)
"""Run in tests/test_serving.py, which ends it."""
FINDS = ("thanks", "check", "ledger", "rank check", "rank sheet", "draft")
"""May end with 1 or 2: they found something, and what they were asked for is there all the same."""


@pytest.fixture
def folder(demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person would stand: with a spreadsheet, a letter, a mail and another copy of the season."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "programs.csv").write_text("Program,City,State\nZephyr Hollow,Marlow,OH\n", encoding="utf-8")
    (tmp_path / "letter.txt").write_text(GOOD_THANKS, encoding="utf-8")
    invited = with_part(PARTS[0], CALENDAR.replace("Interview day", "Interview day, Lantern Bluff University"))
    mail = invited.replace(b"ines.wexley@brightwater.example", of_theirs(demo))
    (tmp_path / "invitation.eml").write_bytes(mail)
    (tmp_path / "stick.json").write_bytes(demo.path.read_bytes())
    return tmp_path


def test_every_command_that_is_shown_runs(demo: Shell, folder: Path) -> None:
    assert len(SHOWN) > 60
    for line in SHOWN:
        if line.startswith(ENDS_WHEN_IT_IS_ENDED):
            continue
        letter = a_letter(demo, line) if "LETTER-ID" in line else ""
        line = line.replace("LETTER-ID", letter).replace("/media/stick/season.json", str(folder / "stick.json"))
        argv = shlex.split(line, comments=True)
        said = demo(*argv)
        assert said.code == 0 or (said.code in (1, 2) and line.startswith(FINDS)), (line, said)
        assert said.out or said.err, line


def a_letter(demo: Shell, line: str) -> str:
    """The id of a message that the command can be asked for: an earlier text is there, or it may be sent."""
    earlier = "revisions" in line
    letters = demo.season.letters
    return next(one.id for one in letters if (one.revisions if earlier else one.state is LetterState.READY))


def of_theirs(demo: Shell) -> bytes:
    """An address at the program from which the mail comes."""
    named = next(one.id for one in demo.season.programs if one.name.startswith("Lantern Bluff"))
    return next(one.email for one in demo.season.contacts if one.program_id == named and one.email).encode()
