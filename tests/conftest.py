"""What every test wants: no animation, no blinking cursor, and an app under test that is quick to settle."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from textual import _wait
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, TextArea

from store.dates import DayOrder, write_days
from tests.command_shell import demo, shell

__all__ = ["a_home_of_its_own", "demo", "quick_and_still", "shell"]

# The same examples each time, however busy the machine is; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("steady"), derandomize=False)
settings.load_profile("steady")

HOMES = count()


def pytest_sessionstart() -> None:
    """Thousands of tests are collected and none is garbage: the collector looks as seldom as in the app itself.

    A run begun in the background inherits ctrl+c and hang-up as ignored, and so would every program it starts;
    and each of these would compile the app anew where compiled modules are not to be written.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    gc.set_threshold(50_000, 20, 20)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_finish() -> None:
    """Set what was collected apart, so that the collector never walks over it again."""
    gc.freeze()


def parsed_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """The styles of an app are those of the app before it, wherever the colours are the same."""
    known: dict[object, list[RuleSet]] = {}

    def rules(sheet: Stylesheet, css: str, *told: object, **named: object) -> list[RuleSet]:
        colours = frozenset(sheet._variables.items())
        key = (css, told, tuple(named.items()), colours)
        if key not in known:
            known[key] = parse(sheet, css, *told, **named)
        return known[key]

    return rules


@pytest.fixture(scope="session", autouse=True)
def quick_and_still() -> Iterator[None]:
    """Textual looks for idleness every 2 ms instead of every 20; nothing moves or blinks by itself.

    No file waits for the medium: power cuts are played in memory, and processes that are killed have the real call.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(_wait, "SLEEP_GRANULARITY", 1 / 500)
        patched.setattr(_wait, "SLEEP_IDLE", 1 / 1000)
        patched.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
        patched.setattr(Input, "_toggle_cursor", lambda self: None)
        patched.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
        patched.setattr("os.fsync", lambda file: None)
        patched.setattr(Stylesheet, "_parse_rules", parsed_once(Stylesheet._parse_rules))
        for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_DRIVER"):
            patched.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes of all tests lie; each is made by what first writes into it."""
    return tmp_path_factory.getbasetemp() / "homes"


@pytest.fixture(autouse=True)
def a_home_of_its_own(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test looks into the state and settings of whoever runs it, nor into those another test left."""
    home = homes / str(next(HOMES))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    yield
    write_days(DayOrder.DAY_FIRST)
