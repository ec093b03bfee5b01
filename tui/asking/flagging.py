"""Questions about flags: what a message that came in asked or hinted at, the answer to it, and the record of all."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from store.records import Letter
from store.rules import received as rules
from store.words import Kind
from tui.program_story import Part
from tui.requests import Change, NewLetter, WriteLetter
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.reading import Reading
from tui.shown import line

if TYPE_CHECKING:
    from templates.incoming.concern_record import Recorded
    from tui.app import SeasonApp

QUESTIONS = {
    "improper": "Flag it: did this ask what they may not ask?",
    "hint": "Flag it: does this hint at a commitment?",
}
MOST_SHOWN = 3


async def ask_flags(app: SeasonApp, letter: Letter) -> tuple[bool, bool] | None:
    """Whether it asked something improper, and whether it hinted, sentence by sentence; None when the person went back.

    Asked only where its words give cause; nothing is flagged without a yes.
    """
    from templates.incoming.concerns import concerns_in

    found = await to_thread(concerns_in, letter.body)
    answers = {"improper": letter.improper, "hint": letter.hint}
    for flag, question in QUESTIONS.items():
        own = [one for one in found if one.flag == flag]
        if not own or answers[flag]:
            continue
        shown = "\n".join(f"“{line(one.words, 300)}”\nIt {one.why}." for one in own[:MOST_SHOWN])
        answer: bool | None = await app.push_screen_wait(Confirm(question, shown, default=True))
        if answer is None:
            return None
        answers[flag] = answer
    return answers["improper"], answers["hint"]


async def ask_flag_change(app: SeasonApp, letter: Letter) -> Change | None:
    """Which flags a message that came in is to have."""
    from templates.incoming.concerns import concerns_in

    whys = {one.flag: f"it {one.why}" for one in reversed(await to_thread(concerns_in, letter.body))}
    choices = (
        Choice("i", "asked what they may not ask", (True, False), whys.get("improper", "")),
        Choice("h", "hinted at a commitment", (False, True), whys.get("hint", "")),
        Choice("b", "both", (True, True)),
        Choice("n", "neither", (False, False)),
    )
    default = (letter.improper, letter.hint)
    flags: tuple[bool, bool] | None = await app.push_screen_wait(Menu("What did this message do?", choices, default))
    if flags is None:
        return None
    improper, hint = flags
    name = app.state.season.programs_by_id[letter.program_id].name
    label = f"{'Flagged' if improper or hint else 'Not flagged'}: a message from {name}"
    return Change(label, partial(rules.flag_received, letter_id=letter.id, improper=improper, hint=hint))


async def ask_answer(app: SeasonApp, letter: Letter) -> None:
    """Offer the answer that a flagged message wants: it thanks, and discloses and promises nothing."""
    if not (letter.improper or letter.hint):
        return
    kind = Kind.IMPROPER_QUESTION if letter.improper else Kind.HINT
    detail = app.spell(
        "The draft thanks them, discloses nothing and promises nothing. "
        "{everywhere.rights} shows your rights. It also waits in Review."
    )
    if await app.push_screen_wait(Confirm("Begin the answer now?", detail, default=True)):
        app.post_message(WriteLetter(NewLetter(letter.program_id, kind, letter.contact_ids, answers=letter.id)))


async def ask_record(app: SeasonApp) -> None:
    """Read the record of what was flagged, or write it to a file."""
    from templates.incoming.concern_record import recorded

    found = recorded(app.state.season)
    if not found:
        app.say(app.spell("Nothing is flagged.  {messages.flag} on a message that came in flags it."))
        return
    several = f"{len(found)} message{'s' if len(found) > 1 else ''}"
    choices = (Choice("r", "read it", "read"), Choice("w", "write it to a file, for a report", "write"))
    way = await app.push_screen_wait(Menu(f"The record: {several}", choices, default="read"))
    if way == "read":
        await app.push_screen_wait(Reading("The record", _parts(app, found)))
    elif way == "write":
        await _write_record(app, found)


def _parts(app: SeasonApp, found: tuple[Recorded, ...]) -> tuple[Part, ...]:
    from templates.incoming.concern_record import FLAG_WORDS, both_clocks, person_words

    parts: list[Part] = []
    home = app.now().zone
    for one in reversed(found):
        lines = [both_clocks(one.letter.at, one.program, home)] if one.letter.at else []
        lines += [*map(person_words, one.people), *(f"“{line(words, 400)}”" for words in one.words)]
        lines += [f"{rule.rule} {rule.source} ({rule.mark})" for rule in one.touched]
        lines += [f"answered {both_clocks(each.at, one.program, home)}" for each in one.answers if each.at]
        lines += [] if one.answers else ["no answer sent yet"]
        flags = " and ".join(FLAG_WORDS[flag] for flag in one.flags)
        parts.append(Part(f"{one.program.name}: {flags}", tuple(lines)))
    return tuple(parts)


async def _write_record(app: SeasonApp, found: tuple[Recorded, ...]) -> None:
    from templates.incoming.concern_record import as_text
    from tui.asking.new_file import write_new_file

    name = f"prematch-record-{app.now().day}.txt"
    told = "  It ends with where a report may go."
    await write_new_file(app, "The record", name, lambda: as_text(found, now=app.now()), told=told)
