"""Questions about key dates: one of the applicant's own, or a correction of a shipped one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.dates import show_day, show_for
from store.errors import RuleBroken
from store.ids import new_id
from store.key_dates import HOW_SURE
from store.records import KeyDate
from store.rules.profile import remove_key_date, set_key_date
from store.spoken_dates import Understood
from store.words import Mark
from tui.key_date_lines import is_shipped
from tui.requests import Change
from tui.screens.dialogs.ask import Understand
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.pick import Option
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def ask_key_date(app: SeasonApp, known: KeyDate | None = None) -> KeyDate | None:
    """A key date: a new one of the applicant's own, or `known` with what was changed about it."""
    shipped = known is not None and is_shipped(known)
    fields = [
        Field("name", "What happens", known.name if known else "", required=True),
        Field(
            "at",
            "When",
            typed_moment(known) if known else "",
            kind="moment",
            hint=f"{as_typed(3, 3)} 21:00, or only a day; a city for another zone",
            required=True,
            understand=_moment_reader(app, known),
        ),
        Field("letter", "Letter on the ruler", known.letter if known else "", understand=understand_letter),
    ]
    if shipped:
        sure = (Mark.CONFIRMED, Mark.EXPECTED)
        fields.append(
            Field("mark", "How sure", Mark.CONFIRMED, "choice", tuple(Option(one, HOW_SURE[one]) for one in sure))
        )
    fields.append(Field("source", "Who says so", known.source if known and not shipped else "", hint="a page, a mail"))
    title = (
        "A key date of your own" if known is None else f"{'Correct' if shipped else 'Change'}: {line(known.name, 50)}"
    )
    given = await app.push_screen_wait(Form(title, tuple(fields), about=known.id if known else ""))
    return None if given is None else _key_date(given, known)


def _key_date(given: dict[str, Any], known: KeyDate | None) -> KeyDate:
    heard: Understood = given["at"]
    begun = known or KeyDate(new_id("d"), "", heard.moment, mark=Mark.OWN)
    return replace(
        begun,
        name=given["name"],
        at=heard.moment,
        all_day=not heard.time_given,
        letter=given["letter"],
        mark=given.get("mark", begun.mark),
        source=given["source"],
    )


def kept(key_date: KeyDate, *, new: bool) -> Change:
    """The change that keeps that key date."""
    words = "Key date added" if new else "Key date changed"
    return Change(f"{words}: {line(key_date.name, 50)}", partial(set_key_date, key_date=key_date))


def removed(key_date: KeyDate) -> Change:
    """The change that drops one of the applicant's own, or a correction."""
    words = "Correction dropped" if is_shipped(key_date) else "Key date removed"
    return Change(f"{words}: {line(key_date.name, 50)}", partial(remove_key_date, key_date_id=key_date.id))


def typed_moment(key_date: KeyDate) -> str:
    """When it is, as it would be typed in its own zone."""
    local = key_date.at.local
    return f"{local:%Y-%m-%d}" if key_date.all_day else f"{local:%Y-%m-%d %H:%M}"


def _moment_reader(app: SeasonApp, known: KeyDate | None) -> Understand:
    """Reads a moment in the date's own zone, at home for a new one, and says it in both clocks."""
    from store.spoken_dates import understand_moment

    zone = known.at.zone if known else app.now().zone

    def read(text: str) -> tuple[Understood, str]:
        heard = understand_moment(text, now=app.now(), zone=zone)
        if not heard.time_given:
            return heard, f"{show_day(heard.moment.day)}, the whole day"
        return heard, show_for(app.state.season.profile, heard.moment, app.now())

    return read


def understand_letter(text: str) -> tuple[str, str]:
    """One capital for the timeline's ruler, or none; raises RuleBroken for anything else."""
    letter = text.strip().upper()
    if letter and not (len(letter) == 1 and letter.isalpha()):
        raise RuleBroken("One letter, or none.")
    return letter, ""
