"""What is due, late and coming, in a few lines that any shell prompt can afford."""

from __future__ import annotations

from argparse import Namespace

from store.agenda import Agenda, FollowUp, HeldBack, Urgency, agenda, urgency
from store.clashes import Clash, clashes
from store.course import in_play
from store.dates import days_until, home_at, home_of, show_for, show_moment, signed, signed_days
from store.follow_ups.follow_up import soap_silence
from store.frozen_record import record
from store.key_dates import days_ahead, key_dates, show_key_date
from store.key_dates import is_over as date_is_over
from store.moments import Moment
from store.numbers import counted
from store.records import Interview, KeyDate
from store.season import Season
from store.words import InterviewState, Mark
from tui.command_line.desk import looking
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, is_plain, moment_values

SPANS = {"today": 0, "week": 7, "30d": 30, "all": 100_000}
"""Days from today that each span reaches."""


@record(frozen=True, slots=True)
class Ahead:
    """What one span of days holds."""

    season: Season
    """The season."""
    now: Moment
    """The present moment."""
    items: tuple[FollowUp, ...]
    """Follow-ups, late ones first."""
    interviews: tuple[Interview, ...]
    """Interviews that are not over."""
    key_dates: tuple[KeyDate, ...]
    """Key dates that are not over."""
    clashes: tuple[Clash, ...]
    """Every clash still ahead, however far."""
    held_back: tuple[HeldBack, ...] = ()
    """What is not proposed because of a contact rule."""

    @property
    def late(self) -> tuple[FollowUp, ...]:
        """The follow-ups that are late."""
        return tuple(item for item in self.items if urgency(item, self.now) is Urgency.LATE)

    def name(self, program_id: str) -> str:
        """The name of that program, or nothing."""
        program = self.season.programs_by_id.get(program_id)
        return program.name if program else ""


def show_agenda(options: Namespace) -> int:
    """Print what is ahead; with `--exit-code`, 1 when anything is late."""
    if options.short:
        from tui.command_line.short_agenda import show_short

        return show_short(options)
    with looking(options) as desk:
        found = ahead(desk.season, agenda(desk.season, now=desk.now), options.span, now=desk.now)
    if options.json:
        as_json(_values(found))
    elif is_plain(options):
        for line in _plain_lines(found, why=options.why):
            data(line)
    else:
        for line in _lines(found, why=options.why):
            data(line)
    return FOUND if options.exit_code and found.late else DONE


def ahead(season: Season, open_items: Agenda, span: str, *, now: Moment) -> Ahead:
    """What lies within that span; `all` holds what is snoozed too."""
    reach, home = SPANS[span], home_of(season.profile, now)

    def near(moment: Moment) -> bool:
        return days_until(moment, now, home) <= reach

    items = (*open_items.open, *(open_items.snoozed if span == "all" else ()))
    programs = season.programs_by_id
    interviews = (
        one
        for one in season.interviews
        if one.state is InterviewState.BOOKED and one.ends > now and near(one.starts)
        if one.program_id in programs and in_play(programs[one.program_id])
    )
    return Ahead(
        season,
        now,
        tuple(item for item in items if near(item.due)),
        tuple(sorted(interviews, key=lambda one: one.starts)),
        tuple(one for one in key_dates(season) if not date_is_over(one, now) and near(one.at)),
        tuple(clash for clash in clashes(season) if clash.end > now),
        tuple(one for one in open_items.held_back if near(one.follow_up.due)),
    )


def urgent_words(season: Season, item: FollowUp, now: Moment) -> str:
    """How pressing a follow-up is, in words: `late for 3 days`, `due today`, `due in 4 days`.

    Lateness is counted from the last good moment, not from the one when it was due.
    """
    if item.snoozed_until is not None:
        return f"put off until {show_moment(item.snoozed_until)}"
    late = urgency(item, now) is Urgency.LATE
    days = days_until(item.latest or item.due if late else item.due, now, home_of(season.profile, now))
    span = counted(abs(days), "day")
    if late:
        return f"late for {span}" if days < 0 else "late today"
    if days > 0:
        return f"due in {span}"
    return "due today" if days == 0 else f"due for {span}"


def _plain_lines(found: Ahead, *, why: bool = False) -> list[str]:
    now = found.now
    lines = [f"now {show_moment(now)}"]
    for item in found.items:
        where = f"{found.name(item.program_id)}, " if item.program_id else ""
        lines.append(
            f"{urgent_words(found.season, item, now)}: {where}{item.what}, item {item.key}"
            + (f". {item.why}" if why else "")
        )
    for interview in found.interviews:
        assumed = ", zone assumed" if interview.zone_assumed else ""
        when = show_for(found.season.profile, interview.starts, now)
        lines.append(f"interview: {found.name(interview.program_id)}, {when}{assumed}")
    lines += [
        f"key date: {one.name}, {show_key_date(one, home_at(found.season.profile, one.at, now))}"
        for one in found.key_dates
    ]
    lines += [
        f"clash: {_pair(found, clash)}, {show_for(found.season.profile, clash.start, now)}" for clash in found.clashes
    ]
    lines += [f"not proposed: {one.follow_up.what}. {one.why}" for one in found.held_back]
    return [*rule_of_the_week(found.season, found.now), *(lines if lines[1:] else [*lines, "nothing due"])]


