"""Help over whatever is on screen: the keys of that screen, the signs on it, and the pages of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.time_scale import PARTS
from tui.commands import TIMELINE
from tui.commands_here import commands_here, run_command
from tui.glyphs import ASCII, LEGEND, UNICODE
from tui.ruler_words import PART_LETTERS, UNLETTERED
from tui.said_words import also_said
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp

PAGE = "page:"
"""Before the name of a page of help where commands have their ids."""
SIGNS_TOO = (
    (UNLETTERED, "a key date without a letter"),
    (" ".join(PART_LETTERS), ", ".join(PARTS)),
    ("1 2 3 +", "how many: interviews above, events in a folded group"),
    ("< >", "more beyond the edge"),
    ("underlined", "several in one cell; the time cursor tells them"),
    ("reversed", "today; a number above: interviews overlap"),
    ("-2d", "due two days ago and not late yet"),
    ("-2d !", "late, or a clash"),
    ("z+2d", "put off, back in two days"),
    ("*", "selected"),
)
"""What else is drawn on the timeline, and how."""


def show_keys(app: SeasonApp) -> None:
    """Open the help page of the screen in front; enter runs the chosen command."""
    from tui.help_pages import TOPICS, page
    from tui.screens.dialogs.help import Help, HelpRow

    known = {one.id: one for one in commands_here(app)}
    rows = tuple(HelpRow(one.id, one.shown, one.help, one.group, also_said(one)) for one in known.values())
    if isinstance(app.screen, SeasonScreen) and app.screen.VIEW == TIMELINE:
        marks = (ASCII if app.settings.ascii_only else UNICODE).marks
        rows += tuple(HelpRow("", marks[mark], meaning, "Signs") for mark, meaning in LEGEND)
        rows += tuple(HelpRow("", sign, meaning, "Signs") for sign, meaning in SIGNS_TOO)

    def chosen(command_id: str | None) -> None:
        if command_id and command_id.startswith(PAGE):
            open_page(app, command_id.removeprefix(PAGE))
        elif command_id:
            app.run_worker(run_command(app, known[command_id]))

    rows += tuple(HelpRow(f"{PAGE}{topic}", "page", page(topic).title, "Pages of help") for topic in TOPICS)
    app.push_screen(Help("Keys of this screen", rows), chosen)


def open_page(app: SeasonApp, topic: str) -> None:
    """Open a page of help over whatever is on screen."""
    from tui.screens.dialogs.help_page import HelpPage

    app.push_screen(HelpPage(topic, app.spell))
