"""Words of the person's own that end in a full stop, a question or a cry are told with no second stop behind them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from store.errors import SeasonError
from store.sentence_ends import ended
from templates.catalogue import KINDS
from templates.render import begin_letter
from tests.command_shell import Shell
from tests.examples import NOW as EXAMPLE_NOW
from tests.test_plain_words import READING
from tests.test_undo_of_commands import names_in
from tests.writing_commands import WRITING, spelled

TWO = re.compile(r"[^\n]*?(?:(?<![.…])\.\.(?![.\w/])|[?!…]\.(?!\w))[^\n]*")
"""A line with two stops side by side; three are meant, and so is a path."""
OURS = frozenset(("name", "what", "text", "words", "reason", "liked", "worried", "school", "detail", "title", "hook"))
"""Fields that hold words of a person's own."""


def with_stops(value: Any, field: str = "") -> Any:
    """The same tables with a full stop behind everything a person wrote."""
    if isinstance(value, dict):
        return {name: one if name == "rule" else with_stops(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [with_stops(one, field) for one in value]
    if isinstance(value, str) and field in OURS and value and value[-1] not in ".?!":
        return f"{value}."
    return value


@pytest.fixture
def stopped(demo: Shell) -> Shell:
    """The demo season, in which every name and every note ends in a full stop."""
    tables = json.loads(demo.path.read_text(encoding="utf-8"))
    demo.path.write_text(json.dumps(with_stops(tables)), encoding="utf-8")
    return demo


def doubled(said: str) -> list[str]:
    return TWO.findall(said)


@pytest.mark.parametrize("line", READING)
def test_no_command_that_reads_puts_a_stop_behind_a_stop(line: str, stopped: Shell) -> None:
    for how in ((), ("--plain",)):
        said = stopped(*line.split(), *how)
        assert not doubled(said.out + said.err)


@pytest.mark.parametrize("name", WRITING)
def test_no_command_that_writes_does(name: str, stopped: Shell, tmp_path: Path) -> None:
    argv = tuple(word if word != "Alder Ridge" else "Alder Ridge Inc." for word in WRITING[name])
    for way in (spelled(argv, tmp_path, **names_in(stopped)), ("undo",), ("redo",), ("history",)):
        said = stopped(*way)
        assert not doubled(said.out + said.err), way


def test_no_letter_does_where_its_last_word_is_a_name(stopped: Shell) -> None:
    season, begun = stopped.season, 0
    forms = [(kind, form.name) for kind, about in KINDS.items() for form in about.variants]
    for program in season.followed[:20]:
        for kind, form in forms:
            try:
                letter = begin_letter(season, program.id, kind, letter_id="l-1", variant=form, now=EXAMPLE_NOW)
            except SeasonError:  # the season offers nothing to write of
                continue
            begun += 1
            text = letter.subject + "\n" + letter.body
            assert ".." not in text and "?." not in text, (kind, form)
    assert begun > 100


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I passed Step 3", "I passed Step 3."),
        ("I passed Step 3.", "I passed Step 3."),
        ("How is the call?", "How is the call?"),
        ("Yes!", "Yes!"),
        ("and so on …", "and so on …"),
        ("They said “no.”", "They said “no.”"),
        ("They said “no”", "They said “no”."),
        ("They said (no.)", "They said (no.)"),
        ("  with room behind it.  ", "  with room behind it."),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(words: str, told: str) -> None:
    assert ended(words) == told
