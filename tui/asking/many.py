"""Questions whose answer holds for one program or for many: tier, tags, contact rule, reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.clean_text import clean_line
from store.errors import Unclear
from store.records import ContactRule, Reason
from store.rules import many_programs
from store.words import Channel, ContactRuleName
from tui.asking.typed_days import a_day
from tui.asking.words import REASON_KEYS, RULE_KEYS, RULE_WORDS
from tui.program_story import named
from tui.requests import Act, Change, Rule
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui.app import SeasonApp

Tags = tuple[tuple[str, ...], tuple[str, ...]]
"""Those to add, and those to take away."""
LONGEST_TIER = 8
COORDINATOR = "coordinator"
THROUGH_COORDINATOR = "through the coordinator only"
"""Their words where none were typed: the check of recipients looks for the coordinator in them."""


def _act(app: SeasonApp, words: str, rule: Callable[[tuple[str, ...]], Rule]) -> Act:
    """An act that says of these programs what was done."""
    return Act(words, lambda ids: Change(f"{words}: {named(app.state.season, ids)}", rule(ids)))


async def ask_tier(app: SeasonApp, program_ids: tuple[str, ...]) -> Act | None:
    """The applicant's own letter for these programs."""
    season = app.state.season
    tiers = {season.programs_by_id[one].tier for one in program_ids}

    def understand(text: str) -> tuple[str, str]:
        tier = clean_line(text, what="The tier", limit=LONGEST_TIER).upper()
        return tier, f"tier {tier}" if tier else "no tier"

    title = f"Tier of {named(season, program_ids)}"
    now = tiers.pop() if len(tiers) == 1 else ""
    ask = Ask(
        title,
        "Tier",
        now,
        understand,
        "your own letter, A the most wanted; empty takes it away",
        allow_empty=True,
        about=" ".join(program_ids),
    )
    tier: str | None = await app.push_screen_wait(ask)
    if tier is None:
        return None
    words = f"Tier {tier}" if tier else "Without a tier"
    return _act(app, words, lambda ids: partial(many_programs.set_tier, program_ids=ids, tier=tier))


def understand_tags(text: str) -> tuple[Tags, str]:
    """Tags to add, and after a `!` tags to take away; raises Unclear when there are none."""
    words = clean_line(text, what="The line of tags").split()
    add = tuple(word for word in words if not word.startswith("!"))
    drop = tuple(word.lstrip("!") for word in words if word.startswith("!") and word.lstrip("!"))
    if not add and not drop:
        raise Unclear("Name a tag to add, or one to take away with ! before it.")
    said = [*(f"add {tag}" for tag in add), *(f"take away {tag}" for tag in drop)]
    return (add, drop), ", ".join(said)


async def ask_tags(app: SeasonApp, program_ids: tuple[str, ...]) -> Act | None:
    """Which tags these programs get and lose."""
    season = app.state.season
    present = sorted({tag for one in program_ids for tag in season.programs_by_id[one].tags})
    here = f"now: {' '.join(present)}" if present else "none yet"
    title = f"Tags of {named(season, program_ids)}"
    tags: Tags | None = await app.push_screen_wait(
        Ask(
            title,
            "Tags",
            understand=understand_tags,
            help=f"nicu adds, !reach takes away; {here}",
            about=" ".join(program_ids),
        )
    )
    if tags is None:
        return None
    add, drop = tags
    words = f"Tagged {' '.join((*add, *(f'!{tag}' for tag in drop)))}"
    return _act(app, words, lambda ids: partial(many_programs.change_tags, program_ids=ids, add=add, drop=drop))


async def ask_contact_rule(app: SeasonApp, program_ids: tuple[str, ...]) -> Act | None:
    """What these programs have said about being written to, and where."""
    season = app.state.season
    rules = {season.programs_by_id[one].rule for one in program_ids}
    known = rules.pop() if len(rules) == 1 else ContactRule()
    who = named(season, program_ids)
    choices = tuple(Choice(key, RULE_WORDS[name], name) for key, name in RULE_KEYS.items())
    asked = f"What do {who} say?" if len(program_ids) > 1 else f"What does {who} say?"
    name = await app.push_screen_wait(Menu(asked, choices, default=known.name))
    if name is None:
        return None
    given = await app.push_screen_wait(
        Form(f"Contact rule of {who}", _rule_fields(app, known, name), about=" ".join(program_ids))
    )
    if given is None:
        return None
    rule = _rule_of(app, name, given)

    def change(ids: tuple[str, ...]) -> Change:
        words = f"Contact rule of {named(app.state.season, ids)}: {RULE_WORDS[name]}"
        return Change(words, partial(many_programs.set_contact_rules, program_ids=ids, rule=rule))

    return Act(f"contact rule {RULE_WORDS[name]}", change)


def _rule_of(app: SeasonApp, name: ContactRuleName, given: dict[str, Any]) -> ContactRule:
    channel, words = given.get("channel"), str(given["words"])
    if channel == COORDINATOR:
        channel, words = Channel.EMAIL, words or THROUGH_COORDINATOR
    return ContactRule(
        name=name,
        words=words,
        source=str(given["source"]),
        seen=given["seen"] or app.now().day,
        channel=channel,
        until=given.get("until"),
    )


def _rule_fields(app: SeasonApp, known: ContactRule, name: ContactRuleName) -> tuple[Field, ...]:
    fields = [
        Field("words", "Their words", known.words, hint="as they wrote or said it"),
        Field("source", "Seen where", known.source, hint="their page, a mail, the interview day"),
        Field(
            "seen",
            "Seen on",
            _typed(known.seen),
            kind="day",
            hint="empty for today",
            understand=a_day(app, past=True),
        ),
    ]
    if name is ContactRuleName.ONE_CHANNEL:
        ways = tuple(Option(way, way.value) for way in (Channel.PORTAL, Channel.EMAIL, Channel.PHONE))
        ways += (Option(COORDINATOR, "coordinator, by e-mail"),)
        fields.append(Field("channel", "Channel", known.channel or Channel.PORTAL, kind="choice", choices=ways))
    if name is ContactRuleName.UPDATES_UNTIL:
        fields.append(Field("until", "Until", _typed(known.until), kind="day", required=True, understand=a_day(app)))
    return tuple(fields)


def _typed(day: date | None) -> str:
    return day.isoformat() if day else ""


async def ask_reason(app: SeasonApp, program_ids: tuple[str, ...]) -> Act | None:
    """Why writing before an invitation is warranted here."""
    who = named(app.state.season, program_ids)
    choices = tuple(Choice(key, words, kind) for key, (kind, words) in REASON_KEYS.items())
    kind = await app.push_screen_wait(Menu(f"Why write to {who} now?", choices))
    if kind is None:
        return None
    given = await app.push_screen_wait(
        Form(
            "The reason",
            (Field("words", "In your words", kind="text", required=True),),
            about=" ".join(program_ids),
        )
    )
    if given is None:
        return None
    reason = Reason(kind, str(given["words"]))
    add = many_programs.add_reasons
    return _act(app, "Reason recorded", lambda ids: partial(add, program_ids=ids, reason=reason))
