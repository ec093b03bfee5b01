"""Messages from the command line: begun, checked, sent, received."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.season_file import SeasonFile
from store.words import LetterState, Promise
from tests.command_shell import GOOD_THANKS, Shell, no_change, piped


def test_a_draft_is_kept_printed_and_its_blanks_are_found(demo: Shell) -> None:
    said = demo("draft", "rookery", "--kind", "thank-you", "--to", "bellweather")
    assert said.code == 2
    assert said.out.startswith("To: Astrid Bellweather <astrid.bellweather@rookery.example>\nSubject: ")
    assert "Dear Dr. Bellweather" in said.out
    letter = demo.season.letters[-1]
    assert letter.state is LetterState.DRAFT and letter.id in said.err
    found = demo("draft", "pellam", "--kind", "accept", "--json").json
    assert {"id", "kind", "program", "subject", "body", "words", "findings"} <= set(found)
    assert all(
        {"id", "level", "hard", "line", "column", "length", "text", "message", "fix"} <= set(each)
        for each in found["findings"]
    )


def test_a_draft_goes_to_a_mail_file_but_never_over_another(demo: Shell, tmp_path: Path) -> None:
    target = tmp_path / "thanks.eml"
    argv = ("draft", "rookery", "--kind", "decline", "--eml", str(target))
    assert demo(*argv).code == 0
    assert b"clement.wray@rookery.example" in target.read_bytes()
    assert target.stat().st_mode & 0o077 == 0
    count = len(demo.season.letters)
    assert demo(*argv).code == 2
    assert len(demo.season.letters) == count


def test_a_copied_draft_is_kept_in_a_file_whatever_the_clipboard_does(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("store.places.state_folder", lambda: tmp_path)
    said = demo("draft", "rookery", "--kind", "decline", "--copy")
    assert said.out == ""
    assert "Dear Mr. Wray" in (tmp_path / "last-copy.txt").read_text(encoding="utf-8")


def test_a_draft_cannot_be_edited_without_a_terminal(demo: Shell) -> None:
    no_change(demo, demo("draft", "rookery", "--kind", "thank-you", "--edit"))


def test_a_kept_draft_with_a_blank_is_never_marked_as_sent(demo: Shell) -> None:
    blank = next(one for one in demo.season.letters if one.state is LetterState.DRAFT and "[what he" in one.body)
    for more in ((), ("--accept-stops",)):
        said = demo("sent", blank.id, *more)
        no_change(demo, said)
        assert "C01" in said.err
    assert demo.season.letters_by_id[blank.id].state is LetterState.DRAFT


def test_words_written_elsewhere_are_logged_as_sent(demo: Shell, tmp_path: Path) -> None:
    text = tmp_path / "thanks.txt"
    text.write_text(GOOD_THANKS, encoding="utf-8")
    argv = (
        "sent",
        "quillmere",
        "--kind",
        "thank-you",
        "--to",
        "amari",
        "--text",
        str(text),
        "--at",
        "2026-11-24T12:00",
    )
    said = demo(*argv)
    assert said.code == 0, said.err
    letter = next(one for one in demo.season.letters if "one cylinder" in one.body)
    assert letter.state is LetterState.SENT and letter.promise is Promise.NONE
    assert letter.at is not None and letter.at.local.isoformat() == "2026-11-24T12:00:00+01:00"
    items = demo("agenda", "--json").json["items"]
    assert not any("Amari" in item["what"] for item in items)


def test_a_stop_is_gone_past_only_when_said_so_and_is_remembered(demo: Shell, tmp_path: Path) -> None:
    text = tmp_path / "thanks.txt"
    text.write_text(
        GOOD_THANKS.replace("I am grateful", "If you rank me, I will rank you. I am grateful"), encoding="utf-8"
    )
    argv = ("sent", "quillmere", "--kind", "thank-you", "--to", "amari", "--text", str(text))
    said = demo(*argv)
    no_change(demo, said)
    assert "C05" in said.err
    assert demo(*argv, "--accept-stops").code == 0
    letter = next(one for one in demo.season.letters if "one cylinder" in one.body)
    assert "C05" in {one.check for one in letter.accepted}


def test_a_promise_is_said_when_a_letter_makes_one(demo: Shell, tmp_path: Path) -> None:
    text = tmp_path / "high.txt"
    words = GOOD_THANKS.replace("I am grateful", "I will rank your program highly. I am grateful")
    text.write_text(words, encoding="utf-8")
    said = demo("sent", "quillmere", "--kind", "high-rank", "--to", "amari", "--text", str(text), "--accept-stops")
    assert said.code == 0, said.err
    assert "high" in said.err
    assert [one.promise for one in demo.season.letters if "one cylinder" in one.body] == [Promise.HIGH]


def test_several_open_drafts_are_listed(demo: Shell) -> None:
    said = demo("sent", "quillmere")
    no_change(demo, said)
    assert "2 drafts" in said.err
    no_change(demo, demo("sent", "vesper"))


def test_what_came_in_is_logged_with_its_flags(demo: Shell, tmp_path: Path) -> None:
    text = tmp_path / "mail.txt"
    text.write_text("Subject: One question\n\nWhere else have you been invited?\n", encoding="utf-8")
    argv = ("received", "fenwick", "--from", "bayard", "--text", str(text), "--improper", "--at", "2026-11-24T08:00")
    said = demo(*argv)
    assert said.code == 0
    assert "answer it by Thu 26 Nov 2026 08:00 CET" in said.err
    letter = demo.season.letters[-1]
    assert (letter.subject, letter.improper, letter.state) == ("One question", True, LetterState.RECEIVED)
    assert any(item["id"] == f"F09:{letter.id}" for item in demo("agenda", "--json").json["items"])
    no_change(demo, demo("received", "fenwick", "--at", "2026-11-25T08:00"))


def test_what_wants_no_answer_is_kept_without_a_day_for_one(demo: Shell) -> None:
    said = demo("received", "fenwick", "--kind", "notice")
    assert said.code == 0
    assert "answer" not in said.err


@pytest.mark.parametrize(
    ("text", "code", "check"),
    [
        (GOOD_THANKS, 0, ""),
        (GOOD_THANKS.replace("oxygen", "[what]"), 2, "C01"),
        (GOOD_THANKS.replace("I am grateful", "Where am I on your list? I am grateful"), 2, "C05"),
        (GOOD_THANKS.replace("I am grateful", "I hope to join Nettlecombe University. I am grateful"), 2, "C02"),
        (GOOD_THANKS.replace("honest answers.", "honest answers!!!"), 1, "C15"),
    ],
)
def test_any_text_can_be_checked(demo: Shell, tmp_path: Path, text: str, code: int, check: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    said = demo("check", str(path), "--program", "quillmere", "--kind", "thank-you", "--to", "amari", "--json")
    assert said.code == code, said.out
    assert check in {""} | {one["id"] for one in said.json["findings"]}
    plain = demo("check", str(path), "--program", "quillmere", "--kind", "thank-you", "--to", "amari")
    assert plain.code == code
    assert check in plain.out


def test_the_place_of_a_finding_is_its_line_and_column(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Dear colleague,\n\nI would like [a blank] here.\n", encoding="utf-8")
    found = next(one for one in demo("check", str(path), "--json").json["findings"] if one["id"] == "C01")
    assert (found["line"], found["column"], found["length"], found["text"]) == (3, 14, 9, "[a blank]")
    assert found["hard"]


def test_a_fix_is_told_with_the_place_it_changes_and_the_words_it_puts_there(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Subject: Thanks\n\nDear Dr. Who,\n\nWhat a day! It was good! Where do I rank?\n", encoding="utf-8")
    findings = {one["id"]: one for one in demo("check", str(path), "--json").json["findings"]}
    assert findings["C15"]["fix"] == {
        "does": "end with a full stop",
        "where": "body",
        "line": 3,
        "column": 24,
        "length": 1,
        "text": "!",
        "words": ".",
    }
    assert findings["C05"]["fix"]["does"] == "take this sentence out"
    assert findings["C05"]["fix"]["words"] == ""
    assert "Fix: take this sentence out." in demo("check", str(path)).out


def test_text_to_check_comes_from_standard_input_too(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(b"Hello [name]"))
    assert demo("check").code == 2
    assert demo("check", "no such file").code == 3


def test_the_outbox_holds_what_is_ready(demo: Shell, tmp_path: Path) -> None:
    said = demo("outbox")
    assert "Thea Rosskamp" in said.out and "2 messages" in said.err
    assert len(demo("outbox", "--json").json["letters"]) == 2


def test_the_outbox_goes_into_a_folder_as_mail_files_or_as_text(demo: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert demo("outbox", "--eml", str(folder)).code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "Fenwick Children's reschedule.eml",
        "Quillmere University Children's thank-you.eml",
    ]
    assert all(b"X-Unsent: 1" in path.read_bytes() for path in folder.iterdir())
    again = demo("outbox", "--eml", str(folder))
    assert again.code == 2 and "is there already" in again.err and "Nothing was written" in again.err
    assert demo("outbox", "--text", str(tmp_path / "text")).code == 0
    assert "Subject: " in (tmp_path / "text" / "Fenwick Children's reschedule.txt").read_text(encoding="utf-8")


def test_what_left_as_files_is_kept_with_each_message_and_undone_in_one_step(demo: Shell, tmp_path: Path) -> None:
    before = demo.season
    assert demo("outbox", "--eml", str(tmp_path / "out")).code == 0
    ready = [one for one in demo.season.letters if one.state is LetterState.READY]
    assert [one.revisions[-1].body == one.body for one in ready] == [True, True]
    assert demo("undo").code == 0
    assert demo.season == before


def test_the_whole_outbox_is_marked_as_sent_in_one_step(demo: Shell) -> None:
    before = demo.season
    said = demo("outbox", "--sent", "--at", "2026-11-24T13:30")
    assert said.code == 0 and "Sent: 2 messages" in said.err
    assert not [one for one in demo.season.letters if one.state is LetterState.READY]
    assert demo("undo").code == 0
    assert demo.season == before
    demo("redo")
    no_change(demo, demo("outbox", "--sent"))


def test_one_draft_is_handed_over_by_its_id_while_the_outbox_stays_as_it_is(demo: Shell, tmp_path: Path) -> None:
    ready = [one.id for one in demo.season.letters if one.state is LetterState.READY and one.trashed is None]
    demo("draft", "thistledown", "--kind", "question")
    draft = demo.season.letters[-1]
    assert demo("outbox", draft.id).out.startswith(draft.id)
    assert [one["id"] for one in demo("outbox", draft.id, draft.id, "--json").json["letters"]] == [draft.id]
    assert demo("outbox", ready[0], "--text", str(tmp_path / "out")).code == 0
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert demo("outbox", ready[0], "--sent", "--accept-stops").code == 0
    states = {one.id: one.state for one in demo.season.letters}
    assert [states[one] for one in (*ready, draft.id)] == [LetterState.SENT, LetterState.READY, LetterState.DRAFT]


def test_what_went_out_or_came_in_cannot_be_handed_over_again(demo: Shell) -> None:
    for state in (LetterState.SENT, LetterState.RECEIVED):
        letter = next(one for one in demo.season.letters if one.state is state and one.trashed is None)
        no_change(demo, demo("outbox", letter.id, "--sent"))
    no_change(demo, demo("outbox", "l-nowhere", "--sent"))


def test_a_stop_in_the_outbox_is_left_out_and_said(demo: Shell, tmp_path: Path) -> None:
    fenwick = next(one for one in demo.season.letters if one.state is LetterState.READY and one.kind == "reschedule")
    text = tmp_path / "x.txt"
    text.write_text("Dear Ms. Bayard,\n\nmay I come on [which day]?\n", encoding="utf-8")
    with SeasonFile.open(demo.path) as file:
        body = replace(fenwick, body=text.read_text(encoding="utf-8"))
        letters = tuple(body if one.id == fenwick.id else one for one in file.season.letters)
        file.save(replace(file.season, letters=letters))
    said = demo("outbox", "--eml", str(tmp_path / "out"))
    assert said.code == 1
    assert "C01" in said.err and "1 message left out" in said.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["Quillmere University Children's thank-you.eml"]
    none = demo("outbox", "--sent", "--accept-stops")
    assert none.code == 2 and "None was marked as sent" in none.err


def test_a_text_of_no_stated_kind_is_not_given_one(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(GOOD_THANKS, encoding="utf-8")
    assert demo("check", str(path), "--program", "quillmere", "--json").json["kind"] is None
    assert (
        demo("check", str(path), "--program", "quillmere", "--kind", "thank-you", "--json").json["kind"] == "thank-you"
    )


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 2, "The text is empty"),
        (b"Subject: Thanks\n\n", 2, "The text is empty"),
        (b"\xff\xfehello", 3, "What was piped in is not UTF-8 text."),
        (b"a\n" * 100_000, 2, "The text has 100,001 lines"),
        (b"a" * 900_000, 2, "more than 200,000 characters"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_words(
    demo: Shell, monkeypatch: pytest.MonkeyPatch, content: bytes, code: int, words: str
) -> None:
    monkeypatch.setattr("sys.stdin", piped(content))
    said = demo("check")
    no_change(demo, said, code)
    assert words in said.err


def test_findings_are_counted_in_words(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(b"Dear [name],\n\nthank you."))
    assert demo("check").err.splitlines()[-1] == "1 stop, 2 warnings."


def test_whom_a_checked_text_is_for_needs_their_program(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", piped(b"Dear Dr. Bellweather,\n\nthank you."))
    said = demo("check", "-", "--to", "bellweather")
    no_change(demo, said)
    assert "--program" in said.err
