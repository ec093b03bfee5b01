"""What kind of message came in is proposed from its words, and its status goes with it only on a yes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.demo.letters_in import CAME
from store.errors import RuleBroken
from store.rules.received import status_brought, take_in
from store.words import Direction, Kind, LetterState, Status
from templates.conduct.phrases import data_file
from templates.incoming.kind_of_mail import FILE, IN_ORDER, looks_like
from tests.command_shell import Shell
from tests.examples import NOW, a_letter, a_program, a_season, at
from tests.incoming_mail import OUTLOOK
from tests.on_screen import on_screen
from tests.test_screen_incoming import comes, last, paste
from tui.commands import MESSAGES
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.paste import Paste

PROGRAM_ID = a_program().id
INVITES = "We are pleased to invite you to interview with us."
REFUSES = "We are unable to offer you an interview this season."
POINTS = (
    ("Interview invitation", "Please log in to choose a date.", Kind.INVITATION),
    ("", INVITES, Kind.INVITATION),
    ("", "We were impressed and would love to interview you.", Kind.INVITATION),
    ("", "You have been selected for an interview.", Kind.INVITATION),
    ("", "We are excited to offer you a virtual interview on one of these dates.", Kind.INVITATION),
    ("", REFUSES, Kind.REJECTION),
    ("", "You were not selected.", Kind.REJECTION),
    ("", "We have decided not to move forward with your application.", Kind.REJECTION),
    ("", "Your time on the waitlist has ended. We cannot offer you an interview.", Kind.REJECTION),
    ("", "You have been placed on the interview wait list.", Kind.WAITLIST_NOTICE),
    ("", "Our interview slots are currently full; we will write if one opens.", Kind.WAITLIST_NOTICE),
    ("", "We would like to invite you to our second look on 6 February.", Kind.SECOND_LOOK),
    ("", "You are invited to our optional second-look day; it does not affect ranking.", Kind.SECOND_LOOK),
    ("Second Look Invitation", "Details are below.", Kind.SECOND_LOOK),
    ("", "Our virtual second look will be held on Friday 5 February.", Kind.SECOND_LOOK),
    ("", "Please RSVP for the second visit.", Kind.SECOND_LOOK),
    ("", "We would love to have you come back for a visit.", Kind.SECOND_LOOK),
    ("", "This is an automated message. Your file is complete.", Kind.NOTICE),
    ("", "We have received your update and added it to your file.", Kind.NOTICE),
)
NO_MORE_THAN_A_REPLY = (
    ("Re: Interview invitation", "You are booked for Friday."),
    ("", "Your interview is confirmed for 4 December."),
    ("", "We cannot offer an interview on that date, but another date is open."),
    ("", "We would like to invite you to our virtual open house."),
    ("", "If we are able to offer you an interview, we will write in November."),
    ("", "We have not yet sent interview invitations."),
    ("", "Did you receive our invitation to interview?"),
    ("", "We don't maintain a waitlist."),
    ("", "We do not offer second looks."),
    ("", "There will be no second look this year."),
    ("", "Thank you for attending our second look."),
    ("", "The second look is cancelled because of snow."),
    ("", "Your second interviewer will look at your file."),
    ("Re: Second look", "See you then."),
    ("[EXTERNAL] Re: Interview invitation: Noor accepts", "Noted, see you then."),
    ("Re[2]: Interview invitation: Noor accepts", "Noted, see you then."),
    ("", "It was great to meet you at your interview."),
    ("", f"Thank you.\n\n> {INVITES}"),
    ("", ""),
)


@pytest.mark.parametrize(("subject", "words", "kind"), POINTS)
def test_its_words_point_to_what_it_is_with_the_sentence_and_why(subject: str, words: str, kind: Kind) -> None:
    seen = looks_like(subject, f"Dear Noor,\n\n{words}\n\nInes")
    assert seen is not None and seen.kind is kind
    assert seen.words in f"{subject} {words}" and seen.why


@pytest.mark.parametrize(("subject", "words"), NO_MORE_THAN_A_REPLY)
def test_other_mail_is_an_answer_or_a_question(subject: str, words: str) -> None:
    assert looks_like(subject, words) is None


@pytest.mark.parametrize("row", CAME, ids=[row[0] for row in CAME])
def test_the_demo_is_proposed_as_what_it_is(row: tuple[str, str, Kind, str, int, str, str]) -> None:
    seen = looks_like(row[5], row[6])
    assert (seen.kind if seen else Kind.REPLY) is row[2]


def test_every_kind_that_is_proposed_has_phrases() -> None:
    assert {row["sense"] for row in data_file(FILE)["phrases"]} == {kind.value for kind in IN_ORDER}
    assert data_file(FILE)["apart_from"].keys() == {kind.value for kind in IN_ORDER}


@pytest.mark.parametrize(
    ("kind", "status", "brought"),
    [
        (Kind.INVITATION, Status.APPLIED, Status.INVITED),
        (Kind.INVITATION, Status.WAITLISTED, Status.INVITED),
        (Kind.INVITATION, Status.BOOKED, None),
        (Kind.WAITLIST_NOTICE, Status.APPLIED, Status.WAITLISTED),
        (Kind.WAITLIST_NOTICE, Status.INTERVIEWED, None),
        (Kind.REJECTION, Status.INTERVIEWED, Status.REJECTED),
        (Kind.REJECTION, Status.WITHDRAWN, None),
        (Kind.REPLY, Status.APPLIED, None),
        (Kind.NOTICE, Status.APPLIED, None),
    ],
)
def test_a_message_brings_a_status_only_where_that_is_news(kind: Kind, status: Status, brought: Status | None) -> None:
    season = a_season(a_program(status=status))
    came = replace(a_letter(kind=kind), at=NOW)
    assert status_brought(season, came, now=NOW) is brought


def test_a_message_older_than_where_things_stand_brings_nothing() -> None:
    season = a_season(a_program(status=Status.APPLIED))
    old = replace(a_letter(kind=Kind.REJECTION), at=at("2020-01-01 10:00"))
    assert status_brought(season, old, now=NOW) is None
    with pytest.raises(RuleBroken):
        take_in(season, old, status=Status.REJECTED, now=NOW)


def test_of_an_invitation_the_minute_it_came_counts() -> None:
    came = replace(a_letter(kind=Kind.INVITATION), at=at("2026-11-23 16:20"))
    changed = take_in(a_season(a_program(status=Status.APPLIED)), came, status=Status.INVITED, now=NOW)
    step = changed.programs_by_id[PROGRAM_ID].statuses[-1]
    assert (step.status, step.at, step.exact) == (Status.INVITED, came.at, True)
    assert changed.letters[-1].state is LetterState.RECEIVED


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_on_screen_the_kind_is_proposed_and_the_status_asked_in_one_step(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_screen(a_season(a_program(status=Status.APPLIED)), tmp_path, at=MESSAGES, size=size) as screen:
        await screen.press("a", "p")
        assert await comes(screen, Paste)
        await paste(screen, OUTLOOK.replace("Thank you for meeting us.", f"Brightwater writes. {INVITES}"))
        await screen.press("enter")
        assert await comes(screen, Form)
        assert "an invitation" in screen.text and "it invites you" in screen.text
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        assert "Record the program as invited too, since" in screen.text and "stands at applied" in screen.text
        await screen.press("y")
        assert last(screen).kind is Kind.INVITATION
        assert screen.reloaded().programs_by_id[PROGRAM_ID].status is Status.INVITED
        await screen.press("u")
        assert screen.season.letters == ()
        assert screen.season.programs_by_id[PROGRAM_ID].status is Status.APPLIED


@pytest.mark.parametrize(("key", "kept"), [("n", 1), ("escape", 0)])
async def test_a_no_keeps_the_status_and_going_back_keeps_nothing(tmp_path: Path, key: str, kept: int) -> None:
    async with on_screen(a_season(a_program(status=Status.APPLIED)), tmp_path, at=MESSAGES) as screen:
        await screen.press("a", "p")
        assert await comes(screen, Paste)
        await paste(screen, OUTLOOK.replace("Thank you for meeting us.", f"Brightwater writes. {REFUSES}"))
        await screen.press("enter")
        assert await comes(screen, Form)
        await screen.press("ctrl+s")
        assert await comes(screen, Confirm)
        await screen.press(key)
        assert len([one for one in screen.season.letters if one.direction is Direction.IN]) == kept
        assert screen.season.programs_by_id[PROGRAM_ID].status is Status.APPLIED


def test_by_command_the_kind_is_said_and_the_status_goes_along_when_told(demo: Shell, tmp_path: Path) -> None:
    program = next(one for one in demo.season.programs if one.status is Status.APPLIED)
    words = tmp_path / "words.txt"
    words.write_text(REFUSES, encoding="utf-8")
    said = demo("received", program.id, "--text", str(words))
    assert said.code == 0 and demo.season.letters[-1].kind is Kind.REPLY
    assert f"“{REFUSES}”" in said.err and "`prematch undo`, then again with --kind rejection" in said.err
    assert demo("undo").code == 0
    said = demo("received", program.id, "--text", str(words), "--kind", "rejection")
    assert "--with-status makes it rejected" in said.err
    assert demo.season.programs_by_id[program.id].status is Status.APPLIED
    assert demo("undo").code == 0
    demo("received", program.id, "--text", str(words), "--kind", "rejection", "--with-status")
    assert demo.season.programs_by_id[program.id].status is Status.REJECTED
    assert demo("undo").code == 0
    assert demo.season.programs_by_id[program.id].status is Status.APPLIED
    assert "No change of status" in demo("received", program.id, "--text", str(words), "--with-status").err


def test_a_very_long_message_is_looked_through_at_once() -> None:
    assert looks_like("", "we invite " * 20_000) is None
