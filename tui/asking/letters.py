"""Questions about messages: which kind, to whom, when it went out, what came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.dates import show_day_short
from store.moments import Moment
from store.records import Accepted, Letter
from store.rules import letters
from store.season import Season
from store.words import ROLE_WORDS, Kind, Promise
from tui.asking.typed_days import a_moment_behind
from tui.follow_up_letters import answer_to
from tui.requests import Change, NewLetter, OpenLetter, Rule, WriteEach, WriteLetter
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick import Option, Pick
from tui.shown import line
from tui.spelling import Spelling

if TYPE_CHECKING:
    from store.agenda import FollowUp
    from templates.conduct.checking import Finding
    from tui.app import SeasonApp


async def ask_message(app: SeasonApp, program_id: str) -> OpenLetter | WriteLetter | WriteEach | None:
    """Which message to write: what is due to this program comes first, then every kind that fits."""
    from templates.catalogue import KINDS, kinds_for

    season, now = app.state.season, app.now()
    options: list[Option] = list(_everyone(season, app.state.agenda.of(program_id)))
    for item in app.state.agenda.of(program_id):
        request = answer_to(season, item, program_id)
        if request is not None:
            options.append(Option(request, item.what, f"due {show_day_short(app.state.home.day_of(item.due))}"))
    for kind in kinds_for(season, season.programs_by_id[program_id], now=now):
        options.append(Option(kind, KINDS[kind].title, KINDS[kind].when))
    name = season.programs_by_id[program_id].name
    chosen: OpenLetter | WriteLetter | WriteEach | Kind | None
    chosen = await app.push_screen_wait(Pick(f"A message to {name}", tuple(options)))
    if not isinstance(chosen, Kind):
        return chosen
    contact_ids = await ask_recipients(app, program_id, chosen)
    return None if contact_ids is None else WriteLetter(NewLetter(program_id, chosen, contact_ids))


def _everyone(season: Season, due: tuple[FollowUp, ...]) -> Iterator[Option]:
    """For each day on which several people are still to be thanked, all of them in one go."""
    from templates.drafts_for_each import owed_thanks

    for interview_id, owed in owed_thanks(due).items():
        if len(owed) > 1:
            day = show_day_short(season.interviews_by_id[interview_id].starts.day)
            yield Option(WriteEach(owed), f"thank all {len(owed)} you met on {day}", "one after the other")


async def ask_new_letter(app: SeasonApp, program_id: str) -> NewLetter | None:
    """Which kind of message, and which form of it."""
    kind = await ask_kind(app, program_id)
    if kind is None:
        return None
    contact_ids = await ask_recipients(app, program_id, kind)
    return None if contact_ids is None else NewLetter(program_id, kind, contact_ids)


async def ask_kind(app: SeasonApp, program_id: str) -> Kind | None:
    """What the message is for; what fits the status comes first."""
    from templates.catalogue import KINDS, kinds_for

    season = app.state.season
    program = season.programs_by_id[program_id]
    options = tuple(
        Option(kind, KINDS[kind].title, KINDS[kind].when) for kind in kinds_for(season, program, now=app.now())
    )
    kind: Kind | None = await app.push_screen_wait(Pick(f"A message to {program.name}", options))
    return kind


async def ask_recipients(app: SeasonApp, program_id: str, kind: Kind) -> tuple[str, ...] | None:
    """To whom it goes; asked only when more than one person could be meant."""
    from templates.catalogue import KINDS, recipients_for

    season = app.state.season
    fitting = recipients_for(season, season.programs_by_id[program_id], kind)
    known = season.contacts_of.get(program_id, ())
    if len(known) < 2:
        return tuple(one.id for one in fitting)
    ordered = (*fitting, *(one for one in known if one not in fitting))
    options = tuple(Option(one.id, one.titled, ROLE_WORDS[one.role]) for one in ordered)
    chosen = await app.push_screen_wait(Pick(f"{KINDS[kind].title}: to whom?", options))
    return None if chosen is None else (chosen,)


async def ask_sent(
    app: SeasonApp, letter: Letter, findings: tuple[Finding, ...], *, handed: bool = False
) -> Change | None:
    """When it went out; a STOP asks once, a hard one refuses. With `handed` the text handed over last is what went."""
    from store.rules.handing_over import mark_handed_sent
    from templates.conduct.promises import promise_in
    from templates.own_templates import own_sources
    from templates.told_details import detail_told

    stops = await past_stops(app, findings, "Mark it as sent")
    at = await ask_when_sent(app, "Sent when?", letter.id) if stops is not None else None
    if at is None or stops is None:
        return None
    name = app.state.season.programs_by_id[letter.program_id].name
    promise = promise_in(app.state.season, letter)
    rule = partial(
        mark_handed_sent if handed else letters.mark_sent, letter_id=letter.id, at=at, promise=promise, accepted=stops
    )
    kept = "; its promise stands in the ledger" if promise in (Promise.HIGH, Promise.FIRST) else ""
    if detail := detail_told(app.state.season, letter, now=app.now(), own=own_sources()):
        rule, kept = partial(then_noted, then=rule, letter_id=letter.id, detail=detail), f"{kept}; its detail is noted"
    return Change(f"Sent: {letter.kind.value} to {name}{kept}", rule)


def then_noted(season: Season, *, then: Rule, letter_id: str, detail: str, now: Moment) -> Season:
    """The rule `then`, and in the same step the detail that message told is noted with its interview."""
    from store.rules.debriefing import keep_detail

    return keep_detail(then(season, now=now), letter_id, detail, now=now)


async def ask_when_sent(app: SeasonApp, title: str, about: str = "") -> Moment | None:
    """When something went out; enter says now. `about` is the message it is asked for."""
    help_ = "enter for now; or today 14:05, yesterday 9:20"
    at: Moment | None = await app.push_screen_wait(
        Ask(title, "Sent", understand=a_moment_behind(app), help=help_, allow_empty=True, about=about)
    )
    return at


async def past_stops(app: SeasonApp, findings: tuple[Finding, ...], what: str) -> tuple[Accepted, ...] | None:
    """The STOPs the person chose to go past; None when they did not, or may not."""
    from templates.conduct.checking import Level

    stops = [one for one in findings if one.level is Level.STOP]
    hard = [one for one in stops if one.hard]
    if hard:
        app.tell(f"Not yet. {first_of(hard, app.spell)}", severity="warning")
        return None
    if not stops:
        return ()
    question = f"{what} with {len(stops)} stop{'s' if len(stops) > 1 else ''} open?"
    if not await app.push_screen_wait(Confirm(question, " ".join(one.message for one in stops[:3]))):
        return None
    return tuple(Accepted(one.check, one.text, app.now()) for one in stops)


def first_of(findings: Sequence[Finding], spell: Spelling) -> str:
    """The first of these findings in its own words, how many more there are, and the key that leads to them."""
    first, more = findings[0], len(findings) - 1
    place = f"“{line(first.text, 40)}”: " if first.text else ""
    others = f" {more} more after it." if more else ""
    return f"{place}{first.message.rstrip('.')}.{others} {spell('{editor.next-check} goes there.')}"
