"""What is new about the applicant, in plain lines: listed, recorded, taken away."""

from __future__ import annotations

from argparse import Namespace

from store.dates import show_day, show_day_short
from store.errors import Unclear
from store.ids import new_id
from store.records import News
from store.rules.profile import add_news, forget_news
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, words
from tui.command_line.typed import typed_day


def news(options: Namespace) -> int:
    """List what is new, record something, or take it away again."""
    if options.forget:
        _forget(options)
    elif options.what:
        _record(options)
    else:
        _list(options)
    return DONE


def _record(options: Namespace) -> None:
    with changing(options) as desk:
        day = typed_day(options.on, now=desk.now, past=True) if options.on else desk.now.day
        told = News(new_id("w"), day, options.what, options.eligibility)
        desk.change(f"News of {show_day_short(day)}: {options.what[:60]}", add_news(desk.season, told, now=desk.now))


def _forget(options: Namespace) -> None:
    if options.what:
        raise Unclear("Record something or forget something, one at a time.")
    with changing(options) as desk:
        changed = forget_news(desk.season, options.forget, now=desk.now)
        desk.change(f"No news after all: {options.forget}", changed)


def _list(options: Namespace) -> None:
    with looking(options) as desk:
        told = sorted(desk.season.news, key=lambda one: one.day)
    if options.json:
        found = [
            {"id": one.id, "on": one.day.isoformat(), "what": one.what, "eligibility": one.eligibility} for one in told
        ]
        as_json({"news": found})
        return
    for one in told:
        reach = ", changes eligibility" if one.eligibility else ""
        data(f"{show_day(one.day)}: {one.what.rstrip('.')}{reach}, {one.id}")
    if not told:
        words('Nothing new is recorded. `prematch news "I passed Step 3."` records it.')
