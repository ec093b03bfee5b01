"""Questions over the screen: single keys act, nothing leaks behind."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events

from tests.dialog_view import NOTHING, View, a_day, asked, shows
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.help import Help, HelpRow
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option, Pick, matching
from tui.widgets.marked_list import MarkedList


def a_menu(default: Any = None) -> Menu:
    choices = (
        Choice("t", "tomorrow", 1, "Wed 25 Nov"),
        Choice("w", "next Monday", 6, "Mon 30 Nov"),
        Choice("j", "after the last interview", False),
    )
    return Menu("Wait with Brightwater until", choices, default)


# Menu


async def test_a_key_of_a_menu_acts_at_once() -> None:
    assert await asked(a_menu(), "w") == 6


async def test_a_choice_may_stand_for_no() -> None:
    assert await asked(a_menu(), "j") is False


async def test_esc_cancels_a_menu() -> None:
    assert await asked(a_menu(), "escape") is None


async def test_enter_takes_the_marked_default() -> None:
    assert await asked(a_menu(default=6), "enter") == 6


async def test_enter_does_nothing_while_nothing_is_marked() -> None:
    assert await asked(a_menu(), "enter") is NOTHING


async def test_arrows_and_enter_choose_too() -> None:
    assert await asked(a_menu(), "down", "down", "enter") == 6
    assert await asked(a_menu(default=1), "k", "enter") is False  # round the end
    assert await asked(a_menu(default=6), "up", "enter") == 1


async def test_other_keys_do_nothing_in_a_menu() -> None:
    assert await asked(a_menu(), "x", "1", "space", "tab", "delete", "f1", "q", "T") is NOTHING


def marked(app: View) -> list[str]:
    """The rows of the box that carry the sign of the cursor."""
    inside = (row.partition("│")[2] for row in app.drawn().splitlines())
    return [row.strip(" │>").split("  ")[0] for row in inside if row.lstrip().startswith(">")]


@pytest.mark.parametrize("theme", ["season-dark", "ansi-dark"])
async def test_one_row_of_every_list_is_marked_by_a_sign_not_by_colour_alone(theme: str) -> None:
    lists = (
        a_menu(default=6),
        Pick("Which", (Option(1, "first"), Option(2, "second"), Option(3, "third")), chosen=(2,)),
        Help("Keys", (HelpRow("a", "j", "first", "Group"), HelpRow("b", "k", "second", "Group"))),
    )
    for dialog, (before, after) in zip(lists, (("w", "j"), ("second", "third"), ("j", "k")), strict=True):
        app = View(dialog, theme)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert marked(app) == [before]
            await pilot.press("down")
            await pilot.pause()
            assert marked(app) == [after]


@pytest.mark.parametrize("theme", ["ansi-dark", "no colour"])
async def test_without_colours_of_its_own_the_marked_row_is_reversed(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = View(a_menu(default=6), "ansi-dark" if theme == "ansi-dark" else "season-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(MarkedList)
        reversed_rows = [all(one.style and one.style.reverse for one in rows.render_line(y)) for y in range(3)]
        assert reversed_rows == [False, True, False]


async def test_of_an_option_in_two_lines_only_the_first_is_marked_and_a_click_on_either_counts() -> None:
    long = " ".join(f"word{number}" for number in range(30))
    app = View(Help("Keys", (HelpRow("a", "j", long, "Group"), HelpRow("b", "k", "second", "Group"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(marked(app)) == 1
        box = app.screen.query_one(MarkedList).region
        await pilot.click(offset=(box.x, box.y + 2))
        assert app.given == "a"


async def test_a_remark_of_three_letters_is_shown() -> None:
    app = View(Menu("Group by", (Choice("s", "status", 1, "now"), Choice("t", "tier", 2))))
    async with app.run_test(size=(80, 24)):
        assert await shows(app, "status  now")


async def test_a_double_enter_answers_once() -> None:
    app = View(a_menu(default=1))
    async with app.run_test() as pilot:
        app.screen.post_message(events.Key("enter", "\r"))
        await pilot.press("enter")
        app.dialog.answer(6)  # type: ignore[attr-defined]
        assert app.given == 1


async def test_a_long_menu_scrolls_to_what_is_marked() -> None:
    choices = tuple(Choice("", f"choice {number}", number) for number in range(1, 61))
    app = View(Menu("Many", choices, default=60))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, "choice 60") and "choice 12\n" not in app.drawn()
        await pilot.press("home", "enter")
        assert app.given == 1


# Ask


async def test_ask_shows_what_it_understood_and_answers_with_it() -> None:
    app = View(Ask("Wait", "Until", understand=a_day))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"fri")
        assert await shows(app, "= Fri 27 Nov 2026 09:00 EST = 15:00 CET here")
        await pilot.press("enter")
        assert app.given == 27 and app.reached == []


async def test_ask_refuses_what_it_does_not_understand_and_says_why() -> None:
    app = View(Ask("Wait", "Until", understand=a_day))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "enter")
        assert await shows(app, "! “x” is not a day.") and app.waits
        await pilot.press("backspace", "2", "enter")
        assert await shows(app, "2 Dec", "2 Jan") and app.waits
        await pilot.press("escape")
        assert app.given is None and app.reached == []


async def test_an_empty_line_is_refused_unless_allowed() -> None:
    assert await asked(Ask("Note", "Words"), "enter") is NOTHING
    assert await asked(Ask("Note", "Words"), "space", "enter") is NOTHING
    assert await asked(Ask("Note", "Words", allow_empty=True), "enter") == ""


async def test_a_given_line_is_understood_from_the_start() -> None:
    app = View(Ask("Wait", "Until", "fri", a_day, "A day such as fri."))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, "= Fri 27 Nov", "A day such as fri.")
        await pilot.press("enter")
        assert app.given == 27


# Confirm


@pytest.mark.parametrize(
    ("keys", "given"),
    [("y", True), ("n", False), ("enter", False), ("escape", None), ("Y", True), ("x", NOTHING), ("space", NOTHING)],
)
async def test_confirm_needs_one_key(keys: str, given: object) -> None:
    assert await asked(Confirm("Empty the trash?", "Nine programs go for good."), keys) is given


async def test_confirm_may_have_yes_for_its_default() -> None:
    app = View(Confirm("Copy anyway?", default=True))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, "y [yes]   n no", "enter yes")
        await pilot.press("enter")
        assert app.given is True


# Pick

CITIES = (
    Option("a", "Alder Ridge", "Ohio"),
    Option("b", "Brightwater", "Maine"),
    Option("f", "Fenwick", "Ohio, near Alder"),
    Option("z", "Zoë’s Hospital"),
)


async def test_typing_narrows_the_list_and_enter_takes_the_first() -> None:
    assert await asked(Pick("Go to", CITIES), *"fen", "enter") == "f"
    assert await asked(Pick("Go to", CITIES), *"zoe", "enter") == "z"
    assert await asked(Pick("Go to", CITIES), *"ohio", "down", "enter") == "f"


async def test_arrows_move_and_letters_never_act() -> None:
    assert await asked(Pick("Go to", CITIES), "down", "enter") == "b"
    assert await asked(Pick("Go to", CITIES), "up", "enter") == "z"
    assert await asked(Pick("Go to", CITIES), "tab", "tab", "shift+tab", "enter") == "b"
    assert await asked(Pick("Go to", CITIES, chosen=("f",)), "enter") == "f"


async def test_a_hint_that_its_column_cuts_is_said_in_full_for_the_marked_option() -> None:
    long = "a day or two after the interview, three at the very most"
    app = View(Pick("To", (Option("a", "a practical question before an interview", long), Option("b", "thanks"))))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, long)
        await pilot.press("down")
        assert await shows(app, "2 of 2" + " " * 20)


async def test_nothing_found_is_said_and_enter_does_nothing() -> None:
    app = View(Pick("Go to", CITIES))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"qqq", "enter")
        assert await shows(app, "Nothing matches.") and app.waits
        await pilot.press("backspace", "backspace", "backspace")
        assert await shows(app, "4 of 4")


def test_names_that_begin_with_the_word_come_first() -> None:
    options = tuple(Option(name, name) for name in ("Big Alder", "Malden", "Alder Ridge", "US/Aleutian"))
    assert [options[place].label for place in matching(options, "al")] == [
        "Alder Ridge",
        "US/Aleutian",
        "Big Alder",
        "Malden",
    ]


async def test_space_ticks_several() -> None:
    assert await asked(Pick("To", CITIES, multi=True), "space", "down", "space", "enter") == ("a", "f")
    assert await asked(Pick("To", CITIES, multi=True, chosen=("a", "b")), "enter") == ("a", "b")
    assert await asked(Pick("To", CITIES, multi=True, chosen=("a",)), "space", "enter") == ()
    assert await asked(Pick("To", CITIES, multi=True), "down", "enter") == ("b",)


async def test_ticks_outlast_the_search() -> None:
    app = View(Pick("To", CITIES, multi=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"fen", "space", "backspace", "backspace", "backspace")
        assert await shows(app, "[x]  Fenwick", "[ ]  Alder Ridge", "1 ticked")
        await pilot.press(*"alder", "space", "enter")
        assert app.given == ("a", "f")


async def test_a_long_list_pages() -> None:
    options = tuple(Option(number, f"place {number}") for number in range(300))
    app = View(Pick("Place", options))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "pagedown", "pageup", "enter")
        assert 5 < app.given < 30


# Help

ROWS = (
    HelpRow("timeline.later", "l right", "The time cursor one cell on.", "Timeline"),
    HelpRow("timeline.today", "t", "Back to today.", "Timeline"),
    HelpRow("rows.status", "s", "Set the status, in a sentence that is too long for one line of the list.", "Program"),
)


async def test_help_groups_its_rows_and_runs_the_marked_one() -> None:
    app = View(Help("Keys", ROWS))
    async with app.run_test(size=(80, 24)) as pilot:
        assert await shows(app, "Timeline", "Program")
        lines = [line.strip(" │") for line in app.drawn().splitlines()]
        assert lines.index("Timeline") < lines.index("Program")
        await pilot.press("down", "down", "enter")
        assert app.given == "rows.status" and app.reached == []


async def test_help_is_searched_by_typing() -> None:
    assert await asked(Help("Keys", ROWS), *"today", "enter") == "timeline.today"
    assert await asked(Help("Keys", ROWS), *"program", "enter") == "rows.status"
    assert await asked(Help("Keys", ROWS), *"zzz", "enter", "down", "enter") is NOTHING
    assert await asked(Help("Keys", ROWS), "escape") is None
