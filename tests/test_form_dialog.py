"""A form is taken only when every field is understood, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from textual import events

from store.errors import RuleBroken
from tests.dialog_view import View, a_day, asked, shows
from tui.screens.dialogs.fields import understand_number
from tui.screens.dialogs.form import Field, Form


def a_form(**changes: Any) -> Form:
    fields = (
        Field("name", "Name", value="Fenwick", required=True),
        Field("day", "First day", kind="day", hint="fri, 2 dec", understand=a_day),
        Field("held", "Held", value="in person", kind="choice", choices=("virtual", "in person", "vague")),
        Field("minutes", "Minutes", value="240", kind="number"),
        Field("zone", "Zone", value="", kind="zone"),
        Field("note", "Note", kind="text"),
    )
    return Form("Interview at Fenwick", fields, **changes)


async def test_a_form_answers_with_every_value() -> None:
    given = await asked(a_form(), "enter", *"fri", "down", "right", "enter", "enter", *"chicago", "ctrl+s")
    assert given == {
        "name": "Fenwick",
        "day": 27,
        "held": "vague",
        "minutes": 240,
        "zone": "America/Chicago",
        "note": "",
    }


async def test_enter_on_the_last_line_accepts() -> None:
    form = Form("Two", (Field("a", "A"), Field("b", "B")))
    assert await asked(form, *"one", "enter", *"two", "enter") == {"a": "one", "b": "two"}


async def test_enter_in_a_text_is_a_line_and_tab_goes_on() -> None:
    form = Form("Note", (Field("note", "Note", kind="text"), Field("tag", "Tag")))
    assert await asked(form, "a", "enter", "b", "tab", "c", "enter") == {"note": "a\nb", "tag": "c"}


async def test_up_and_tab_move_both_ways_round() -> None:
    form = Form("Three", (Field("a", "A"), Field("b", "B"), Field("c", "C")))
    keys = ("down", "1", "up", "2", "shift+tab", "3", "tab", "4", "ctrl+s")
    assert await asked(form, *keys) == {"a": "24", "b": "1", "c": "3"}


async def test_a_choice_turns_with_arrows_and_letters() -> None:
    for keys, held in (("left", "virtual"), ("i", "in person"), ("v", "vague"), ("space", "vague")):
        given: dict[str, Any] = await asked(a_form(), "down", "down", keys, "ctrl+s")
        assert given["held"] == held
    given = await asked(a_form(), "down", "down", "v", "v", "ctrl+s")
    assert given["held"] == "virtual"


async def test_what_is_wrong_is_said_beside_the_field_and_holds_the_form() -> None:
    app = View(a_form())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", *"soon", "down", "down", "right", "x", "ctrl+s")
        assert await shows(app, "whole number", "> First day")  # the cursor goes to the first trouble
        lines = app.drawn().splitlines()
        at = next(number for number, line in enumerate(lines) if "First day" in line)
        assert "! “soon” is not a day." in lines[at + 1] and app.waits
        await pilot.press("backspace", "down", "down", *"240", "ctrl+s")  # both are typed anew as a whole
        assert app.given["day"] is None and app.given["minutes"] == 240 and app.reached == []


async def test_a_required_field_is_named_only_when_it_is_missed() -> None:
    app = View(Form("New", (Field("name", "Name", required=True), Field("city", "City"))))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Something has to stand here" not in app.drawn() and "Name*" in app.drawn()
        await pilot.press("ctrl+s")
        assert await shows(app, "Something has to stand here") and app.waits


async def test_a_zone_of_many_names_lists_them() -> None:
    app = View(Form("Zone", (Field("zone", "Zone", kind="zone"),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"nowhere at all", "enter")
        assert await shows(app, "No zone has that name") and app.waits


async def test_fields_may_depend_on_one_another() -> None:
    def beside(text: str, others: Mapping[str, str]) -> tuple[str, str]:
        return f"{text} {others['zone']}", f"{text} in {others['zone']}"

    fields = (Field("at", "At", kind="moment", understand_beside=beside), Field("zone", "Zone", value="UTC"))
    app = View(Form("Start", fields))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9", "down", "X")
        assert await shows(app, "= 9 in UTCX")
        await pilot.press("enter")
        assert app.given == {"at": "9 UTCX", "zone": "UTCX"}


async def test_a_check_of_the_whole_form_holds_it_too() -> None:
    def never_friday(values: dict[str, Any]) -> None:
        if values["day"] == 27:
            raise RuleBroken("Friday is taken.")

    app = View(a_form(check=never_friday))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", *"fri", "ctrl+s")
        assert await shows(app, "! Friday is taken.") and app.waits


async def test_esc_drops_typed_words_only_at_the_second_press() -> None:
    app = View(a_form())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "escape")
        assert app.waits and await shows(app, "esc again drops")
        await pilot.press("escape")
        assert app.given is None and app.reached == []
    assert await asked(a_form(), "down", "escape") is None


async def test_enter_behind_esc_accepts_where_enter_alone_breaks_a_line() -> None:
    form = Form("Note", (Field("tag", "Tag"), Field("note", "Note", kind="text")))
    assert await asked(form, "down", "a", "enter", "b", "escape", "enter") == {"tag": "", "note": "a\nb"}


async def test_another_field_makes_esc_ask_anew() -> None:
    app = View(a_form())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "escape", "down", "enter")
        assert app.waits
        await pilot.press("escape")
        assert app.waits and await shows(app, "enter accepts  esc again drops")


async def test_a_form_longer_than_the_screen_scrolls() -> None:
    fields = tuple(Field(f"f{number}", f"Field {number}", value=str(number)) for number in range(30))
    app = View(Form("Profile", fields))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up")
        assert await shows(app, "> Field 29") and "Field 0" not in app.drawn()
        await pilot.press("down", "X", "ctrl+s")
        assert app.given["f0"] == "0X"


def test_a_day_without_a_way_to_understand_it_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="understand"):
        Field("day", "Day", kind="day")
    with pytest.raises(ValueError, match="choices"):
        Field("held", "Held", kind="choice")


async def test_a_paste_that_is_too_long_is_refused_in_words() -> None:
    app = View(Form("Zone", (Field("zone", "Zone", kind="zone"),)))
    async with app.run_test(size=(80, 24)):
        assert app.focused is not None
        app.focused.post_message(events.Paste("x" * 301))
        assert await shows(app, "the limit is")


@pytest.mark.parametrize(
    ("typed", "number"), [("", None), (" 7 ", 7), ("1,200", 1_200), ("-3", -3), ("007", 7), ("999999999", 999_999_999)]
)
def test_a_field_for_a_number_takes_a_whole_one(typed: str, number: int | None) -> None:
    assert understand_number(typed) == (number, "")


@pytest.mark.parametrize("typed", ["--5", "-", "5-", "1.5", "²", "ten", "1000000000"])
def test_what_is_no_whole_number_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(RuleBroken, match="whole number"):
        understand_number(typed)
