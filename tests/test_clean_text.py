"""Text from outside keeps its words and loses everything a terminal would act on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.clean_text import LINE_LIMIT, LINES_LIMIT, NAME_LIMIT, TEXT_LIMIT, clean, clean_body, clean_line
from store.errors import RuleBroken

anything = st.text(st.characters(), max_size=200)  # lone surrogates included


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("plain words", "plain words"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),  # would write to the clipboard
        ("\x1b[2Jgone?", "[2Jgone?"),  # would clear the screen
        ("\x9b31mred", "31mred"),  # the eight-bit way to start a sequence
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("tab\tstays", "tab\tstays"),
        ("\ufefffirst", "first"),  # byte order mark
        ("safe\u202etxt.exe", "safetxt.exe"),  # would turn the reading direction
        ("zero\u200bwidth\u2060joined", "zerowidthjoined"),
        ("soft\u00adhyphen", "softhyphen"),
        ("क्\u200dष", "क्\u200dष"),  # the joiner shapes Devanagari
        ("👩\u200d⚕️", "👩\u200d⚕️"),  # and one sign out of several
        ("Jose\u0301", "José"),  # composed
        ("lone \ud800 half", "lone  half"),
        ("flag\U000e0067", "flag"),
        ("[/] [@click=app.quit]x[/]", "[/] [@click=app.quit]x[/]"),  # brackets are words
    ],
)
def test_only_what_a_terminal_would_act_on_goes(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Marrow   Lake \n", "Marrow Lake"),
        ("two\nlines\tone", "two lines one"),
        ("\u200b\u200d\u200c \u2060", ""),  # nothing anyone could see
        ("\u00a0blank\u3000wide\u00a0", "blank wide"),
        ("", ""),
    ],
)
def test_a_line_is_one_line_without_stray_blanks(raw: str, kept: str) -> None:
    assert clean_line(raw) == kept


def test_a_name_too_long_is_refused_with_its_length_and_never_cut() -> None:
    assert clean_line("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(RuleBroken, match=r"The name is 301 characters long; the limit is 300"):
        clean_line("x" * (NAME_LIMIT + 1), what="The name")


def test_the_limit_of_a_line_can_be_wider() -> None:
    assert len(clean_line("x" * 500, limit=1000)) == 500


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x\n" * (TEXT_LIMIT // 2 + 1), "characters"),
        ("\n" * (LINES_LIMIT + 1), "lines"),
        ("x" * (LINE_LIMIT + 1), "a line of more than"),
    ],
)
def test_a_body_beyond_its_limits_is_refused(text: str, says: str) -> None:
    with pytest.raises(RuleBroken, match=says):
        clean_body(text, what="The letter")


def test_a_body_keeps_its_lines() -> None:
    assert clean_body("Dear Dr. Alder,\r\n\r\nthank you.\x07") == "Dear Dr. Alder,\n\nthank you."


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_no_control_code_is_ever_left(text: str) -> None:
    left = {mark for mark in clean(text) if unicodedata.category(mark) in ("Cc", "Cs")}
    assert left <= {"\n", "\t"}
    clean(text).encode("utf-8")


@given(anything)
def test_a_clean_line_stays_as_it_is_and_is_one_line(text: str) -> None:
    line = clean_line(text, limit=10_000)
    assert clean_line(line, limit=10_000) == line
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
