"""Pages of help in plain words."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from tui.command_line.own_keys import own_spelling
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain
from tui.help_pages import GENERAL, Page, page, page_called

if TYPE_CHECKING:
    from argparse import Namespace

WIDTH = 78
MORE = "Each kind of message and each check has a page too: `prematch help thank-you`, `prematch help c06`."


def show_help(options: Namespace) -> int:
    """Print the page asked for, or what pages there are."""
    name = " ".join(options.topic)
    if not name:
        _list_pages(options)
        return DONE
    shown = page_called(name, own_spelling())
    if options.json:
        as_json({"topic": shown.topic, "title": shown.title, "lines": list(shown.lines)})
        return DONE
    for line in _page_lines(shown, 0 if is_plain(options) else WIDTH):
        data(line)
    return DONE


def _list_pages(options: Namespace) -> None:
    pages = [page(topic) for topic in GENERAL]
    room = max(map(len, GENERAL)) + 2
    if options.json:
        as_json({"pages": [{"topic": one.topic, "title": one.title} for one in pages]})
        return
    for one in pages:
        data(f"{one.topic}: {one.title}" if is_plain(options) else f"{one.topic:<{room}}{one.title}")
    if not is_plain(options):
        data()
    data(MORE)


def _page_lines(shown: Page, width: int) -> list[str]:
    """The page as lines of at most that many letters; 0 leaves every paragraph on one line."""
    lines = [shown.title]
    for heading, paragraphs in shown.sections:
        lines += ([""] if width else []) + ([heading] if heading else [])
        for place, paragraph in enumerate(paragraphs):
            item = paragraph.startswith("- ")
            if width and not item and place:
                lines.append("")
            words = paragraph.removeprefix("- ") if item and not width else paragraph
            lines += wrap(words, width, subsequent_indent="  " if item else "") if width else [words]
    return lines
