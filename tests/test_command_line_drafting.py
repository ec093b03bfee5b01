"""A message begun from the command line leaves the app only as it may leave the editor."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from store.records import Accepted
from templates.own_templates import ENDING
from tests.command_shell import Keyboard, Shell, no_change

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


EDITED = ("draft", "rookery", "--kind", "decline", "--edit")


def an_editor(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Someone at a terminal whose editor is this Python program; the name of the file is its last word."""
    monkeypatch.setattr("sys.stdin", Keyboard(""))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", shlex.join((sys.executable, "-c", program)))


def test_words_from_the_editor_are_kept_with_the_draft(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    an_editor(monkeypatch, "import sys; open(sys.argv[1], 'a').write('PS: thank you.')")
    demo(*EDITED)
    assert demo.season.letters[-1].body.rstrip().endswith("PS: thank you.")


@pytest.mark.parametrize(
    "program",
    [
        "import sys; open(sys.argv[1], 'w').write('my own words'); sys.exit(1)",
        "import sys; open(sys.argv[1], 'w').write('x' * 10_001 + ' my own words')",
        "import sys; open(sys.argv[1], 'wb').write(b'\\xff my own words')",
    ],
    ids=["failed", "too long", "no text"],
)
def test_words_that_cannot_be_taken_from_the_editor_are_kept_in_a_file_that_is_named(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    an_editor(monkeypatch, program)
    said = demo(*EDITED)
    (left,) = tmp_path.glob("prematch-*.txt")
    assert str(left) in said.err and b"my own words" in left.read_bytes()
    assert "my own words" not in demo.season.letters[-1].body


@pytest.mark.parametrize("editor", ["", "  ", 'vi "'])
def test_without_an_editor_that_makes_sense_nothing_is_begun(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    an_editor(monkeypatch, "")
    monkeypatch.setenv("EDITOR", editor)
    said = demo(*EDITED)
    no_change(demo, said)
    assert "EDITOR" in said.err
