"""Completion in shells: commands, words with a meaning, and names from the file, quoted as the shell needs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_shell import NOW, Shell, piped
from tui.command_line.parser import command_parser
from tui.command_line.typed_so_far import TypedSoFar, read_bash_line, read_words

BASH = shutil.which("bash") or ""

LINES = [
    ("prematch sh", (), "sh", "", 0),
    ("prematch show Lantern\\ Bl", ("show",), "Lantern Bl", "", 0),
    ('prematch show "Lantern Bl', ("show",), "Lantern Bl", '"', 0),
    ("prematch show 'Lantern Bl", ("show",), "Lantern Bl", "'", 0),
    ('prematch done "one two" F03:i-', ("done", "one two"), "F03:i-", "", 4),
    ("prematch list status:b", ("list",), "status:b", "", 7),
    ('prematch list tag:"rural h', ("list",), "tag:rural h", '"', 4),
    ("A=1 PREMATCH_FILE='x y' prematch show ", ("show",), "", "", 0),
    ('prematch show ""', ("show",), "", "", 0),
    ('prematch show "a\\"b\\c', ("show",), 'a"b\\c', '"', 0),
    ("", (), "", "", 0),
]


@pytest.mark.parametrize(("line", "words", "current", "quote", "kept"), LINES)
def test_a_line_is_read_as_bash_reads_it(
    line: str, words: tuple[str, ...], current: str, quote: str, kept: int
) -> None:
    assert read_bash_line(line) == TypedSoFar(words, current, quote, kept)


@pytest.mark.parametrize(
    ("typed", "word", "put"),
    [
        (TypedSoFar((), "fe"), "Fenwick Children's", "Fenwick\\ Children\\'s"),
        (TypedSoFar((), "fe", "'"), "Fenwick Children's", "Fenwick Children'\\''s"),
        (TypedSoFar((), "fe", '"'), 'Fenwick "$5" `x`', 'Fenwick \\"\\$5\\" \\`x\\`'),
        (TypedSoFar((), "fe"), "Fe; rm -rf $HOME & (x)", "Fe\\;\\ rm\\ -rf\\ \\$HOME\\ \\&\\ \\(x\\)"),
        (TypedSoFar((), "status:b", "", 7), "status:bkd", "bkd"),
        (TypedSoFar((), "Zür"), "Zürich Falls", "Zürich\\ Falls"),
    ],
)
def test_what_is_put_in_stays_one_word_of_the_shell(typed: TypedSoFar, word: str, put: str) -> None:
    assert typed.completed(word) == put


def test_other_shells_hand_over_words_one_a_line() -> None:
    assert read_words("show\nLantern Bl\n") == TypedSoFar(("show",), "Lantern Bl")
    assert read_words("show\nLantern\\ Bl\n") == TypedSoFar(("show",), "Lantern Bl")
    assert read_words('show\n"Lantern Bl\n') == TypedSoFar(("show",), "Lantern Bl")
    assert read_words("show\n\n") == TypedSoFar(("show",), "")


# What is offered


def offered(shell: Shell, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    monkeypatch.setattr("sys.stdin", piped("\n".join((*words, "")).encode()))
    said = shell("completion", "zsh", "--answer")
    assert (said.code, said.err) == (0, "")
    return said.out.splitlines()


def test_every_command_is_offered(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (commands,) = [each for each in command_parser()._actions if isinstance(each.choices, dict)]
    assert offered(demo, monkeypatch, "") == list(commands.choices or ())
    assert offered(demo, monkeypatch, "sn") == ["snooze"]


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("show", "kett"), {"Kettle Creek Medical Center"}),
        (("show", "p-k6"), {"p-k6veqc"}),
        (("draft", "rookery", "--kind", "th"), {"thank-you"}),
        (("draft", "rookery", "--kind=th"), {"--kind=thank-you"}),
        (("draft", "rookery", "--to", "b"), set()),
        (("draft", "rookery", "--to", "as"), {"Astrid Bellweather"}),
        (("draft", "rookery", "--va"), {"--variant"}),
        (("status", "kettle", "bk"), {"BKD"}),
        (("list", "stat"), {"status:", "state:"}),
        (("list", "status:bk"), {"status:bkd"}),
        (("list", "tier:a", "!region:s"), {"!region:s"}),
        (("list", "due"), {"due", "due<7d"}),
        (("rule", "kettle", "no"), {"no-thanks"}),
        (("snooze", "x", "next"), {"next week"}),
        (("add", "X", "--zone", "America/Chic"), {"America/Chicago"}),
        (("profile", "aamc"), {"aamc_id="}),
        (("agenda", "w"), {"week"}),
        (("timeline", "--sort", "days"), {"days quiet"}),
        (("timeline", "--group", "int"), {"interview-week"}),
        (("--at", "ra"), {"rank"}),
        (("--file", "/nowhere/at-all.json", "show", "kett"), set()),
        (("rules", "F07"), {"F07"}),
        (("help", "so"), {"soap"}),
        (("settings", "th"), {"theme"}),
        (("settings", "theme", "colour"), {"colour-blind", "colour-blind-light"}),
        (("settings", "keys.timeline.zoom-i"), {"keys.timeline.zoom-in"}),
        (("backup", "x"), set()),
        (("nonsense", "x"), set()),
    ],
)
def test_what_may_stand_there_is_offered(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], some: set[str]
) -> None:
    assert set(offered(demo, monkeypatch, *words)) == some


def test_follow_ups_and_drafts_are_offered_by_their_ids(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    agenda = {each["id"] for each in demo("agenda", "all", "--json").json["items"]}
    assert set(offered(demo, monkeypatch, "done", "")) == agenda
    drafts = {one.id for one in demo.season.letters if one.state in ("draft", "ready") and one.trashed is None}
    assert set(offered(demo, monkeypatch, "sent", "l-")) == drafts


def test_a_damaged_file_offers_nothing_and_says_nothing(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    demo.path.write_text("{", encoding="utf-8")
    assert offered(demo, monkeypatch, "show", "") == []
    assert offered(demo, monkeypatch, "agen") == ["agenda"]


def test_fish_is_told_what_things_mean(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(b"status\nkettle\nbk\n"))
    assert demo("completion", "fish", "--answer").out == "BKD\tbooked\n"


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: Shell, shell_name: str) -> None:
    script = shell("completion", shell_name).out
    assert f"prematch completion {shell_name} --answer" in script
    assert not shell.path.exists()


# In the shells themselves


@pytest.fixture
def on_path(demo: Shell, tmp_path: Path) -> dict[str, str]:
    """An environment in which a shell finds the program and the season."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "prematch"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    root = str(Path(__file__).resolve().parent.parent)
    known = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": root, "PREMATCH_FILE": str(demo.path)}
    return {**os.environ, **known, "PREMATCH_NOW": NOW, "LC_ALL": "C.UTF-8"}


def in_bash(environment: dict[str, str], line: str) -> list[str]:
    ask = 'COMP_LINE=$1; COMP_POINT=${#1}; _prematch; printf "%s\\n" "${COMPREPLY[@]}"'
    script = f"source <(prematch completion bash); {ask}"
    asked = [BASH, "--norc", "-c", script, "bash", line]
    ended = subprocess.run(asked, capture_output=True, text=True, env=environment, check=True)
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_bash_completes_names_that_stay_one_word(on_path: dict[str, str]) -> None:
    if not BASH:
        pytest.fail("The completion of bash can only be tested where bash is; install it.")
    assert in_bash(on_path, "prematch show fenw") == ["Fenwick\\ Children\\'s"]
    assert in_bash(on_path, "prematch show 'fenw") == ["Fenwick Children'\\''s"]
    assert in_bash(on_path, "prematch list status:bk") == ["bkd"]
    put = in_bash(on_path, "prematch show kett")[0]
    shown = subprocess.run(
        [BASH, "--norc", "-c", f"prematch show {put} --plain"], capture_output=True, text=True, env=on_path, check=True
    )
    assert shown.stdout.startswith("program: Kettle Creek Medical Center")
