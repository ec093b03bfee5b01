"""Questions about interviews: an invitation that came, a date to book, one to move or cancel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.course import next_interview
from store.courtesy import notice_words
from store.dates import show_for, show_moment_short
from store.errors import RuleBroken
from store.folding import folded
from store.ids import new_id
from store.moments import Moment, known_zone
from store.records import Interview, Program
from store.rules import interviews, programs
from store.season import Season
from store.start_remarks import assumed_offer, remarks_on, short_words
from store.words import Format
from tui.asking.offered import ask_offered, offers_as_lines, offers_typed
from tui.asking.trying import ask_until_taken
from tui.asking.typed_days import a_moment_behind
from tui.requests import Change
from tui.screens.dialogs.fields import Field, understand_zone
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option

if TYPE_CHECKING:
    from tui.app import SeasonApp

ZONE_STATED = (Option(False, "no, I assume it"), Option(True, "yes, they say so"))


async def ask_invitation(app: SeasonApp, program_id: str) -> Change | None:
    """When the invitation came, and which dates it offers."""
    program = app.state.season.programs_by_id[program_id]
    came, offers = a_moment_behind(app), offers_typed(app, program)
    fields = (
        Field("at", "It came", hint="empty for now; or 14:05, yesterday 9:20", understand=came),
        Field("offered", "Dates offered", offers_as_lines(program), kind="text", understand=offers),
    )

    def as_change(given: dict[str, Any]) -> Change:
        rule = partial(programs.invite, program_id=program_id, at=given["at"], offered=given["offered"])
        return Change(f"Invited: {program.name}", rule)

    return await ask_until_taken(app, Form(f"An invitation from {program.name}", fields, about=program_id), as_change)


async def ask_booking(app: SeasonApp, program_id: str) -> Change | None:
    """When the interview is, in the program's own zone."""
    season = app.state.season
    program = season.programs_by_id[program_id]
    standing = next_interview(season, program_id, app.now())
    if standing is not None:
        chosen = await app.push_screen_wait(
            Menu(
                f"An interview is booked: {program.name}",
                (
                    Choice("c", f"change {show_for(season.profile, standing.starts, app.now())}", "change"),
                    Choice("b", "book one more day", "another"),
                ),
                default="change",
            )
        )
        if chosen != "another":
            return await ask_new_start(app, standing) if chosen else None
    if program.offered:
        chosen = await ask_offered(app, program)
        if chosen is None:
            return None
        if isinstance(chosen, Moment):
            assumed = assumed_offer(program, chosen)
            interview = Interview(id=new_id("i"), program_id=program_id, starts=chosen, zone_assumed=assumed)
            return _booked(program, interview)
    blank = Interview(new_id("i"), program_id, app.now())
    form = Form(f"Book the interview at {program.name}", _fields(app, program, None), about=program_id)
    return await ask_until_taken(app, form, lambda given: _booked(program, _interview_from(given, blank)))


async def ask_new_start(app: SeasonApp, interview: Interview) -> Change | None:
    """Everything that can change about an interview that stands."""
    program = app.state.season.programs_by_id[interview.program_id]
    form = Form(f"Interview at {program.name}", _fields(app, program, interview), about=interview.id)
    return await ask_until_taken(app, form, lambda given: _moved(program, interview, _interview_from(given, interview)))


def _moved(program: Program, interview: Interview, wanted: Interview) -> Change:

    def rule(season: Season, *, now: Moment) -> Season:
        if wanted.starts != interview.starts:
            season = interviews.move_interview(season, interview.id, wanted.starts, now=now)
        return interviews.edit_interview(
            season,
            interview.id,
            now=now,
            minutes=wanted.minutes,
            format=wanted.format,
            contact_ids=wanted.contact_ids,
            link=wanted.link,
            zone_assumed=wanted.zone_assumed,
        )

    return Change(f"Interview changed: {program.name}, {show_moment_short(wanted.starts)}", rule)


def _fields(app: SeasonApp, program: Program, interview: Interview | None) -> tuple[Field, ...]:
    return (*_when(app, program, interview), *_how(interview), *_with_whom(app.state.season, program, interview))


