"""With `--json` every plain command prints one object on standard output, and nothing but it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_shell import Shell
from tests.test_undo_of_commands import names_in
from tests.writing_commands import WRITING, spelled

BESIDE = {
    "undo nothing": ("undo",),
    "redo nothing": ("redo",),
    "history": ("history",),
    "ways": ("history", "--others"),
    "trash": ("trash",),
    "tasks": ("task",),
    "reasons": ("reason", "rookery"),
    "backup": ("backup",),
    "backups": ("backups",),
    "doctor": ("doctor",),
    "path": ("path",),
    "outbox": ("outbox",),
    "outbox written": ("outbox", "--eml", "{folder}/mails"),
    "outbox sent": ("outbox", "--sent"),
    "draft written": ("draft", "rookery", "--kind", "decline", "--eml", "{folder}/mail.eml"),
    "templates": ("templates",),
    "template checked": ("templates", "check", "{folder}/decline.mine.txt.j2"),
    "template copied": ("templates", "copy", "decline.plain", "--as", "decline.other"),
    "calendar": ("ics", "--out", "{folder}/season.ics"),
    "export": ("export", "md", "--out", "{folder}"),
    "archive": ("archive", "--out", "{folder}/archive"),
    "new-season": ("new-season", "{folder}/next.json"),
    "demo": ("demo", "--out", "{folder}/demo.json"),
    "prep": ("prep", "orrin"),
    "record": ("record",),
    "rights": ("rights",),
    "rank": ("rank",),
    "rank sheet": ("rank", "sheet"),
    "rank check": ("rank", "check"),
    "rank kept": ("rank", "kept"),
    "rank kept one": ("rank", "kept", "1"),
    "rank close": ("rank", "close"),
    "offers": ("offer", "rookery"),
    "settings": ("settings",),
    "setting": ("settings", "theme"),
    "setting changed": ("settings", "theme", "colour-blind"),
    "help": ("help",),
    "soap": ("soap",),
    "outcome": ("outcome",),
    "where": ("where",),
    "fit": ("fit",),
    "check": ("check", "{folder}/letter.txt"),
}
"""Commands whose data are no single change, by a name for the test."""


@pytest.mark.parametrize("name", WRITING)
def test_a_command_that_writes_prints_one_object(name: str, demo: Shell, tmp_path: Path) -> None:
    said = demo(*spelled(WRITING[name], tmp_path, **names_in(demo)), "--json")
    assert said.json, said.err


@pytest.mark.parametrize("name", BESIDE)
def test_a_command_about_what_is_there_prints_one_object(
    name: str, demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    demo("rank", "keep", "as it is")
    own = "Subject: No\n\n{{ greeting }}\n\n{{ signature }}\n"
    (tmp_path / "decline.mine.txt.j2").write_text(own, encoding="utf-8")
    said = demo(*spelled(BESIDE[name], tmp_path), "--json")
    assert said.json, said.err
