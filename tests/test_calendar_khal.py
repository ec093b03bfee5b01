"""khal reads the season's calendar, and importing it again updates what it has instead of doubling it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from store.exchange.calendar_entries import calendar_entries
from store.exchange.calendar_file import write_calendar
from store.rules.interviews import cancel_interview, move_interview
from store.season import Season
from store.words import Status
from tests.examples import CENTRAL, NOW, a_program, a_season, an_interview, at

CONFIG = """[calendars]
[[season]]
path = {folder}/events
[locale]
local_timezone = Europe/Warsaw
default_timezone = Europe/Warsaw
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def khal(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "khal", "-c", str(folder / "config"), *words]
    return subprocess.run(
        command, env={**os.environ, "HOME": str(folder)}, check=True, capture_output=True, text=True
    ).stdout


def imported(folder: Path, season: Season) -> list[str]:
    write_calendar(folder / "season.ics", calendar_entries(season, now=NOW))
    khal(folder, "import", "--batch", str(folder / "season.ics"))
    listed = khal(folder, "list", "2026-12-01", "7d", "--format", "{start} {title} {status}")
    return [line.strip() for line in listed.splitlines() if "Interview" in line]


def test_khal_shows_the_moment_at_home_and_an_import_again_updates(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "config").write_text(CONFIG.format(folder=tmp_path))
    starts = at("2026-12-03 08:00", CENTRAL)
    season = a_season(a_program(status=Status.BOOKED), an_interview(starts=starts))
    assert imported(tmp_path, season) == ["2026-12-03 15:00 Interview: Brightwater CONFIRMED"]
    season = move_interview(season, "i-bright", at("2026-12-04 09:00", CENTRAL), now=NOW)
    assert imported(tmp_path, season) == ["2026-12-04 16:00 Interview: Brightwater CONFIRMED"]
    season = cancel_interview(season, "i-bright", now=NOW)
    assert imported(tmp_path, season) == ["2026-12-04 16:00 Cancelled: Interview: Brightwater CANCELLED"]
