"""Templates: those that come with the app and the person's own, listed, shown, checked, copied and taken in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from store.errors import RuleBroken
from store.find import find_program
from store.numbers import counted
from store.places import templates_folder
from store.season import Season
from store.typed_path import is_there, typed_path
from store.words import OUTGOING_KINDS
from templates.catalogue import KINDS
from templates.facts import facts_for
from templates.own_templates import (
    ENDING,
    OwnTemplate,
    OwnTemplates,
    all_forms,
    kind_and_form,
    own_templates,
    read_template,
)
from templates.render import begin_letter, shipped_template
from templates.template_check import Checked, looked_through, named_facts
from templates.vocabulary import FactValue
from tui.command_line.desk import looking
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, words
from tui.template_files import keep_template, set_aside


def templates(options: Namespace) -> int:
    """List the templates, or do with one of them what was asked."""
    does = {"list": _list, "show": _show, "check": _check, "copy": _copy, "add": _add, "remove": _remove}[options.act]
    if options.act != "list" and not options.name:
        raise RuleBroken(f"Say which template: `prematch templates {options.act} thank-you.director`.")
    return does(options)


def _list(options: Namespace) -> int:
    """Every form of every kind, and what is wrong with the person's own; 1 when something is."""
    own = own_templates()
    rows = tuple(_rows(own))
    if options.json:
        as_json({"folder": str(templates_folder()), "templates": list(rows), "troubles": list(own.troubles)})
    else:
        for row in rows:
            whose = "yours" if row["yours"] else "shipped"
            broken = "; yours cannot be used" if row["troubles"] else ""
            data(f"{row['name']}: {row['title']} ({whose}{broken})")
        words(f"{counted(len(own.templates), 'template')} of yours in {templates_folder()}.")
    for sentence in (*own.troubles, *(f"{row['name']}: {one}" for row in rows for one in _listed(row["troubles"]))):
        words(sentence)
    return FOUND if own.troubles or any(row["troubles"] for row in rows) else DONE


def _listed(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _rows(own: OwnTemplates) -> Iterator[dict[str, object]]:
    """One for each form, in the order of the kinds; one that stands for a whole kind comes before its forms."""
    by_name = {one.name: one for one in own.templates}
    for kind in OUTGOING_KINDS:
        whole = f"every form of {KINDS[kind].title}"
        forms: list[tuple[str, str]] = [(str(kind.value), whole)] if kind.value in by_name else []
        forms += [(f"{kind.value}.{form.name}", form.title) for form in all_forms(kind, own.sources)]
        for name, title in forms:
            theirs = by_name.get(name)
            troubles = looked_through(theirs.source, kind).troubles if theirs else ()
            yield {"name": name, "title": title, "yours": theirs is not None, "troubles": list(troubles)}


def _show(options: Namespace) -> int:
    """Print the source that is used for that name: the person's own, else the shipped one."""
    own = next((one for one in own_templates().templates if one.name == options.name), None)
    source = own.source if own else _shipped(options.name)
    if options.json:
        as_json({"name": options.name, "yours": own is not None, "source": source})
    else:
        data(source.rstrip("\n"))
    return DONE


def _check(options: Namespace) -> int:
    """Say everything that is wrong with a file or with one of the person's own, and which facts it needs."""
    found = _meant(options)
    checked = looked_through(found.source, found.kind, _known(options, found))
    if options.json:
        lists = {"troubles": list(checked.troubles), "asks": list(checked.asks), "missing": list(checked.missing)}
        as_json({"name": found.name, "kind": found.kind.value, **lists})
    else:
        for sentence in checked.troubles:
            data(sentence)
        _tell(found, checked, options)
    return REFUSED if checked.troubles else DONE


def _tell(found: OwnTemplate, checked: Checked, options: Namespace) -> None:
    if checked.troubles:
        words(f"“{found.name}” cannot be used as it is; the one that comes with the app is used meanwhile.")
        return
    words(f"“{found.name}” can be used.")
    if checked.missing:
        where = options.program or "your profile"
        words(f"Not known from {where} yet, so each leaves a blank: {named_facts(checked.missing)}.")


def _known(options: Namespace, found: OwnTemplate) -> dict[str, FactValue] | None:
    """The facts of a message of that kind to the program named; None without one."""
    if not options.program:
        return None
    with looking(options) as desk:
        season: Season = desk.season
        program = find_program(season, options.program)
        letter = begin_letter(season, program.id, found.kind, letter_id="", now=desk.now)
        return facts_for(season, letter, now=desk.now)


def _meant(options: Namespace) -> OwnTemplate:
    """The template of that name in the folder, else the file at that path; with `--kind` whatever its name."""
    own = own_templates()
    for one in own.templates:
        if one.name == options.name:
            return one
    path = typed_path(options.name)
    if not is_there(path):
        raise RuleBroken(f"There is no template of yours and no file called {options.name}.")
    return read_template(path)


def _remove(options: Namespace) -> int:
    """Take one of the person's own out of use; its text stays beside it."""
    if options.name not in own_templates().sources:
        raise RuleBroken(f"No template of yours is called {options.name}. `prematch templates` lists them.")
    kept = set_aside(options.name)
    words(f"Removed. Its text is kept as {kept}; take the end off that name to use it again.")
    if options.json:
        as_json({"name": options.name, "path": str(kept)})
    return DONE


def _copy(options: Namespace) -> int:
    """Put a shipped template into the folder, to be changed there."""
    source = _shipped(options.name)
    name = options.new_name or options.name
    kind, _ = kind_and_form(f"{name}{ENDING}")
    if kind is not kind_and_form(f"{options.name}{ENDING}")[0]:
        raise RuleBroken(f"{options.name} is not a form of {KINDS[kind].title}; keep the kind before the dot.")
    path = keep_template(name, source)
    if options.json:
        as_json({"name": name, "path": str(path)})
    else:
        data(str(path))
    words("It is yours to change now. `prematch templates check` says whether it can be used.")
    return DONE


def _add(options: Namespace) -> int:
    """Take a template that somebody shared into the folder, once it is looked through; nothing in it is carried out."""
    found = read_template(typed_path(options.name))
    troubles = looked_through(found.source, found.kind).troubles
    name = options.new_name or found.name
    path = None if troubles else keep_template(name, found.source)
    if options.json:
        as_json({"name": name, "path": str(path) if path else None, "troubles": list(troubles)})
    else:
        for sentence in troubles:
            data(sentence)
    if path is None:
        words(f"“{found.name}” was not taken in.")
        return REFUSED
    words(f"Taken in: {path}. Read it before you send what it makes.")
    return DONE


def _shipped(name: str) -> str:
    """The shipped template of that name; raises TemplateTrouble or RuleBroken when none is called so."""
    kind, form = kind_and_form(f"{name}{ENDING}")
    forms = [one.name for one in KINDS[kind].variants]
    if form not in forms:
        raise RuleBroken(f"No shipped form of {KINDS[kind].title} is called “{form}”. There are: {', '.join(forms)}.")
    return shipped_template(kind, form)
