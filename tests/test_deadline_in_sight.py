"""Once ranking is open, the moment to certify by stands on the top line of every view, in two clocks if they fit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.key_dates import ranking_is_open
from store.moments import Moment
from store.season_file import SeasonFile
from store.words import Promise
from tests.examples import at
from tests.on_screen import SIZES, OnScreen, begun
from tests.ranked_seasons import ALL, ranked
from tui.app import SeasonApp
from tui.bar import deadlines
from tui.rank_words import foot_words
from tui.settings import Settings
from tui.state import state_of

OPEN = "2027-02-14 19:20"
SHOWN = {
    80: "by 4 Mar",
    120: "certify Wed 3 Mar 21:00 EST = 4 Mar 03:00 here",
    200: "certify by Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here",
}


@pytest.mark.parametrize(
    ("wall", "open_"),
    [
        ("2027-02-01 17:59", False),
        ("2027-02-01 18:00", True),
        ("2027-03-04 03:00", True),
        ("2027-03-04 03:01", False),
    ],
)
def test_ranking_is_open_from_its_first_moment_to_the_deadline(wall: str, open_: bool) -> None:
    season = ranked(*ALL)
    assert ranking_is_open(season, at(wall)) is open_
    assert bool(deadlines(state_of(season, at(wall)))) is open_


@pytest.mark.parametrize("size", SIZES)
async def test_it_stands_on_every_view(tmp_path: Path, size: tuple[int, int]) -> None:
    path, now = tmp_path / "season.json", at(OPEN)
    with SeasonFile.open(path) as file:
        file.save(ranked(*ALL))
    file = SeasonFile.open(path, lock_later=True)

    def clock(profile: object) -> Moment:
        return now

    app = SeasonApp(file, clock, Settings())
    try:
        async with app.run_test(size=size) as pilot:
            await begun(app, pilot)
            screen = OnScreen(app, pilot, path)
            for view in "123456":
                await screen.press(view)
                assert SHOWN[size[0]] in screen.lines[0]
            for beside in "cwt":
                await screen.press("5", beside)
                assert "Certify by Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here, in 18 days" in screen.text
                await screen.press("escape")
    finally:
        app.saver.stop()
        file.close()


def test_a_deadline_corrected_by_hand_counts() -> None:
    from store.key_dates import key_date

    season = ranked(*ALL)
    later = replace(key_date(season, "rank-deadline"), at=at("2027-03-05 18:00", "America/New_York"))
    moved = replace(season, key_dates=(later,))
    assert "Fri 5 Mar 2027 18:00 EST" in deadlines(state_of(moved, at("2027-03-05 12:00")))[0]


def test_once_lists_are_closed_nothing_is_to_be_settled_about_them() -> None:
    unkept = ranked(*ALL, told=((ALL[2], Promise.FIRST),))
    assert "You told Fenwick" in foot_words(state_of(unkept, at("2027-03-04 03:00")), 120, 5).plain
    after = foot_words(state_of(unkept, at("2027-03-04 03:01")), 78, 5).plain
    assert after == "Lists are closed: what NRMP shows as certified counts, whatever stands here."