def _lines(found: Ahead, *, why: bool = False) -> list[str]:
    lines = [f"{show_moment(found.now)}   home {found.now.zone}"]
    parts = (
        ("To do", [line for item in found.items for line in _item_lines(found, item, why=why)]),
        ("Interviews", [line for interview in found.interviews for line in _interview_lines(found, interview)]),
        ("Key dates", [_key_date_line(found, one) for one in found.key_dates]),
        ("Clashes", [line for clash in found.clashes for line in _clash_lines(found, clash)]),
        ("Not proposed", [line for one in found.held_back for line in _held_back_lines(found, one)]),
    )
    for title, part in parts:
        lines += ["", title, *part] if part else []
    return [*rule_of_the_week(found.season, found.now), *(lines if lines[1:] else [*lines, "", "Nothing due."])]


def _item_lines(found: Ahead, item: FollowUp, *, why: bool) -> list[str]:
    mark = "!" if urgency(item, found.now) is Urgency.LATE else "z" if item.snoozed_until else " "
    name = found.name(item.program_id)
    first = f" {_days_to(found, item.due)} {mark} {f'{name}: ' if name else ''}{item.what}"
    return [first, f"        {item.key}", *([f"        {item.why}"] if why else [])]


def _interview_lines(found: Ahead, interview: Interview) -> list[str]:
    assumed = "   zone assumed" if interview.zone_assumed else ""
    when = show_for(found.season.profile, interview.starts, found.now)
    first = f" {_days_to(found, interview.starts)}   {found.name(interview.program_id)}"
    return [first, f"        {when}, {interview.minutes} minutes{assumed}"]


def _key_date_line(found: Ahead, one: KeyDate) -> str:
    when = show_key_date(one, home_at(found.season.profile, one.at, found.now))
    return f" {signed(days_ahead(one, found.now, home_of(found.season.profile, found.now)))}   {one.name}: {when}"


def _clash_lines(found: Ahead, clash: Clash) -> list[str]:
    start, end = (show_for(found.season.profile, one, found.now) for one in (clash.start, clash.end))
    return [f" {_days_to(found, clash.start)} ! {_pair(found, clash)}", f"        from {start} to {end}"]


def _held_back_lines(found: Ahead, one: HeldBack) -> list[str]:
    return [f"       {found.name(one.follow_up.program_id)}: {one.follow_up.what}", f"        {one.why}"]


def _days_to(found: Ahead, moment: Moment) -> str:
    return signed_days(moment, found.now, home_of(found.season.profile, found.now))


def rule_of_the_week(season: Season, now: Moment) -> list[str]:
    """The sentence that leads everything during SOAP; nothing at other times."""
    silence = soap_silence(season, now)
    if silence is None:
        return []
    from store.soap_week import silence_words  # one week of the year

    return [silence_words(silence, season.profile, now)[0]]


def _pair(found: Ahead, clash: Clash) -> str:
    return f"{found.name(clash.first.program_id)} and {found.name(clash.second.program_id)}"


def _values(found: Ahead) -> dict[str, object]:
    return {
        **moment_values("now", found.now),
        "items": [_item_values(found, item) for item in found.items],
        "held_back": [{**_item_values(found, one.follow_up), "not_proposed": one.why} for one in found.held_back],
        "interviews": [_interview_values(found, one) for one in found.interviews],
        "key_dates": [_key_date_values(found, one) for one in found.key_dates],
        "clashes": [_clash_values(found, one) for one in found.clashes],
    }


def _interview_values(found: Ahead, one: Interview) -> dict[str, object]:
    home = home_at(found.season.profile, one.starts, found.now)
    return {
        "program": found.name(one.program_id),
        "program_id": one.program_id,
        **moment_values("starts", one.starts),
        "starts_home": one.starts.seen_from(home).local.isoformat(),
        "home_zone": home,
        "assumed": one.zone_assumed,
        "minutes": one.minutes,
    }


def _key_date_values(found: Ahead, one: KeyDate) -> dict[str, object]:
    home = home_at(found.season.profile, one.at, found.now)
    return {
        "what": one.name,
        **moment_values("at", one.at),
        "at_home": one.at.seen_from(home).local.isoformat(),
        "expected": one.mark is Mark.EXPECTED,
    }


def _clash_values(found: Ahead, clash: Clash) -> dict[str, object]:
    return {
        "programs": [found.name(clash.first.program_id), found.name(clash.second.program_id)],
        **moment_values("from", clash.start),
        **moment_values("to", clash.end),
    }


def _item_values(found: Ahead, item: FollowUp) -> dict[str, object]:
    return {
        "id": item.key,
        "rule": item.rule,
        "program": found.name(item.program_id) or None,
        "program_id": item.program_id or None,
        "what": item.what,
        "kind": item.kind.value if item.kind else None,
        **moment_values("due", item.due),
        **moment_values("latest", item.latest),
        "late": urgency(item, found.now) is Urgency.LATE,
        **moment_values("snoozed_until", item.snoozed_until),
        "why": item.why,
    }
