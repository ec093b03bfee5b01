"""A whole season from an empty folder to a certified list, without the full screen, in plain lines alone."""

from __future__ import annotations

import re

from store.words import LetterState, Promise, Status
from tests.speaking_shell import Speaker, speaker

__all__ = ["speaker"]


def test_a_season_from_an_empty_folder_to_a_certified_list(speaker: Speaker) -> None:
    assert not speaker.path.exists()
    about_me(speaker)
    programs(speaker)
    invited_and_booked(speaker)
    interviewed_and_thanked(speaker)
    ranked_and_certified(speaker)
    assert not re.search(r"\x1b|[│─┌▼◇]", speaker.heard)
    assert "Traceback" not in speaker.heard


def about_me(speaker: Speaker) -> None:
    speaker.form("profile", "Lena Korvath", "MD", "10099001", "lena@korvath.example", "", "Baltmere Academy", "Poland",
        "2025-06", "citizen", "certified 2026-08-01", "6", "4", "Europe/Warsaw", "newborn care", "", "")  # fmt: skip
    assert speaker.season.profile.name == "Lena Korvath" and speaker.season.profile.peds_months == 4


def programs(speaker: Speaker) -> None:
    speaker.now = "2026-09-25T10:00+02:00"
    for name, city, state, tier in (
        ("Foxglove Mill", "Portland", "OR", "A"),
        ("Thimble Rock", "Denver", "CO", "B"),
        ("Sedgewater", "Boston", "MA", "C"),
    ):
        assert speaker.form("program", name, city, state, "", "applied", tier, "", "", "").code == 0
    for name, role, title, mail in (
        ("Ines Marlow", "pd", "Dr.", "i.marlow@foxglove.example"),
        ("Tom Ferrow", "coordinator", "Mr.", "t.ferrow@foxglove.example"),
    ):
        assert speaker.form("person", "foxglove", name, role, title, mail).code == 0
    assert [one.status for one in speaker.season.programs] == [Status.APPLIED] * 3
    assert speaker.season.programs[0].zone == "America/Los_Angeles"


def invited_and_booked(speaker: Speaker) -> None:
    speaker.now = "2026-10-20T09:00+02:00"
    said = speaker.form("invitation", "fox", "yesterday 16:10", "17 nov 8:00; 19 nov 8:00")
    assert "Understood: Mon 19 Oct 2026 16:10 CEST" in said.out
    said = speaker.form("message", "fox", "accept", "ferrow", "Tuesday 17 November 2026 at 08:00 PST",
        "Thursday 19 November 2026 at 08:00 PST", "m", "q")  # fmt: skip
    assert "Checks: " in said.out and "Marked as sent." in said.out, said.out
    said = speaker.form("interview", "fox", "1", "", "virtual", "marlow; ferrow", "https://meet.example/fox")
    assert "17:00" in said.err  # the program's clock is told first, then the one at home
    assert speaker.season.programs[0].status is Status.BOOKED
    speaker.form("invitation", "thimble", "", "")
    assert speaker.form("interview", "thimble", "2 dec 9:00", "", "virtual", "", "").code == 0
    (sent,) = speaker.season.letters
    assert sent.state is LetterState.SENT


def interviewed_and_thanked(speaker: Speaker) -> None:
    speaker.now = "2026-11-18T09:00+01:00"
    said = speaker("agenda", "all")
    assert "debrief" in said.out and "Foxglove Mill" in said.out
    speaker("debrief", "foxglove", answers=("She rides to work along the river", "He found me a quiet room", "5"))
    said = speaker.form("message", "fox", "thank-you", "marlow", "", "", "", "", "", "", "q")
    (draft,) = (one for one in speaker.season.letters if one.state is LetterState.DRAFT)
    assert "stop" in said.out.casefold() or "Checks: nothing" in said.out
    speaker("form", "message", draft.id, answers=("how calm the night ward was when you rode in along the river",) * 6
        + ("q",))  # fmt: skip
    said = speaker.form("sent", "1", "")
    assert said.code == 0, said.out
    speaker.now = "2026-12-03T10:00+01:00"
    speaker("debrief", "thimble", "--gut", "3", "--liked", "The clinic")
    said = speaker("review", "today", answers=("w", "d", "q"))
    assert "to go through" in said.out


def ranked_and_certified(speaker: Speaker) -> None:
    speaker.now = "2027-02-10T10:00+01:00"
    said = speaker.form("rank", "a thimble", "a foxglove", "m foxglove 1", "u", "m foxglove 1", "k", "q")
    assert said.out.rstrip().endswith("changes kept.")
    names = [speaker.season.programs_by_id[one].name for one in speaker.season.rank_list.order]
    assert names == ["Foxglove Mill", "Thimble Rock"]
    said = speaker.form("message", "fox", "first-rank", "marlow", "the river clinic", "", "", "", "", "q")
    assert "Checks" in said.out
    speaker.now = "2027-03-02T10:00+01:00"
    said = speaker("agenda", "week")
    assert "certif" in said.out and re.search(r"Wed 3 Mar.* 21:00 EST.*Thu 4 Mar.* 03:00 CET", said.out), said.out
    speaker.form("rank", "lock", "certified today", "q")
    assert speaker.season.rank_list.locked and str(speaker.season.rank_list.certified) == "2027-03-02"
    assert all(one.promise is Promise.NONE for one in speaker.season.letters if one.state is LetterState.SENT)
