"""The person's own templates: small text files in a folder, read as what they are, text from anybody."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from store.clean_text import clean
from store.frozen_record import record
from store.places import templates_folder
from store.words import Kind
from templates.kinds import KINDS, Variant
from templates.trouble import TemplateTrouble

ENDING = ".txt.j2"
"""How the file of a template is called behind its name."""
SIZE_LIMIT = 20_000
"""Most bytes of a template."""
MOST_FILES = 200
"""Most templates of a folder that are looked at."""
FORM = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
"""What a form may be called."""


@record(frozen=True, slots=True)
class OwnTemplate:
    """One template of the person's own that could be read, whether or not it may be used."""

    kind: Kind
    """What it is for."""
    variant: str
    """The form it stands for; empty when it stands for every form of its kind."""
    path: Path
    """Its file."""
    source: str
    """What stands in it, cleaned."""

    @property
    def name(self) -> str:
        """Its name, as files are called without their ending."""
        return f"{self.kind.value}.{self.variant}" if self.variant else self.kind.value


@record(frozen=True, slots=True)
class OwnTemplates:
    """All that the folder holds."""

    templates: tuple[OwnTemplate, ...] = ()
    """Those that could be read, by name."""
    troubles: tuple[str, ...] = ()
    """Why other files there are passed over, a sentence each."""

    @property
    def sources(self) -> Mapping[str, str]:
        """What `render` takes: the sources by name."""
        return {one.name: one.source for one in self.templates}


def own_templates(folder: Path | None = None) -> OwnTemplates:
    """Every template in the folder, that of this person unless another is given; a missing one is empty.

    Nothing is raised and nothing carried out: a file that is no template is told in a sentence. Each is read
    once and bounded; links and everything that is no plain file are left alone.
    """
    place = folder or templates_folder()
    try:
        names = sorted(one.name for one in place.iterdir() if one.suffix == ".j2" and not one.name.startswith("."))
    except FileNotFoundError:
        return OwnTemplates()
    except OSError as trouble:
        return OwnTemplates(troubles=(f"The folder {place} cannot be read: {trouble.strerror or trouble}.",))
    found: list[OwnTemplate] = []
    troubles: list[str] = []
    for name in names[:MOST_FILES]:
        try:
            found.append(read_template(place / name))
        except TemplateTrouble as trouble:
            troubles.append(str(trouble))
    if len(names) > MOST_FILES:
        troubles.append(f"{place} holds {len(names):,} templates; the first {MOST_FILES} are looked at.")
    return OwnTemplates(tuple(found), tuple(troubles))


def own_sources() -> Mapping[str, str]:
    """The sources of this person's templates by name, broken ones too: rendering tells of them."""
    return own_templates().sources


def read_template(path: Path) -> OwnTemplate:
    """The template in that file; raises TemplateTrouble for a name, a file or a text that can be none."""
    name = path.name.removesuffix(ENDING)
    kind, variant = kind_and_form(path.name)
    return OwnTemplate(kind, variant, path, _text(path, name))


def kind_and_form(file_name: str) -> tuple[Kind, str]:
    """The kind and the form a file is named after; raises TemplateTrouble when it is named after none."""
    name = file_name.removesuffix(ENDING)
    shown = clean(name)[:60]
    if name == file_name:
        raise TemplateTrouble(f"its file name does not end in {ENDING}", name=clean(file_name)[:60])
    kind, dot, form = name.partition(".")
    known = [one.value for one in KINDS]
    if kind not in known:
        near = get_close_matches(kind, known, 1)
        meant = f", did you mean “{near[0]}”" if near else f"; kinds are {', '.join(known)}"
        raise TemplateTrouble(f"no kind of message is called “{clean(kind)[:40]}”{meant}", name=shown)
    if dot and not FORM.fullmatch(form):
        raise TemplateTrouble("a form is named with small letters, digits and hyphens", name=shown)
    return Kind(kind), form


def all_forms(kind: Kind, own: Mapping[str, str] | None) -> tuple[Variant, ...]:
    """The forms that kind exists in: those that come with the app, then those the person added.

    `own` holds the person's templates by name. A kind that only comes in has none.
    """
    row = KINDS.get(kind)
    return (*row.variants, *own_variants(kind, own)) if row else ()


def own_variants(kind: Kind, own: Mapping[str, str] | None) -> tuple[Variant, ...]:
    """The forms of that kind which the person added to those that come with the app."""
    shipped = {form.name for form in KINDS[kind].variants}
    names = (name.removeprefix(f"{kind.value}.") for name in own or {} if name.startswith(f"{kind.value}."))
    return tuple(Variant(name, name.replace("-", " ")) for name in names if name not in shipped)


def _text(path: Path, name: str) -> str:
    try:
        raw = _bounded(path, name)
    except OSError as trouble:
        why = "it is a link to another place" if trouble.errno == errno.ELOOP else trouble.strerror or str(trouble)
        raise TemplateTrouble(f"{why}; only a plain file is read", name=name) from trouble
    if b"\0" in raw:
        raise TemplateTrouble("it is not text", name=name)
    try:
        return clean(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as trouble:
        raise TemplateTrouble("it is not UTF-8 text", name=name) from trouble


def _bounded(path: Path, name: str) -> bytes:
    """What stands in a plain file, never more than a template may hold; a pipe or a device is not even waited for."""
    if path.is_symlink():
        raise TemplateTrouble("it is a link to another place; only a plain file is read", name=name)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise TemplateTrouble("it is no plain file", name=name)
        with os.fdopen(handle, "rb", closefd=False) as file:
            raw = file.read(SIZE_LIMIT + 1)
    finally:
        os.close(handle)
    if len(raw) > SIZE_LIMIT:
        raise TemplateTrouble(f"it is larger than {SIZE_LIMIT:,} bytes", name=name)
    return raw