def _when(app: SeasonApp, program: Program, interview: Interview | None) -> tuple[Field, ...]:
    zone = interview.starts.zone if interview else known_zone(program.zone, app.now().zone)
    trial = interview or Interview("i-trial", program.id, app.now())
    given = f"{interview.starts.local:%Y-%m-%d %H:%M}" if interview else ""
    stated = interview is not None and not interview.zone_assumed
    hint, understand = f"{as_typed(12, 3)} 8am, in the zone below", _start(app, trial, zone)
    return (
        Field("starts", "Start", value=given, hint=hint, required=True, understand_beside=understand),
        Field("zone", "Zone", value=zone, kind="zone"),
        Field("stated", "Zone stated?", value=stated, kind="choice", choices=ZONE_STATED),
    )


def _start(app: SeasonApp, trial: Interview, zone: str) -> Callable[[str, Mapping[str, str]], tuple[Moment, str]]:
    """Understands a start in the zone that is typed below it, and says what that would clash with."""
    from store.spoken_dates import understand_moment

    season = app.state.season

    def understand(text: str, others: Mapping[str, str]) -> tuple[Moment, str]:
        try:
            where, _ = understand_zone(others.get("zone", ""))
        except RuleBroken:
            where = ""  # said below the zone itself
        heard = understand_moment(text, now=app.now(), zone=where or zone, need_time=True)
        against = short_words(remarks_on(season, replace(trial, starts=heard.moment), app.now()))
        said = show_for(season.profile, heard.moment, app.now())
        if heard.said.endswith(" then."):  # letters of the other season were typed
            said = f"{said}. {heard.said.partition('. ')[2]}"
        return heard.moment, f"{said}; {against}" if against else said

    return understand


def _how(interview: Interview | None) -> tuple[Field, ...]:
    forms = tuple(Option(form, form.value) for form in Format)
    held = interview.format if interview else Format.VIRTUAL
    return (
        Field("minutes", "Minutes", value=str(interview.minutes if interview else 240), kind="number"),
        Field("format", "Held", value=held, kind="choice", choices=forms),
    )


def _with_whom(season: Season, program: Program, interview: Interview | None) -> tuple[Field, ...]:
    with_ids = interview.contact_ids if interview else ()
    people = ", ".join(one.name for one in season.contacts_of.get(program.id, ()) if one.id in with_ids)
    return (
        Field("with", "With", value=people, hint="names, with commas", understand=people_named(season, program)),
        Field("link", "Link or place", value=interview.link if interview else ""),
    )


def people_named(season: Season, program: Program) -> Callable[[str], tuple[tuple[str, ...], str]]:
    """Understands people there with commas between them; a name that holds a comma itself, such as `Ode, MD`, is one.

    What it gives raises Unclear for a name that nobody there has, or several.
    """
    from store.find import find_contact

    whole = {folded(one.name) for one in season.contacts_of.get(program.id, ())}

    def understand(text: str) -> tuple[tuple[str, ...], str]:
        parts, names = [part.strip() for part in text.split(",") if part.strip()], []
        while parts:
            most = next((end for end in range(len(parts), 1, -1) if folded(", ".join(parts[:end])) in whole), 1)
            names.append(", ".join(parts[:most]))
            del parts[:most]
        found = {one.id: one.name for one in (find_contact(season, program.id, name) for name in names)}
        return tuple(found), ", ".join(found.values()) or "nobody yet"

    return understand


def _interview_from(given: dict[str, object], before: Interview) -> Interview:
    start, people = given["starts"], given["with"]
    assert isinstance(start, Moment)
    return replace(
        before,
        starts=start,
        minutes=int(str(given["minutes"] or 240)),
        format=Format(str(given["format"])),
        contact_ids=people if isinstance(people, tuple) else (),
        link=str(given["link"] or ""),
        zone_assumed=not given["stated"],
    )


def _booked(program: Program, interview: Interview) -> Change:
    words = f"Booked {show_moment_short(interview.starts)}: {program.name}"
    return Change(words, partial(interviews.book_interview, interview=interview))


async def ask_cancelling(app: SeasonApp, interview: Interview) -> Change | None:
    """Whether cancelling also means withdrawing."""
    program = app.state.season.programs_by_id[interview.program_id]
    notice = notice_words(app.state.season.profile, interview.starts, app.now())
    choices = (
        Choice("d", "only this date; I stay in the running", False, below=notice),
        Choice("w", "and withdraw from the program", True),
    )
    withdraw = await app.push_screen_wait(Menu(f"Cancel the interview at {program.name}", choices))
    if withdraw is None:
        return None
    rule = partial(interviews.cancel_interview, interview_id=interview.id, withdraw=withdraw)
    return Change(f"Interview cancelled: {program.name}", rule)
