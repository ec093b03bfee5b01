"""Another key for a command: taken only where nothing else answers to it and no terminal loses it."""

from __future__ import annotations

import pytest

from tui.command_table import all_commands
from tui.key_choices import why_not


@pytest.mark.parametrize(
    ("command_id", "key", "about"),
    [
        ("timeline.today", "alt+t", "alt"),
        ("timeline.today", "ctrl+alt+t", "alt"),
        ("timeline.today", "ctrl+h", "backspace"),
        ("timeline.today", "ctrl+i", "tab"),
        ("timeline.today", "ctrl+m", "enter"),
        ("timeline.today", "two", "is no key"),
        ("timeline.today", "ctrl+two", "is no key"),
        ("timeline.today", "shift+t", "is no key"),
        ("timeline.today", "shift+home", ""),
        ("timeline.today", "", "is no key"),
        ("timeline.today", "u", "everywhere.undo"),
        ("timeline.today", ",", "everywhere.settings"),
        ("everywhere.undo", "J", "rank.move-down"),
        ("everywhere.undo", "enter", "where text is written"),
        ("editor.insert", "x", "where text is written"),
        ("editor.insert", "left", "where text is written"),
        ("editor.insert", "f8", "editor.next-check"),
        ("rows.status", "W", ""),
        ("lists.down", "W", "review.why"),
        ("draft.copy", "c", "editor.page"),
        ("timeline.today", "T", "rows.tier"),
        ("timeline.today", "t", ""),
        ("timeline.today", "ctrl+t", ""),
        ("editor.insert", "ctrl+o", ""),
        ("timeline.today", "f11", ""),
        ("timeline.today", "ü", ""),
    ],
)
def test_a_key_is_refused_when_it_is_taken_needed_or_lost(command_id: str, key: str, about: str) -> None:
    said = why_not(command_id, key, {})
    assert about in said and bool(about) is bool(said)


def test_a_key_given_up_by_another_command_is_free() -> None:
    assert "rows.status" in why_not("timeline.today", "s", {})
    assert why_not("timeline.today", "s", {"rows.status": "W"}) == ""


def test_the_keys_as_they_are_need_no_refusal() -> None:
    refused = [one.id for scope in all_commands().values() for one in scope if "no command" in why_not(one.id, "W", {})]
    assert refused == []
