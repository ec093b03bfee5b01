"""What every test wants: no animation, no blinking cursor, and an app under test that is quick to settle."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual import _wait
from textual.widgets import Input, TextArea

from store.dates import DayOrder, write_days
from tests.command_shell import demo, shell

__all__ = ["demo", "quick_and_still", "shell"]


@pytest.fixture(autouse=True)
def quick_and_still(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Textual looks for idleness every 2 ms instead of every 20; nothing moves or blinks by itself.

    The state folder and the settings of whoever runs the tests are never looked into.
    """
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "config"))
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 1 / 500)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 1 / 1000)
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    yield
    write_days(DayOrder.DAY_FIRST)
