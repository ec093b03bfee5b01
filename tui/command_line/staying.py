"""Where the applicant is, and where they will be from a day on."""

from __future__ import annotations

from argparse import Namespace

from store.dates import home_zone_on, show_day
from store.errors import Unclear
from store.records import Stay
from store.rules.profile import begin_stay, end_stay
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data
from tui.command_line.typed import typed_day, typed_zone


def where(options: Namespace) -> int:
    """Show where the applicant is by day, or keep another stay."""
    if options.forget:
        if options.zone or options.start or options.until:
            raise Unclear("`--forget DAY` stands alone: it takes away the stay that begins on that day.")
        return _forget(options)
    if options.zone:
        return _stay(options)
    if options.start or options.until:
        raise Unclear("Say where, too: `prematch where America/Phoenix --from 10 jan --until 6 feb`.")
    with looking(options) as desk:
        _show(desk, options)
    return DONE


def _stay(options: Namespace) -> int:
    with changing(options) as desk:
        start = typed_day(options.start, now=desk.now) if options.start else desk.now.day
        until = typed_day(options.until, now=desk.now) if options.until else None
        stay = Stay(start, typed_zone(options.zone), until)
        desk.change(_words(stay), begin_stay(desk.season, stay, now=desk.now))
    return DONE


def _forget(options: Namespace) -> int:
    with changing(options) as desk:
        start = typed_day(options.forget, now=desk.now)
        desk.change(f"No longer from {show_day(start)} on elsewhere", end_stay(desk.season, start, now=desk.now))
    return DONE


def _show(desk: Desk, options: Namespace) -> None:
    profile, now = desk.season.profile, desk.now
    usual = profile.home_zone or now.zone
    if options.json:
        stays = [
            {"zone": one.zone, "from": one.start.isoformat(), "until": one.until.isoformat() if one.until else None}
            for one in profile.stays
        ]
        as_json({"today": home_zone_on(profile, now.day, now.zone), "home_zone": usual, "stays": stays})
        return
    data(f"today, {show_day(now.day)}: {home_zone_on(profile, now.day, now.zone)}")
    data(f"at home: {usual}")
    for one in profile.stays:
        data(_words(one)[0].lower() + _words(one)[1:])


def _words(stay: Stay) -> str:
    ends = f" until {show_day(stay.until)}" if stay.until else " on"
    return f"From {show_day(stay.start)}{ends} in {stay.zone}"
