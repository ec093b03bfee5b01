"""Questions about the person's own templates: which form, under which name, and its text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.errors import SeasonError
from store.words import Kind
from templates.catalogue import KINDS
from templates.own_templates import OwnTemplates, all_forms, kind_and_form, own_templates, own_variants
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.pick import Option, Pick

if TYPE_CHECKING:
    from tui.app import SeasonApp

NEW = "new"
YOURS = "yours"


async def ask_form(app: SeasonApp, kind: Kind) -> str | None:
    """In which form to begin: asked only where the person has added forms; empty lets the app choose."""
    added = own_variants(kind, own_templates().sources)
    if not added:
        return ""
    options = (
        Option("", "whichever fits"),
        *(Option(form.name, form.title, YOURS) for form in added),
        *(Option(form.name, form.title) for form in KINDS[kind].variants),
    )
    chosen: str | None = await app.push_screen_wait(Pick(f"{KINDS[kind].title}: in which form?", options))
    return chosen


async def edit_template(app: SeasonApp, kind: Kind) -> str:
    """Ask which form to change, let the person write, keep it in their folder; what to say about it."""
    own = own_templates()
    name = await _ask_name(app, kind, own)
    if not name:
        return ""
    text = await _ask_text(app, kind, name, _source(kind, name, own))
    if text is None:
        return ""
    from tui.clipboard import from_home
    from tui.template_files import keep_template

    try:
        return f"Kept: {from_home(keep_template(name, text, over=True))}"
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return ""


async def remove_template(app: SeasonApp, kind: Kind) -> str:
    """Ask which of the person's own to take out of use, and do it; what to say about it."""
    own = own_templates()
    mine = [one for one in own.templates if one.kind is kind]
    if not mine:
        return f"{KINDS[kind].title}: no form of it is yours.  Those that come with prematch stay."
    titles = {form.name: form.title for form in all_forms(kind, own.sources)}
    options = tuple(Option(one.name, titles.get(one.variant, "one for every form"), one.name) for one in mine)
    name: str | None = await app.push_screen_wait(Pick(f"{KINDS[kind].title}: remove which of yours?", options))
    if name is None:
        return ""
    from tui.clipboard import from_home
    from tui.template_files import set_aside

    try:
        return f"Removed.  Its text is kept as {from_home(set_aside(name))}"
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return ""


async def _ask_name(app: SeasonApp, kind: Kind, own: OwnTemplates) -> str | None:
    names = {one.name for one in own.templates}
    forms = all_forms(kind, own.sources)
    options = [
        Option(f"{kind.value}.{form.name}", form.title, YOURS if f"{kind.value}.{form.name}" in names else "shipped")
        for form in forms
    ]
    options += [Option(kind.value, "one for every form", YOURS)] if kind.value in names else []
    title = f"{KINDS[kind].title}: change which form?"
    chosen: str | None = await app.push_screen_wait(Pick(title, (*options, Option(NEW, "a new form of your own"))))
    if chosen != NEW:
        return chosen
    taken = frozenset(form.name for form in forms)
    name: str | None = await app.push_screen_wait(
        Ask("A new form", "Its name", understand=partial(_new_name, kind, taken), help="such as: short, after-a-call")
    )
    return name


def _new_name(kind: Kind, taken: frozenset[str], text: str) -> tuple[str, str]:
    from store.errors import RuleBroken

    form = "-".join(text.lower().split())
    if form in taken:
        raise RuleBroken("There is a form of that name already; choose it in the list to change it.")
    name = f"{kind.value}.{form}"
    kind_and_form(f"{name}.txt.j2")
    return name, f"kept as {name}.txt.j2"


def _source(kind: Kind, name: str, own: OwnTemplates) -> str:
    """What stands in it at first: the person's own, else the shipped form, else the usual one."""
    from templates.render import shipped_template

    if name in own.sources:
        return own.sources[name]
    forms = [form.name for form in KINDS[kind].variants]
    form = name.partition(".")[2]
    return shipped_template(kind, form if form in forms else forms[0])


async def _ask_text(app: SeasonApp, kind: Kind, name: str, source: str) -> str | None:
    from tui.external_editor import edit_outside
    from tui.screens.dialogs.template_text import TemplateText
    from tui.terminal_lending import lent_by

    def outside(text: str, keep: Callable[[str], None]) -> str:
        return edit_outside(text, keep, suspend=partial(lent_by, app), no_color=app.no_color)

    text: str | None = await app.push_screen_wait(TemplateText(f"Your form {name}", kind, source, outside))
    return text
