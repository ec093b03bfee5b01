"""What came in, from the command line: read, linked, logged, flagged, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.words import LetterState, Role
from templates.incoming.reading import BYTES_LIMIT
from tests.command_shell import Shell, no_change, piped
from tests.incoming_mail import OUTLOOK, a_mail

ASKED = "Which other programs have you interviewed with?"
HINTED = "You will be very happy with us on Match Day."


def a_file(folder: Path, content: bytes, name: str = "mail.eml") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def known(demo: Shell) -> tuple[str, str]:
    """A person with an address, and the name of their program."""
    season = demo.season
    person = next(one for one in season.contacts if one.email)
    return f"{person.name} <{person.email}>", season.programs_by_id[person.program_id].name


def test_a_mail_file_is_logged_under_the_program_of_its_sender(demo: Shell, tmp_path: Path) -> None:
    sender, name = known(demo)
    said = demo("received", "--eml", a_file(tmp_path, a_mail(ASKED, sender=sender)))
    assert said.code == 0, said.err
    letter = demo.season.letters[-1]
    assert letter.state is LetterState.RECEIVED and letter.body == ASKED and letter.subject == "A short question"
    assert demo.season.programs_by_id[letter.program_id].name == name
    assert demo.season.contacts_by_id[letter.contact_ids[0]].email in sender
    assert letter.at is not None and letter.at.local.isoformat() == "2026-11-23T23:20:00+01:00"


def test_a_flag_is_proposed_with_its_sentence_and_set_only_when_told(demo: Shell, tmp_path: Path) -> None:
    sender, _ = known(demo)
    said = demo("received", "--eml", a_file(tmp_path, a_mail(f"{ASKED} {HINTED}", sender=sender)))
    letter = demo.season.letters[-1]
    assert not letter.improper and not letter.hint
    assert f"“{ASKED}”" in said.err and f"“{HINTED}”" in said.err
    assert f"prematch flag {letter.id} --improper --hint" in said.err
    assert demo("flag", letter.id, "--improper", "--hint").code == 0
    assert (demo.season.letters[-1].improper, demo.season.letters[-1].hint) == (True, True)
    assert demo("flag", letter.id).code == 0
    assert not demo.season.letters[-1].improper
    assert demo("undo").code == 0
    assert demo.season.letters[-1].improper


def test_only_what_came_in_can_be_flagged(demo: Shell) -> None:
    mine = next(one for one in demo.season.letters if one.state is LetterState.SENT)
    no_change(demo, demo("flag", mine.id, "--hint"))


def test_a_mail_from_a_domain_alone_is_asked_back_with_candidates(demo: Shell, tmp_path: Path) -> None:
    sender, name = known(demo)
    domain = sender.rpartition("@")[2].rstrip(">")
    said = demo("received", "--eml", a_file(tmp_path, a_mail(sender=f"Nobody <nobody@{domain}>")))
    no_change(demo, said)
    assert name in said.err and "Nothing was changed" in said.err
    said = demo("received", "--eml", a_file(tmp_path, a_mail("Hello there.", sender="a@gmail.com"), "b.eml"))
    no_change(demo, said)


def test_a_new_sender_joins_the_program_when_told(demo: Shell, tmp_path: Path) -> None:
    mail = a_file(tmp_path, a_mail(sender="Ampleforth, Corin, MD <corin@ample.example>"))
    said = demo("received", "rookery", "--eml", mail)
    assert "--add-sender ROLE" in said.err and not demo.season.letters[-1].contact_ids
    assert demo("undo").code == 0
    assert demo("received", "rookery", "--eml", mail, "--add-sender", "interviewer").code == 0
    person = demo.season.contacts_by_id[demo.season.letters[-1].contact_ids[0]]
    assert (person.name, person.title, person.role) == (
        "Corin Ampleforth",
        "Dr.",
        Role.INTERVIEWER,
    )
    assert demo("undo").code == 0
    assert person.id not in demo.season.contacts_by_id


def test_an_address_of_another_program_is_named_but_my_word_stands(demo: Shell, tmp_path: Path) -> None:
    sender, name = known(demo)
    other = next(one for one in demo.season.followed if one.name != name)
    said = demo("received", other.id, "--eml", a_file(tmp_path, a_mail(sender=sender)))
    assert said.code == 0 and f"is an address of {name}" in said.err
    assert demo.season.letters[-1].program_id == other.id


@pytest.mark.parametrize("argv", [("received", "rookery", "-"), ("received", "rookery", "--text", "-")])
def test_a_mail_is_taken_from_a_pipe(demo: Shell, argv: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(OUTLOOK.encode()))
    assert demo(*argv).code == 0
    assert demo.season.letters[-1].subject == "A short question"
    assert demo.season.letters[-1].body.startswith("Dear Dr. Halvard")


def test_a_mail_from_a_pipe_needs_no_program_when_its_sender_is_known(
    demo: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender, _ = known(demo)
    monkeypatch.setattr("sys.stdin", piped(a_mail(sender=sender)))
    assert demo("received", "-").code == 0


def test_a_mail_without_a_clear_day_is_asked_about(demo: Shell, tmp_path: Path) -> None:
    mail = a_file(tmp_path, a_mail(date=""))
    said = demo("received", "rookery", "--eml", mail)
    no_change(demo, said)
    assert "--at" in said.err
    assert demo("received", "rookery", "--eml", mail, "--at", "2026-11-24T09:15").code == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "copy its words"), (b"x" * (BYTES_LIMIT + 1), "up to 5 MB"), (b"word \n" * 50_000, "the limit is 200,000")],
)
def test_what_cannot_be_read_changes_nothing_and_says_why(
    demo: Shell, tmp_path: Path, content: bytes, words: str
) -> None:
    said = demo("received", "rookery", "--eml", a_file(tmp_path, content))
    no_change(demo, said)
    assert words in said.err


def test_a_file_that_is_not_there_is_said(demo: Shell, tmp_path: Path) -> None:
    said = demo("received", "rookery", "--eml", str(tmp_path / "none.eml"))
    assert said.code == 3 and "cannot be read" in said.err


def test_the_record_is_printed_as_json_or_written_once_for_its_owner(demo: Shell, tmp_path: Path) -> None:
    printed = demo("record").out
    assert "Which other programs have you interviewed with so far?" in printed
    assert "source: NRMP" in printed and "policy@nrmp.org" in printed and "confirm them on nrmp.org" in printed
    assert demo.season.profile.name not in printed.split("Answered")[0]
    target = tmp_path / "record.txt"
    assert demo("record", "--out", str(target)).code == 0
    assert target.stat().st_mode & 0o077 == 0 and target.read_text(encoding="utf-8").startswith("What programs")
    assert demo("record", "--out", str(target)).code == 2
    found = demo("record", "--json").json["record"]
    assert {"letter_id", "program", "at", "at_zone", "from", "flags", "words", "touches", "answers"} <= set(found[0])
    assert [one["at"] for one in found] == sorted(one["at"] for one in found)
    assert len(demo("record", "heronsgate", "--json").json["record"]) == 1


def test_an_empty_record_says_so(demo: Shell) -> None:
    assert "Nothing is flagged." in demo("record", "rookery").out


def test_the_rights_are_told_with_their_sources(demo: Shell) -> None:
    said = demo("rights")
    assert "NRMP, Match Participation Agreement" in said.out and "(202) 400-2235" in said.out
    assert all({"section", "text", "source", "mark"} <= set(row) for row in demo("rights", "--json").json["rights"])
