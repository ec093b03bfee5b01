"""Messages begun together and the earlier texts of one, from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.rules.letters import keep_revision
from store.season import Season
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import a_letter, at, held_season
from tests.test_drafts_for_each import ALL_MET, day


def holding(season: Season, folder: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands on that season."""
    shell = Shell(folder, capsys)
    with SeasonFile.open(shell.path) as file:
        file.save(season)
    return shell


def revised() -> Season:
    """A draft that said something else an hour ago."""
    season = held_season(a_letter(body="Thank you for the van."))
    season = keep_revision(season, "l-letter", name="by hand", now=at("2026-11-24 13:00"))
    return replace(season, letters=(replace(season.letters[0], body="Thank you for the bus."),))


def test_everyone_met_gets_a_draft_and_one_undo_takes_them_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = holding(day(), tmp_path, capsys)
    said = shell("thanks", "brightwater")
    assert (said.code, [one.contact_ids[0] for one in shell.season.letters]) == (0, list(ALL_MET))
    assert all(one.id in said.out for one in shell.season.letters)
    assert "4 thank-you drafts kept, one for each person" in said.err
    again = shell("thanks", "brightwater")
    assert (again.code, len(shell.season.letters)) == (0, 4)
    assert "has a draft already" in again.err
    shell("undo")
    assert shell.season.letters == ()


def test_the_drafts_as_data_name_their_readers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = holding(day(), tmp_path, capsys)("thanks", "brightwater", "--json").json
    assert [one["to"] for one in found["letters"]] == [[each] for each in ALL_MET]


def test_where_nobody_is_owed_thanks_nothing_is_begun(demo: Shell) -> None:
    before = demo.season
    said = demo("thanks", "pellam")
    assert said.code == 1 and "Nobody met" in said.err
    assert demo.season.letters == before.letters


def test_earlier_texts_are_listed_with_how_much_has_changed_since(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = holding(revised(), tmp_path, capsys)
    said = shell("revisions", "l-letter")
    assert said.out == "1  Tue 24 Nov 2026 13:00 CET, by hand: 5 words; since then 1 went, 1 came\n"
    found = shell("revisions", "l-letter", "--json").json
    assert [one["name"] for one in found["revisions"]] == ["by hand"]


def test_an_earlier_text_shows_what_went_and_what_came(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = holding(revised(), tmp_path, capsys)
    said = shell("revisions", "l-letter", "1")
    assert "Thank you for the [-van.-] {+bus.+}" in said.out
    found = shell("revisions", "l-letter", "1", "--json").json
    assert found["body"] == "Thank you for the van."
    assert [one["fate"] for one in found["since"]] == ["stayed", "went", "came"]


@pytest.mark.parametrize("number", ["2", "-1"])
def test_an_earlier_text_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    shell = holding(revised(), tmp_path, capsys)
    said = shell("revisions", "l-letter", "--", number)
    assert said.code == 2 and "1 earlier text" in said.err


def test_a_message_without_earlier_texts_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = holding(held_season(a_letter()), tmp_path, capsys)("revisions", "l-letter")
    assert (said.code, said.out) == (0, "") and "No earlier text" in said.err


@pytest.mark.parametrize(("way", "name"), [("--copy", "handed over: copied"), ("--eml", "handed over: mail file")])
def test_a_draft_that_leaves_at_once_keeps_its_text_as_handed_over(
    way: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = holding(day(), tmp_path, capsys)
    how = [way, str(tmp_path / "thanks.eml")] if way == "--eml" else [way]
    said = shell("draft", "brightwater", "--kind", "decline", "--accept-stops", *how)
    (letter,) = shell.season.letters
    (kept,) = letter.revisions
    assert (kept.name, kept.body) == (name, letter.body), said.err
