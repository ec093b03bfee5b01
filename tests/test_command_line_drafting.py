"""A message begun from the command line leaves the app only as it may leave the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.records import Accepted
from templates.own_templates import ENDING
from tests.command_shell import Shell

BLANK = ("draft", "rookery", "--kind", "thank-you", "--to", "bellweather")
TRADE = "If you rank me first, I will rank you first."


def trading(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[str, ...]:
    """A command that begins a message with a stop that can be accepted, from a form of one's own."""
    folder.mkdir()
    monkeypatch.setattr("templates.own_templates.templates_folder", lambda: folder)
    source = "Subject: Interview invitation: {{ name }}\n\n{{ greeting }}\n\nThank you for inviting me to interview at "
    (folder / f"decline.trade{ENDING}").write_text(f"{source}{{{{ program }}}}. {TRADE}\n\n{{{{ signature }}}}\n")
    return ("draft", "rookery", "--kind", "decline", "--variant", "trade")


@pytest.mark.parametrize("more", [(), ("--accept-stops",)])
def test_a_draft_with_a_blank_never_leaves_and_is_kept(demo: Shell, tmp_path: Path, more: tuple[str, ...]) -> None:
    target = tmp_path / "thanks.eml"
    said = demo(*BLANK, "--eml", str(target), *more)
    letter = demo.season.letters[-1]
    assert (said.code, said.out, target.exists()) == (2, "", False)
    assert f"prematch outbox {letter.id} --eml" in said.err and "C01" in said.err
    assert not letter.revisions and not letter.accepted
    assert "[" in letter.body


def test_a_draft_with_a_blank_is_not_copied(demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path)
    said = demo(*BLANK, "--copy")
    assert said.code == 2 and "Not handed out" in said.err
    assert not (tmp_path / "last-copy.txt").exists()


def test_a_stop_that_can_be_accepted_leaves_only_when_said_so(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv, target = trading(monkeypatch, tmp_path / "forms"), tmp_path / "trade.eml"
    said = demo(*argv, "--eml", str(target))
    assert said.code == 2 and "C05" in said.err and not target.exists()
    assert demo(*argv, "--eml", str(target), "--accept-stops").code != 2
    assert target.exists()
    letter = demo.season.letters[-1]
    assert all(isinstance(one, Accepted) and one.check == "C05" for one in letter.accepted) and letter.accepted


def test_a_draft_that_is_only_printed_is_printed_with_what_is_found(demo: Shell) -> None:
    said = demo(*BLANK)
    assert said.code == 2 and "Dear Dr. Bellweather" in said.out and "C01" in said.err
