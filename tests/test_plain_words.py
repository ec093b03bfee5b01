"""Under --plain a command that reads gives one fact a line, in words: no boxes, no columns, no colour, no shouting."""

from __future__ import annotations

import re

import pytest

from store.words import Status
from tests.command_shell import Shell

READING = (
    "agenda all",
    "agenda all --why",
    "agenda --short",
    "list",
    "list kettle",
    "prep fenwick",
    "show thistledown",
    "show quillmere",
    "timeline",
    "timeline --all",
    "ledger",
    "rank",
    "rank check",
    "rank close",
    "rank kept",
    "rank sheet",
    "compare quillmere vesper",
    "score quillmere",
    "weigh",
    "facts quillmere",
    "question list",
    "backups",
    "history",
    "doctor",
    "templates",
    "rights",
    "soap",
    "why clash",
    "rules",
    "where",
    "profile",
    "path data",
    "offer kettle",
    "help",
    "help ranking",
    "help thank-you",
    "settings",
    "fit",
)
DRAWN = re.compile(r"[─-▟■-◿✓✗►▸•·]|\x1b|\t|\S {2,}\S|^ |##|^[-#>*] |^! |\{[a-z]+\.[a-z-]+\}|\.\.$")
ZONES = {"CDT", "CEST", "CET", "CST", "EDT", "EST", "MDT", "MST", "PDT", "PST", "UTC"}
NAMES = {"AAMC", "ACGME", "ECFMG", "ERAS", "NICU", "NRMP", "PICU", "SOAP"}
STATUSES = {status.value for status in Status}
OURS = {"TASK", "EDITOR", "VISUAL"}
"""The letters of a follow-up's id, and the variables of the machine."""
NUMBERS_ONLY = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}/\d{1,2}\b")
CLOCK = re.compile(r"\b\d\d:\d\d(?!:?\d)(?! (?:[A-Z]{2,5}|[+-]\d|UTC)\b)")
"""A time of day without the letters of a zone behind it."""


@pytest.mark.parametrize("command", READING)
def test_one_fact_a_line_in_words(demo: Shell, command: str) -> None:
    said = demo(*command.split(), "--plain")
    assert said.code in (0, 1), said.err
    lines = (said.out + said.err).splitlines()
    assert [line for line in lines if DRAWN.search(line)] == []
    assert [line for line in lines if not line.strip()] == []
    loud = set(re.findall(r"\b[A-Z]{3,}\b", re.sub(r"\b\w+:\S+|\S*/\S*", "", said.out)))
    assert loud <= ZONES | NAMES | STATUSES | OURS
    assert [line for line in lines if NUMBERS_ONLY.search(line)] == []


@pytest.mark.parametrize("command", [one for one in READING if one != "doctor"])  # it tells of the terminal itself
def test_plain_is_chosen_by_an_accessible_terminal_itself(
    demo: Shell, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = demo(*command.split(), "--plain").out
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert demo(*command.split()).out == asked
    monkeypatch.delenv("ACCESSIBLE")
    monkeypatch.setenv("TERM", "dumb")
    assert demo(*command.split()).out == asked


@pytest.mark.parametrize("command", ["agenda all --why", "timeline --all", "show quillmere", "ledger", "offer kettle"])
def test_every_time_of_day_names_its_zone(demo: Shell, command: str) -> None:
    out = demo(*command.split(), "--plain").out
    assert re.search(r"\d\d:\d\d [A-Z]", out)
    bare = [line for line in out.splitlines() if CLOCK.search(re.sub(r"“[^”]*”", "", line))]
    assert bare == []


def test_how_pressing_it_is_comes_before_whom_it_is_about(demo: Shell) -> None:
    lines = demo("agenda", "all", "--plain").out.splitlines()
    followed = [line for line in lines if ", item " in line]
    assert len(followed) > 20
    assert all(re.match(r"(late|due|put off|clash|now)\b", line) for line in followed), followed


def test_a_deadline_that_is_another_date_at_home_says_so(demo: Shell) -> None:
    out = demo("agenda", "all", "--plain", now="2027-02-28T10:00+01:00").out
    assert "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here" in out
