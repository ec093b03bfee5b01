"""A mail that answers a message of one's own is linked to it, by the words it quotes or by its subject."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.records import Letter
from store.season import Season
from store.words import Kind, LetterState
from templates.incoming.mail_read import MailRead
from templates.incoming.reading import read_mail
from templates.incoming.thread import letter_answered
from tests.command_shell import Shell
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, at
from tests.incoming_mail import a_mail
from tests.on_screen import on_screen
from tests.test_screen_incoming import comes, last, paste
from tui.commands import MESSAGES
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.paste import Paste

TO_THE_LINK = ("tab", "tab", "tab")
"""From the day over kind and sender."""
SUBJECT = "Question about the continuity clinic"
WORDS = "Dear Ms. Wexley,\n\nDo interns keep the same continuity clinic through all three years here?\n\nNoor Halvard"
QUOTED = "\n".join(f"> {line}" for line in WORDS.replace("through all", "through\nall").split("\n"))
CAME = at("2026-11-23 16:20")
MINE = a_letter("l-mine01", kind=Kind.QUESTION, sent=at("2026-11-20 10:00"), subject=SUBJECT, body=WORDS)
LATER = a_letter(
    "l-mine02", kind=Kind.LOGISTICS, sent=at("2026-11-21 10:00"), subject="Parking", body="Where do I park?"
)


def season(*letters: Letter) -> Season:
    return a_season(a_program(), a_contact(), *(letters or (MINE, LATER)))


def mail(subject: str, body: str = "They do.") -> MailRead:
    return MailRead(body, "Ines Wexley", "ines.wexley@brightwater.example", CAME, subject, has_head=True)


def linked(came: MailRead, *letters: Letter) -> str:
    own = letter_answered(season(*letters), a_program().id, came)
    return own.id if own else ""


@pytest.mark.parametrize(
    "subject",
    [
        f"Re: {SUBJECT}",
        f"RE: {SUBJECT.upper()}",
        f"[EXTERNAL] Re: {SUBJECT}",
        f"Re: [EXTERNAL] RE: Fwd:  {SUBJECT}",
        f"AW: {SUBJECT}",
        f"Re[2]: {SUBJECT}",
    ],
)
def test_an_answer_is_linked_by_its_subject_whatever_stands_before_it(subject: str) -> None:
    assert linked(mail(subject)) == MINE.id


@pytest.mark.parametrize(
    "subject",
    [SUBJECT, f"Automatic reply: {SUBJECT}", f"Fwd: {SUBJECT}", "Re: Something else", "Re:", "", "Regarding: x"],
)
def test_what_is_no_answer_or_answers_something_else_is_not_linked(subject: str) -> None:
    assert linked(mail(subject)) == ""


def test_a_header_that_names_an_earlier_mail_makes_an_answer_of_the_same_subject() -> None:
    raw = a_mail("They do.", subject=SUBJECT, In_Reply_To="<a@halvard.example>")
    assert linked(read_mail(raw, now=NOW)) == MINE.id
    machine = a_mail("I am away.", subject=SUBJECT, In_Reply_To="<a@halvard.example>", Auto_Submitted="auto-replied")
    assert linked(read_mail(machine, now=NOW)) == ""


@pytest.mark.parametrize("subject", ["", "Your visit", f"Re: {LATER.subject}"])
def test_the_words_it_quotes_tell_more_than_its_subject(subject: str) -> None:
    assert linked(mail(subject, f"They do.\n\nOn Fri, Nov 20, 2026 Noor Halvard wrote:\n\n{QUOTED}")) == MINE.id


def test_the_same_words_as_its_own_are_no_quotation() -> None:
    assert linked(mail("", WORDS)) == ""


def test_of_several_with_one_subject_the_senders_goes_first_then_the_latest() -> None:
    twin = replace(MINE, id="l-mine03", at=at("2026-11-22 10:00"))
    assert linked(mail(f"Re: {SUBJECT}"), MINE, twin) == "l-mine03"
    person = a_contact()
    mine = replace(MINE, contact_ids=(person.id,))
    found = letter_answered(season(mine, twin), a_program().id, mail(f"Re: {SUBJECT}"), person)
    assert found is not None and found.id == MINE.id


@pytest.mark.parametrize(
    "other",
    [
        replace(MINE, at=CAME.after(hours=1)),
        replace(MINE, trashed=NOW),
        replace(MINE, state=LetterState.DRAFT, at=None),
        a_letter("l-their1", kind=Kind.REPLY, received=at("2026-11-20 10:00"), subject=SUBJECT, body=WORDS),
    ],
)
def test_only_what_i_sent_before_it_can_be_answered(other: Letter) -> None:
    assert linked(mail(f"Re: {SUBJECT}"), other) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(("turns", "answers"), [(0, MINE.id), (1, "")])
async def test_on_screen_the_link_is_shown_and_can_be_turned_off(
    tmp_path: Path, size: tuple[int, int], turns: int, answers: str
) -> None:
    text = (
        "From: Ines Wexley <ines.wexley@brightwater.example>\nDate: Mon, 23 Nov 2026 16:20 -0600\n"
        f"Subject: Re: {SUBJECT}\n\nThey do.\n"
    )
    person = a_contact(email="ines.wexley@brightwater.example")
    async with on_screen(a_season(a_program(), person, MINE), tmp_path, at=MESSAGES, size=size) as screen:
        await screen.press("a", "p")
        assert await comes(screen, Paste)
        await paste(screen, text)
        assert await comes(screen, Form)
        assert "yours of" in screen.text
        await screen.press(*TO_THE_LINK, *["right"] * turns, "ctrl+s")
        assert last(screen).answers == answers
        assert screen.reloaded().letters[-1].answers == answers


def test_by_command_the_link_is_said_and_another_or_none_can_be_named(demo: Shell, tmp_path: Path) -> None:
    letter = next(
        one for one in demo.season.letters if one.state is LetterState.SENT and one.subject and not one.trashed
    )
    program = demo.season.programs_by_id[letter.program_id]
    file = tmp_path / "mail.eml"
    file.write_bytes(a_mail("Thank you.", subject=f"Re: {letter.subject}", date="Tue, 24 Nov 2026 06:00:00 +0000"))
    said = demo("received", program.id, "--eml", str(file))
    assert said.code == 0, said.err
    assert demo.season.letters[-1].answers and f"{demo.season.letters[-1].answers}: “{letter.subject}”" in said.err
    assert demo("received", program.id, "--eml", str(file), "--answers", "none").code == 0
    assert demo.season.letters[-1].answers == ""
    assert demo("received", program.id, "--eml", str(file), "--answers", letter.id).code == 0
    assert demo.season.letters[-1].answers == letter.id
