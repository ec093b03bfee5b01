"""A damaged season with neither backups nor steps: what it begins with is offered, and every sentence leads on."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.checkup import look_over
from store.disk import Disk
from store.errors import Damaged, FileTrouble
from store.repairing import keep_beginning
from store.season_file import SeasonFile
from store.whole_beginning import whole_beginning
from tests.command_shell import Keyboard, Shell
from tests.examples import NOW
from tests.test_damaged_files import GOOD, SEASON, altered
from tui.command_line.rescue import rescued

BEGUN = {
    "two copies glued": GOOD + GOOD,
    "an old tail": GOOD + GOOD[-40:],
    "an old tail cut inside a character": GOOD + "é".encode()[1:] + b"xyz",
    "zeros behind it": GOOD + bytes(4096),
    "a tail behind one edited by hand": altered(moods={"1": {"x": 1}}) + b"}}}",
}
NOT_BEGUN = {
    "cut": GOOD[: len(GOOD) // 2],
    "zeros": bytes(4096),
    "another program's JSON twice": b'{"a": 1}{"a": 1}',
    "zero bytes": b"",
    "broken in its first part": GOOD.replace(b"Thank you", b"Thank \xff", 1) + GOOD,
}


@pytest.mark.parametrize("data", BEGUN.values(), ids=BEGUN.keys())
def test_the_season_it_begins_with_is_offered_and_put_in_its_place(shell: Shell, data: bytes) -> None:
    shell.path.write_bytes(data)
    said = shell("doctor")
    assert said.code == 1 and "the whole season that it begins with" in said.out and "--repair" in said.err
    assert shell.path.read_bytes() == data
    assert shell("doctor", "--repair").code == 0
    assert shell.season == SEASON
    assert [each.read_bytes() for each in shell.path.parent.glob("*damaged*")] == [data]
    assert shell("add", "Alder Ridge").code == 0


@pytest.mark.parametrize("data", NOT_BEGUN.values(), ids=NOT_BEGUN.keys())
def test_where_there_is_nothing_a_copy_from_elsewhere_is_named_and_works(shell: Shell, data: bytes) -> None:
    shell.path.write_bytes(data)
    assert whole_beginning(shell.path, Disk()) is None
    for command in ("doctor", "backups"):
        said = shell(command)
        assert "prematch restore FILE" in said.err, command
        assert "prematch backup`" not in said.err
    with pytest.raises(FileTrouble, match="does not begin with a whole season"):
        keep_beginning(shell.path, now=NOW)
    copy = shell.path.with_name("from-a-stick.json")
    copy.write_bytes(GOOD)
    assert shell("restore", str(copy), "--yes").code == 0
    assert shell.season == SEASON


def test_the_steps_are_offered_where_they_saw_more(shell: Shell) -> None:
    assert shell("add", "One").code == 0
    early = shell.path.read_bytes()
    for name in ("Two", "Three"):
        assert shell("add", name).code == 0
    for each in shell.path.with_name("season.json.backups").glob("*"):
        each.unlink()
    late = shell.path.read_bytes()
    shell.path.write_bytes(early + b"}")
    seen = look_over(shell.path)
    assert seen.beginning is None and seen.put_together is not None
    shell.path.write_bytes(late + b"}")
    seen = look_over(shell.path)
    assert seen.beginning is not None and seen.put_together is None
    assert shell("doctor", "--repair").code == 0
    assert len(shell.season.programs) == 3
    assert shell("undo").code == 0


def test_opening_the_screen_offers_it_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.path.write_bytes(GOOD + GOOD)
    with pytest.raises(Damaged) as damage:
        SeasonFile.open(shell.path)
    monkeypatch.setattr("sys.stdin", Keyboard("n\n"))
    with pytest.raises(FileTrouble, match="Nothing was changed"):
        rescued(shell.path, damage.value, lambda profile: NOW)
    assert shell.path.read_bytes() == GOOD + GOOD
    monkeypatch.setattr("sys.stdin", Keyboard("y\n"))
    assert "The damaged file is kept" in rescued(shell.path, damage.value, lambda profile: NOW)
    assert shell.season == SEASON


def test_a_sentence_about_damage_does_not_break_off(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    path.write_bytes(GOOD[: GOOD.index(b"Thank you") + 4])
    with pytest.raises(Damaged, match=r"\(unterminated string\)"):
        SeasonFile.open(path)
