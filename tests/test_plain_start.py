"""The opening of the full screen is understood without a parser, and never in another way than the parser has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Unclear
from tui.command_line.parser import parsed
from tui.plain_start import Start, plain_start

PLAIN: list[tuple[tuple[str, ...], Start]] = [
    ((), Start()),
    (("--file", "a.json"), Start(file="a.json")),
    (("--file", "a.json", "--file", "b.json"), Start(file="b.json")),  # the last one counts
    (("--file", ""), Start()),  # an empty name names nothing
    (("--at", "review", "--no-color"), Start(view="review", no_color=True)),
    (("demo", "--now", "2026-11-24T14:05+01:00"), Start(now="2026-11-24T14:05+01:00", demo=True)),
    (("--home", "Europe/Dublin", "demo"), Start(home="Europe/Dublin", demo=True)),
]
LEFT_TO_THE_PARSER = [
    ("agenda",),
    ("--help",),
    ("--file",),
    ("--file=a.json",),
    ("--file", "-"),
    ("--at", "--file"),
    ("demo", "--out", "a.json"),
    ("demo", "demo"),
    ("demo", "--at", "review"),  # belongs before the command
    ("--fil", "a.json"),
]
WORDS = (
    "--file",
    "--now",
    "--home",
    "--at",
    "--no-color",
    "--json",
    "--file=x",
    "demo",
    "agenda",
    "x y",
    "-x",
    "--",
    "",
)


@pytest.mark.parametrize(("argv", "start"), PLAIN)
def test_what_opens_the_full_screen_is_understood(argv: tuple[str, ...], start: Start) -> None:
    assert plain_start(argv) == start == Start.of(parsed(argv))


@pytest.mark.parametrize("argv", LEFT_TO_THE_PARSER)
def test_everything_else_is_left_to_the_parser(argv: tuple[str, ...]) -> None:
    assert plain_start(argv) is None


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_no_words_are_understood_in_another_way_than_by_the_parser(argv: list[str]) -> None:
    start = plain_start(argv)
    if start is None:
        return
    try:
        options = parsed(argv)
    except Unclear as refused:
        pytest.fail(f"{argv} was taken for {start}, but {refused}")
    assert options.command in (None, "demo")
    assert Start.of(options) == start
