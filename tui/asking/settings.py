"""Questions about the settings: what to change, to what; it holds at once and is kept for the next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from store.dates import DayOrder, write_days
from store.errors import SeasonError, Unclear
from tui.commands import SEASON
from tui.setting_table import SETTINGS, Setting, setting_called, value_of
from tui.settings import Settings
from tui.settings_writing import KEYS, change_settings, refuse
from tui.spelling import Spelling
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from tui.app import SeasonApp

KEY, RULES, FILE = "keys", "rules", "file"


async def ask_settings(app: SeasonApp) -> None:
    """Ask again and again what to change, until nothing more is to be changed."""
    from tui.screens.dialogs.menu import Choice, Menu

    marked: str | None = SETTINGS[0].name
    while True:
        now = app.settings
        choices = [
            Choice(one.name[0], one.name, one.name, f"{value_of(now, one.name)}: {one.says}") for one in SETTINGS
        ]
        count = len(now.keys)
        choices.append(Choice("k", "keys", KEY, f"{count or 'none'} changed: another key for a command"))
        choices.append(Choice("r", "rules", RULES, "days of follow-ups: they belong to the season"))
        choices.append(Choice("w", "where", FILE, "the file they are kept in"))
        marked = await app.push_screen_wait(Menu("Settings", tuple(choices), default=marked))
        if marked is None:
            return
        if marked == RULES:
            await _show_rules(app)
            return
        if marked == FILE:
            app.tell(f"{app.settings_path or 'They hold for this run alone.'}")
        elif await change_setting(app, marked):
            app.screen.refresh()


async def _show_rules(app: SeasonApp) -> None:
    """Go where the days of follow-ups are changed."""
    from tui.screens.season import RULES as SECTION
    from tui.views import open_line

    await open_line(app, SEASON, SECTION)


async def change_setting(app: SeasonApp, name: str) -> bool:
    """Ask for the value of one setting, or for a command and its key; True when it was changed."""
    setting = setting_called(name)
    if setting is None:
        return await _ask_key(app)
    value = await _ask_value(app, setting)
    return value is not None and keep(app, name, value)


async def _ask_value(app: SeasonApp, setting: Setting) -> str | None:
    from tui.screens.dialogs.menu import Choice, Menu

    choices = tuple(
        Choice(str(place), value, value, about)
        for place, (value, about) in enumerate(zip(setting.values, setting.about, strict=True), 1)
    )
    now = value_of(app.settings, setting.name)
    answer: str | None = await app.push_screen_wait(Menu(f"{setting.name}: {setting.says}", choices, default=now))
    return answer


async def _ask_key(app: SeasonApp) -> bool:
    from tui.commands_here import commands_here
    from tui.said_words import also_said
    from tui.screens.dialogs.ask import Ask
    from tui.screens.dialogs.pick import Option, Pick

    known = {one.id: one for one in commands_here(app)}
    options = tuple(Option(one.id, one.help, one.shown, also_said(one)) for one in known.values())
    chosen: str | None = await app.push_screen_wait(Pick("Another key for which command?", options))
    if chosen is None:
        return False
    name = f"{KEYS}{chosen}"

    def understand(text: str) -> tuple[str, str]:
        key = text.strip()
        try:
            refuse(app.settings, name, key)
        except Unclear as unclear:
            raise Unclear(str(unclear).removesuffix(" Nothing was changed.")) from unclear
        return key, f"{key} from now on" if key else "its own key again"

    given = app.settings.keys.get(chosen, "")
    now = f"now {known[chosen].shown}; another, such as T, ctrl+t, f11; empty: its own again"
    question = Ask(f"A key for: {known[chosen].help}", now, given, understand, f"its id is {chosen}", allow_empty=True)
    key: str | None = await app.push_screen_wait(question)
    return key is not None and keep(app, name, key)


def keep(app: SeasonApp, name: str, value: str) -> bool:
    """Let a setting hold from now on and keep it; False after saying why that cannot be."""
    try:
        changed = _kept(app, name, value)
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return False
    apply(app, changed)
    later = ", from the next start on" if name == "color" else ""
    app.say(f"{name}: {value or 'its own again'}{later}")
    return True


def _kept(app: SeasonApp, name: str, value: str) -> Settings:
    if app.settings_path is not None:
        return change_settings(app.settings_path, name, value)
    now = app.settings
    refuse(now, name, value)
    if name.startswith(KEYS):
        command_id = name.removeprefix(KEYS)
        others = {one: key for one, key in now.keys.items() if one != command_id}
        return replace(now, keys={**others, command_id: value} if value else others)
    match name:
        case "theme":
            return replace(now, theme=value)
        case "glyphs":
            return replace(now, glyphs=value)
        case "color":
            return replace(now, color=value)
        case "dates":
            return replace(now, dates=DayOrder(value))
        case _:
            return replace(now, quit_once=value == "once")


def apply(app: SeasonApp, settings: Settings) -> None:
    """Let these settings hold at once, on the screens that are open too."""
    before, app.settings = app.settings, settings
    if settings.theme != before.theme:
        app.theme = settings.theme
    if settings.keys != before.keys:
        app.set_keymap(settings.keymap)
        app.spell = Spelling(settings.keys)
        app.tick()  # what is shown names the keys in force
        for screen in _open_screens(app):
            for line in screen.query(KeyLine):
                line.refresh()
    if settings.ascii_only != before.ascii_only:
        _redraw(app, ascii_only=settings.ascii_only)
    if settings.dates is not before.dates:
        write_days(settings.dates)
        _tell_days_anew(app)


def _redraw(app: SeasonApp, *, ascii_only: bool) -> None:
    """Give every list and lane that is open the other signs."""
    from tui.glyphs import ASCII, UNICODE
    from tui.widgets.story_list import StoryList
    from tui.widgets.timeline_canvas import TimelineCanvas

    glyphs = ASCII if ascii_only else UNICODE
    for screen in _open_screens(app):
        for widget in screen.query("*"):
            if isinstance(widget, TimelineCanvas):
                widget.ascii_only = ascii_only
            elif isinstance(widget, StoryList):
                widget.wear(glyphs)
            elif hasattr(widget, "glyphs"):
                widget.glyphs = glyphs
            widget.refresh()


def _tell_days_anew(app: SeasonApp) -> None:
    """Work out every sentence that names a day afresh, and draw what names one by itself."""
    from tui.widgets.timeline_canvas import TimelineCanvas

    app.tick()
    for screen in _open_screens(app):
        for widget in screen.query("*"):
            if isinstance(widget, TimelineCanvas):
                widget.redraw()
            widget.refresh()


def _open_screens(app: SeasonApp) -> Iterable[Screen[Any]]:
    """Every screen of every view, seen or not."""
    return {id(one): one for stack in app._screen_stacks.values() for one in stack}.values()
