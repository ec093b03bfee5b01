"""Questions about what came in: how to take it in, from whom it is, and whether it asked what it should not."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.calendar_days import as_typed
from store.dates import show_moment, show_moment_short
from store.errors import FileTrouble, RuleBroken, SeasonError
from store.ids import new_id
from store.moments import Moment
from store.records import Contact, Letter
from store.rules import received as rules
from store.typed_path import is_folder, pasted_path
from store.words import CHANNEL_WORDS, ROLE_WORDS, STATUS_WORDS, Channel, Direction, LetterState, Role
from tui.asking.flagging import ask_answer, ask_flags
from tui.asking.incoming_kind import answered_field, ask_interview, ask_status, kind_field
from tui.requests import Change
from tui.screens.dialogs.ask import Ask, Understand
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.paste import Paste
from tui.screens.dialogs.pick import Option, Pick

if TYPE_CHECKING:
    from templates.incoming.mail_read import MailRead
    from tui.app import SeasonApp

PASTE, FILE, CLIPBOARD, TALK = "paste", "file", "clipboard", "talk"
WAYS = (
    Choice("p", "paste it", PASTE, "with its From and Date lines, if you can"),
    Choice("f", "read a file", FILE, "an .eml saved from your mail program, or a .txt"),
    Choice("c", "take the clipboard", CLIPBOARD, "what you copied last"),
    Choice("t", "a call or a talk", TALK, "write down what was said"),
)
NEW = "new"
"""The choice of a sender who is nobody on record yet."""


async def log_incoming(app: SeasonApp, program_id: str = "") -> None:
    """Take in a message that came in, ask whether it needs a flag, offer its interview, then the answer it wants.

    The answer comes last: it opens over everything else.
    """
    mail = await _ask_mail(app)
    change, letter = await ask_incoming(app, program_id, mail) if mail is not None else (None, None)
    if mail is not None and change is not None and letter is not None and app.change_season(change):
        await ask_interview(app, letter, mail)
        await ask_answer(app, app.state.season.letters_by_id[letter.id])


async def ask_incoming(app: SeasonApp, program_id: str, mail: MailRead) -> tuple[Change | None, Letter | None]:
    """The change that logs a message, and the message; nothing when the person went back."""
    program_id = program_id or await _ask_from_where(app, mail) or ""
    if not program_id:
        return None, None
    given = await _ask_facts(app, program_id, mail)
    if given is None:
        return None, None
    letter, sender = _letter_of(app, program_id, mail, given)
    brought = await ask_status(app, letter)
    flags = await ask_flags(app, letter) if brought is not None else None
    if brought is None or flags is None:
        return None, None
    improper, hint = flags
    letter, status = replace(letter, improper=improper, hint=hint), brought[0]
    name = app.state.season.programs_by_id[program_id].name
    label = f"Logged: a message from {name}{f', {STATUS_WORDS[status]}' if status else ''}"
    return Change(label, partial(rules.take_in, letter=letter, sender=sender, status=status)), letter


async def _ask_mail(app: SeasonApp) -> MailRead | None:
    """The message as it was read; what cannot be read is said, and asked for again."""
    from templates.incoming.mail_read import MailRead
    from templates.incoming.reading import read_mail

    pasted = ""
    while True:
        way = await app.push_screen_wait(Menu("A message came in", WAYS, default=PASTE))
        if way == TALK:
            return MailRead("", at=app.now())
        own = app.state.season.profile.email
        try:
            data = await _ask_bytes(app, way, pasted) if way else None
            if data is None:
                return None
            pasted = data.decode() if way == PASTE else pasted
            mail = await to_thread(read_mail, data, now=app.now(), own_address=own)
            if mail.notices:
                app.tell(" ".join(mail.notices))
            return mail
        except SeasonError as trouble:
            app.tell(str(trouble), severity="warning")


async def _ask_bytes(app: SeasonApp, way: str, pasted: str) -> bytes | None:
    if way == PASTE:
        prompt = "Paste the whole mail here. From, Date and Subject lines are read; quoted mail below may stay."
        text: str | None = await app.push_screen_wait(Paste("Paste the message", prompt, pasted))
        return None if text is None else text.encode("utf-8", "replace")
    if way == CLIPBOARD:
        from tui.clipboard_reading import clipboard_bytes

        return await to_thread(clipboard_bytes)
    help_words = "drag a saved mail into the terminal, or type its path"
    question = Ask("Read a message from a file", "Which file", understand=a_mail_file, help=help_words, limit=4096)
    path: Path | None = await app.push_screen_wait(question)
    return None if path is None else await to_thread(_content_of, path)


def a_mail_file(text: str) -> tuple[Path, str]:
    """That text as a file that is there; raises RuleBroken when it is not."""
    path = pasted_path(text.replace("\\ ", " "))
    try:
        if is_folder(path):
            raise RuleBroken("That is a folder. Go on typing to the file in it.")
        if not path.is_file():
            raise RuleBroken(f"There is no file {path}.")
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise RuleBroken("That is no path this machine can use.") from error
    return path, f"{path}, {max(1, size // 1000):,} kB"


def _content_of(path: Path) -> bytes:
    from templates.incoming.reading import BYTES_LIMIT

    try:
        with path.open("rb") as file:
            return file.read(BYTES_LIMIT + 1)
    except OSError as trouble:
        raise FileTrouble(f"{path} cannot be read: {trouble.strerror or trouble}. Nothing was changed.") from trouble


async def _ask_from_where(app: SeasonApp, mail: MailRead) -> str | None:
    """Its program: known by an address on record, else asked with what points to one first."""
    from templates.incoming.linking import linked

    season = app.state.season
    link = linked(season, mail)
    if link.certain:
        return link.guesses[0].program_id
    guessed = {one.program_id: one.why for one in link.guesses}
    others = (one.id for one in season.followed if one.id not in guessed)
    options = tuple(Option(one, season.programs_by_id[one].name, guessed.get(one, "")) for one in (*guessed, *others))
    if not options:
        from tui.message_table import NO_PROGRAMS

        app.say(app.spell(NO_PROGRAMS))
        return None
    program_id: str | None = await app.push_screen_wait(Pick("From which program?", options))
    return program_id


async def _ask_facts(app: SeasonApp, program_id: str, mail: MailRead) -> dict[str, Any] | None:
    """What was read, to be confirmed or put right."""
    program = app.state.season.programs_by_id[program_id]
    given: dict[str, Any] | None
    given = await app.push_screen_wait(
        Form(f"A message from {program.name}", _fields(app, program_id, mail), about=program_id)
    )
    return given


def _fields(app: SeasonApp, program_id: str, mail: MailRead) -> tuple[Field, ...]:
    from store.person_names import person_named
    from templates.incoming.linking import sender_at

    season, talk = app.state.season, not mail.body
    known = season.contacts_of.get(program_id, ())
    sender = sender_at(season, program_id, mail)
    name = " ".join(reversed(person_named(mail.name))).strip()
    said = f"{name} <{mail.address}>".strip() if mail.address else name
    stranger = (Option(NEW, f"{said}, new here"),) if said and sender is None else ()
    people = (
        *stranger,
        Option("", "not recorded"),
        *(Option(one.id, one.titled) for one in known),
    )
    at = show_moment(mail.at) if mail.at and mail.has_head else ""
    channel = Channel.PHONE if talk else Channel.EMAIL
    roles = tuple(Option(role, words) for role, words in ROLE_WORDS.items())
    return (
        Field(
            "at",
            "Came",
            at,
            hint=f"when: today 9:20, {as_typed(11, 24)} 9:20" if mail.has_head else "empty for now",
            required=mail.has_head,
            understand=_when(app, mail),
        ),
        kind_field(mail),
        Field("who", "From", sender.id if sender else people[0].value, kind="choice", choices=people),
        *((Field("role", "Their role", Role.COORDINATOR, kind="choice", choices=roles),) if stranger else ()),
        *answered_field(season, program_id, mail, sender),
        Field(
            "channel", "By", channel, kind="choice", choices=tuple(Option(way, CHANNEL_WORDS[way]) for way in Channel)
        ),
        Field("subject", "Subject", mail.subject),
        Field("body", "Their words", mail.body, kind="text", required=True),
    )


def _when(app: SeasonApp, mail: MailRead) -> Understand:
    from store.spoken_dates import understand_moment
    from templates.incoming.pasted_mail import NO_ZONE

    def when(text: str) -> tuple[Moment, str]:
        if mail.at is not None and mail.has_head and text.strip() == show_moment(mail.at):
            return mail.at, NO_ZONE if NO_ZONE in mail.notices else ""
        if not text.strip() and not mail.has_head:
            return app.now(), f"now, {show_moment_short(app.now())}"
        heard = understand_moment(text, now=app.now(), zone=app.now().zone, past=True)
        return heard.moment, heard.said

    return when


def _letter_of(app: SeasonApp, program_id: str, mail: MailRead, given: dict[str, Any]) -> tuple[Letter, Contact | None]:
    from templates.incoming.linking import new_sender

    at, who = given["at"], str(given["who"])
    assert isinstance(at, Moment)
    sender = None
    if who == NEW:
        sender = new_sender(program_id, mail, given["role"])
    letter = Letter(
        id=new_id("l"),
        program_id=program_id,
        kind=given["kind"],
        direction=Direction.IN,
        state=LetterState.RECEIVED,
        channel=given["channel"],
        contact_ids=(who,) if who not in ("", NEW) else (),
        subject=str(given["subject"]),
        body=str(given["body"]),
        answers=str(given.get("answers") or ""),
        made=app.now(),
        at=at,
    )
    return letter, sender
