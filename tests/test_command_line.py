"""The command line: each command does its one thing, says so in words, and never ends in a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from store.record_json import read_season
from store.season import Season
from store.season_file import SeasonFile
from store.words import ContactRuleName, InterviewState, LetterState, Promise, Status, Verdict
from tui.command_line.running import run

NOW = "2026-11-24T14:05+01:00"

GOOD_THANKS = """Subject: Thank you for our conversation, Lena Korvath

Dear Dr. Amari,

Thank you for telling me about your years in the mission hospital. The way you described the night you had one cylinder
of oxygen and two newborns has stayed with me, and I have thought since about how calm is taught. I liked learning how
your residents choose their research afternoons, and I left with a clear picture of what a week at Quillmere is like.
I am grateful for the time you gave me and for the honest answers.

Sincerely,
Lena Korvath, MD
AAMC ID 10099001
"""


@dataclass(frozen=True)
class Said:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        found = json.loads(self.out)
        assert found["format"] == 1
        return found


class Shell:
    """Runs commands on one season file, as a script would: no terminal, a fixed moment."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = folder / "season.json"
        self._capsys = capsys

    def __call__(self, *argv: str, now: str = NOW, home: str = "Europe/Warsaw") -> Said:
        self._capsys.readouterr()
        code = run(["--file", str(self.path), "--now", now, "--home", home, *argv])
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Said(code, captured.out, captured.err)

    @property
    def season(self) -> Season:
        with SeasonFile.open(self.path, read_only=True) as file:
            return file.season


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    monkeypatch.delenv("PREMATCH_FILE", raising=False)
    monkeypatch.delenv("PREMATCH_NOW", raising=False)
    return Shell(tmp_path, capsys)


@pytest.fixture
def demo(shell: Shell) -> Shell:
    assert shell("demo", "--out", str(shell.path)).code == 0
    return shell


def no_change(shell: Shell, said: Said, code: int = 2) -> None:
    assert said.code == code, said.err
    assert said.out == ""
    assert said.err.strip()


# -- from nothing to a booked interview


def test_a_program_goes_from_added_to_booked_and_every_step_can_be_taken_back(shell: Shell) -> None:
    assert shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN", "--tier", "a", "--tag", "small").code == 0
    assert shell("contact", "alder", "Ada Fenn", "--role", "coordinator", "--email", "ada@alder.example").code == 0
    assert shell("status", "alder", "app", "--on", "2026-09-24").code == 0
    assert shell("invite", "alder", "--at", "2026-11-24T09:14").code == 0
    booked = shell("book", "alder", "2026-12-03T08:00", "--minutes", "270", "--with", "ada")
    assert booked.code == 0
    assert "Thu 3 Dec 2026 08:00 CST = 15:00 CET here" in booked.err
    assert "prematch undo" in booked.err

    season = shell.season
    (program,), (interview,), (person,) = season.programs, season.interviews, season.contacts
    assert (program.tier, program.tags, program.zone) == ("A", ("small",), "America/Chicago")
    course = [change.status for change in program.statuses]
    assert course == [Status.PLANNED, Status.APPLIED, Status.INVITED, Status.BOOKED]
    assert interview.starts.local.isoformat() == "2026-12-03T08:00:00-06:00"
    assert (interview.contact_ids, interview.minutes) == ((person.id,), 270)

    for _ in range(5):
        assert shell("undo").code == 0
    assert shell.season == Season()
    assert shell("undo").code == 1
    for _ in range(5):
        assert shell("redo").code == 0
    assert shell.season == season
    assert shell("redo").code == 1


def test_history_names_what_was_done(shell: Shell) -> None:
    shell("add", "Alder Ridge")
    shell("add", "Tamsin Bay")
    shell("undo")
    steps = shell("history", "--json").json["steps"]
    assert [(step["label"], step["taken_back"]) for step in steps] == [
        ("Added Tamsin Bay", True),
        ("Added Alder Ridge", False),
    ]
    assert shell("history").out.splitlines()[0].startswith("taken back: Added Tamsin Bay")


# -- booking


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2027-03-14T02:30", "does not exist"),
        ("2026-11-01T01:30", "fold"),
        ("2026-04-31T09:00", "31"),
        ("2026-12-03T24:00", "24"),
        ("1.2.2027", ""),
        ("fri 14:00", ""),  # spoken forms count only where a person can see what was understood
        ("2026-12-03", "time"),
        ("tomorrow", ""),
        ("", ""),
    ],
)
def test_a_moment_that_is_not_exactly_one_is_refused_and_nothing_is_booked(
    shell: Shell, moment: str, words: str
) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN", "--zone", "America/Chicago")
    before = shell.path.read_bytes()
    said = shell("book", "alder", moment, "--past", now="2026-10-20T10:00+02:00")
    no_change(shell, said)
    assert words in said.err
    assert shell.path.read_bytes() == before


@pytest.mark.parametrize(("which", "offset"), [("first", "-05:00"), ("second", "-06:00")])
def test_a_time_that_comes_twice_is_booked_once_it_is_said_which(shell: Shell, which: str, offset: str) -> None:
    shell("add", "Alder Ridge", "--zone", "America/Chicago")
    said = shell("book", "alder", "2026-11-01T01:30", "--fold", which, now="2026-10-20T10:00+02:00")
    assert said.code == 0, said.err
    assert shell.season.interviews[0].starts.local.isoformat() == f"2026-11-01T01:30:00{offset}"


def test_a_zone_nobody_gave_is_marked_as_assumed_and_said(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN")
    said = shell("book", "alder", "2026-12-03T08:00")
    assert "assumed" in said.err
    assert shell.season.interviews[0].zone_assumed


def test_a_zone_given_wins_and_is_certain(shell: Shell) -> None:
    shell("add", "Alder Ridge", "--city", "Marrow", "--state", "MN")
    assert shell("book", "alder", "2026-12-03T08:00", "--zone", "america/denver").code == 0
    (interview,) = shell.season.interviews
    assert (interview.starts.zone, interview.zone_assumed) == ("America/Denver", False)


@pytest.mark.parametrize("zone", ["CST", "Mars/Phobos", "Europe", "../../etc/passwd"])
def test_letters_and_inventions_are_no_zone(shell: Shell, zone: str) -> None:
    shell("add", "Alder Ridge")
    no_change(shell, shell("book", "alder", "2026-12-03T08:00", "--zone", zone))
    no_change(shell, shell("add", "Tamsin Bay", "--zone", zone))


def test_an_interview_moves_and_is_cancelled(demo: Shell) -> None:
    assert demo("book", "orrin", "2026-12-01T08:30", "--move").code == 0
    moved = next(each for each in demo.season.interviews if each.starts.day.isoformat() == "2026-12-01")
    assert len(moved.moves) == 1
    assert demo("cancel", "orrin").code == 0
    assert demo.season.interviews_by_id[moved.id].state is InterviewState.CANCELLED
    no_change(demo, demo("cancel", "orrin"))


def test_a_clash_and_a_night_start_are_said_when_booking(demo: Shell) -> None:
    said = demo("book", "kettle", "2026-12-03T08:00")
    assert said.code == 0
    assert "overlaps with" in said.err
    late = demo("book", "larkspur", "2026-12-29T16:00")
    assert "night" in late.err


# -- names


def test_an_unclear_name_lists_the_candidates_and_changes_nothing(demo: Shell) -> None:
    before = demo.path.read_bytes()
    said = demo("status", "children's", "REJ")
    no_change(demo, said)
    assert "Brightwater Children's Hospital" in said.err
    no_change(demo, demo("show", "atlantis"))
    assert demo.path.read_bytes() == before


def test_names_with_markup_and_codes_are_only_text(shell: Shell) -> None:
    assert shell("add", "Bay [/b] \x1b]52;c;aGk=\x07x").code == 0
    assert "\x1b" not in shell("list").out
    assert "Bay [/b]" in shell("list").out
    no_change(shell, shell("add", "T" * 301))
    no_change(shell, shell("add", " \u200b "))


# -- misuse


@pytest.mark.parametrize(
    "argv",
    [
        ("nonsense",),
        ("add",),
        ("agenda", "yesterday"),
        ("status", "alder"),
        ("draft", "alder"),
        ("draft", "alder", "--kind", "love-letter"),
        ("rule", "alder", "shout"),
        ("book", "alder", "2026-12-03T08:00", "--minutes", "many"),
        ("snooze", "F01"),
        ("import",),
        ("profile", "name"),
        ("profile", "planet=Mars"),
        ("profile", "graduation=summer"),
        ("profile", "usce_months=lots"),
        ("profile", "citizenship=martian"),
        ("profile", "home_zone=CST"),
        ("done", "F99:nothing"),
        (),
    ],
)
def test_misuse_is_refused_with_two_and_one_sentence(shell: Shell, argv: tuple[str, ...]) -> None:
    shell("add", "Alder Ridge")
    no_change(shell, shell(*argv))


@pytest.mark.parametrize("now", ["yesterday", "2026-11-24T14:05", "0001-01-01T00:00+00:00", "9999-12-31T23:59-12:00"])
def test_a_present_moment_without_offset_or_out_of_reach_is_refused(shell: Shell, now: str) -> None:
    no_change(shell, shell("agenda", now=now))


def test_an_unknown_home_is_refused(shell: Shell) -> None:
    no_change(shell, shell("agenda", home="Mars/Phobos"))


def test_help_is_data_and_ends_well(shell: Shell) -> None:
    said = shell("--help")
    assert said.code == 0
    assert "agenda" in said.out
    assert shell("book", "--help").code == 0


def test_a_damaged_file_ends_with_three_and_is_left_alone(shell: Shell) -> None:
    shell.path.write_bytes(b"{\x00")
    for argv in (("agenda",), ("add", "Alder Ridge"), ("undo",)):
        said = shell(*argv)
        no_change(shell, said, code=3)
        assert len(said.err.strip().splitlines()) == 1
    assert shell.path.read_bytes() == b"{\x00"


def test_global_options_stand_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "a.json")
    assert run(["add", "Alder Ridge", "--file", path, "--now", NOW, "--home", "Europe/Warsaw"]) == 0
    assert run(["--file", path, "--json", "list"]) == 0
    assert run(["list", "--json", "--file", path]) == 0
    monkeypatch.setenv("PREMATCH_FILE", path)
    monkeypatch.setenv("PREMATCH_NOW", NOW)
    capsys.readouterr()
    assert run(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["programs"][0]["name"] == "Alder Ridge"


def test_a_reader_that_leaves_early_is_no_error(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    assert run(["--file", str(demo.path), "--now", NOW, "list"]) == 0


# -- looking


def test_the_agenda_as_json_has_the_promised_shape(demo: Shell) -> None:
    found = demo("agenda", "30d", "--json").json
    assert set(found) == {"format", "now", "now_zone", "items", "interviews", "key_dates", "clashes"}
    assert (found["now"], found["now_zone"]) == ("2026-11-24T14:05:00+01:00", "Europe/Warsaw")
    item = next(each for each in found["items"] if each["rule"] == "F03")
    promised = {"id", "rule", "program", "program_id", "what", "kind", "due", "latest", "late", "snoozed_until", "why"}
    assert promised <= set(item)
    assert (item["kind"], item["late"], item["snoozed_until"]) == ("thank-you", True, None)
    interview = found["interviews"][0]
    assert {"program", "starts", "starts_zone", "starts_home", "home_zone", "assumed", "minutes"} <= set(interview)
    assert interview["starts"] == "2026-11-25T09:00:00-05:00"
    assert interview["starts_home"] == "2026-11-25T15:00:00+01:00"
    assert {"what", "at", "at_home", "expected"} <= set(found["key_dates"][0])
    (clash,) = found["clashes"]
    assert set(clash["programs"]) == {"Marrow Lake Pediatrics", "Fenwick Children's"}
    assert clash["from"] < clash["to"]


def test_the_agenda_widens_with_its_span(demo: Shell) -> None:
    sizes = [len(demo("agenda", span, "--json").json["items"]) for span in ("today", "week", "30d", "all")]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[3]


def test_the_agenda_exits_with_one_only_when_asked_and_late(demo: Shell) -> None:
    assert demo("agenda").code == 0
    assert demo("agenda", "today", "--exit-code").code == 1
    assert demo("agenda", "--exit-code", now="2026-08-01T10:00+02:00").code in (0, 1)


def test_an_empty_season_has_an_agenda_too(shell: Shell) -> None:
    said = shell("agenda", "today", now="2026-07-01T10:00+02:00")
    assert (said.code, "Nothing due." in said.out) == (0, True)
    assert shell("agenda", "today", "--plain", "--exit-code", now="2026-07-01T10:00+02:00").code == 0
    assert not shell.path.exists()


def test_plain_says_one_fact_a_line_status_words_first(demo: Shell) -> None:
    lines = demo("agenda", "--plain").out.splitlines()
    assert "late 3 days: Kettle Creek Medical Center, answer the invitation, 1 date offered" in "\n".join(lines)
    assert any(
        line.startswith("interview: Brightwater Children's Hospital, Wed 25 Nov 2026 09:00 EST") for line in lines
    )
    assert any(line.startswith("clash: ") for line in lines)
    listed = demo("list", "--plain", "status:bkd").out.splitlines()
    assert all(line.startswith("booked: ") for line in listed) and len(listed) == 8


def test_lists_are_filtered_and_refuse_filters_they_do_not_know(demo: Shell) -> None:
    found = demo("list", "status:bkd", "tier:a", "--json").json["programs"]
    assert {each["name"] for each in found} == {"Marrow Lake Pediatrics", "Brightwater Children's Hospital"}
    assert {"id", "status", "since", "zone", "next", "tags"} <= set(found[0])
    no_change(demo, demo("list", "planet:mars"))


def test_showing_a_program_says_all_there_is(demo: Shell) -> None:
    text = demo("show", "thistledown").out
    for words in ("Anselm Voight", "16:30 CET", "sent first-rank", "Three residents trained abroad", "INT Tue 10 Nov"):
        assert words in text
    found = demo("show", "quillmere", "--json").json
    assert found["status"] == "INT"
    assert {one["role"] for one in found["contacts"]} == {"coordinator", "program-director", "interviewer"}
    assert found["next"] and found["interviews"] and found["letters"] and found["history"]
    assert "status: INT interviewed" in demo("show", "quillmere", "--plain").out


def test_the_ledger_lists_promises_and_what_they_contradict(demo: Shell) -> None:
    said = demo("ledger", "--json")
    assert said.code == 1
    levels = {one["program"]: one["level"] for one in said.json["promises"]}
    assert levels["Thistledown University"] == "first"
    assert {"program", "level", "at", "words", "letter_id"} <= set(said.json["promises"][0])
    assert said.json["conflicts"]
    assert "first: Thistledown University" in demo("ledger").out


# -- follow-ups


def test_follow_ups_are_done_put_off_and_not_needed(demo: Shell) -> None:
    def ids() -> list[str]:
        return [item["id"] for item in demo("agenda", "--json").json["items"]]

    kettle = next(each for each in ids() if each.startswith("F01:p-k6veqc"))
    assert demo("done", kettle).code == 0
    assert demo("snooze", "nettlecombe remind", "3d").code == 0
    assert demo("skip", "osprey").code == 0
    left = ids()
    assert kettle not in left
    assert not any(each.startswith(("F10:l-bvyjt8", "F07:p-chba9d")) for each in left)
    verdicts = {one.id.split(":")[0]: one.verdict for one in demo.season.decisions[-3:]}
    assert verdicts == {"F01": Verdict.DONE, "F10": Verdict.SNOOZED, "F07": Verdict.NOT_NEEDED}
    assert any(item["snoozed_until"] for item in demo("agenda", "all", "--json").json["items"])
    assert demo("undo").code == 0
    assert any(each.startswith("F07:p-chba9d") for each in ids())


def test_an_unclear_follow_up_lists_candidates(demo: Shell) -> None:
    said = demo("done", "thank-you")
    no_change(demo, said)
    assert "F03:" in said.err
    no_change(demo, demo("snooze", "osprey", "2026-01-01"))
    no_change(demo, demo("snooze", "osprey", "someday"))


# -- profile, rule, contact


def test_the_profile_is_set_shown_and_cleared(shell: Shell) -> None:
    settings = (
        "name=Lena Korvath",
        "aamc_id=10099001",
        "graduation=2025-06",
        "citizenship=citizen",
        "ecfmg=certified 2026-09-01",
        "usce_months=5",
        "home_zone=warsaw",
        "interests=newborn medicine; care at home",
        "stays=2027-01-10 America/New_York",
    )
    assert shell("profile", *settings).code == 0
    shown = shell("profile", "--json").json["profile"]
    assert shown["home_zone"] == "Europe/Warsaw"
    assert shown["graduation"] == "2025-06-01"
    assert (shown["ecfmg"], shown["ecfmg_day"], shown["usce_months"]) == ("certified", "2026-09-01", 5)
    assert shown["interests"] == ["newborn medicine", "care at home"]
    assert shown["stays"] == ["2027-01-10 America/New_York"]
    assert shell("profile", "usce_months=", "ecfmg=").code == 0
    assert "usce_months=\n" in shell("profile").out
    no_change(shell, shell("profile", "aamc_id=twelve"))


def test_home_follows_the_profile_unless_it_is_given(shell: Shell) -> None:
    shell("profile", "home_zone=Europe/Warsaw", "stays=2026-12-01 America/New_York")
    path = str(shell.path)
    for now, zone in (("2026-11-24T14:05+01:00", "Europe/Warsaw"), ("2026-12-05T14:05+01:00", "America/New_York")):
        assert run(["--file", path, "--now", now, "agenda", "--json"]) == 0
        assert json.loads(shell._capsys.readouterr().out)["now_zone"] == zone


def test_a_contact_rule_is_kept_with_its_words(shell: Shell) -> None:
    shell("add", "Alder Ridge")
    argv = (
        "rule",
        "alder",
        "no-thanks",
        "--words",
        "Please do not write.",
        "--source",
        "their page",
        "--on",
        "2026-11-01",
    )
    assert shell(*argv).code == 0
    rule = shell.season.programs[0].rule
    assert (rule.name, rule.words, rule.source) == (ContactRuleName.NO_THANKS, "Please do not write.", "their page")
    no_change(shell, shell("rule", "alder", "updates-until"))
    assert shell("rule", "alder", "updates-until", "--until", "2027-02-01").code == 0
    assert shell("rule", "alder", "one-channel", "--channel", "coordinator").code == 0
    no_change(shell, shell("rule", "alder", "one-channel"))


def test_a_contact_told_again_is_brought_up_to_date(shell: Shell) -> None:
    shell("add", "Alder Ridge")
    shell("contact", "alder", "Ada Fenn", "--role", "coordinator", "--email", "old@alder.example")
    assert shell("contact", "alder", "ada fenn", "--role", "resident", "--title", "Dr.").code == 0
    (person,) = shell.season.contacts
    assert (person.email, person.title, person.role) == ("old@alder.example", "Dr.", "resident")
    no_change(shell, shell("contact", "alder", "Bo Larch", "--role", "resident", "--email", "a@b.example, c@d.example"))


# -- messages


def test_a_draft_is_kept_printed_and_its_blanks_are_found(demo: Shell) -> None:
    said = demo("draft", "rookery", "--kind", "thank-you", "--to", "bellweather")
    assert said.code == 1
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
    argv = ("draft", "rookery", "--kind", "thank-you", "--to", "bellweather", "--eml", str(target))
    assert demo(*argv).code in (0, 1)
    assert b"astrid.bellweather@rookery.example" in target.read_bytes()
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
    said = demo("draft", "rookery", "--kind", "thank-you", "--to", "bellweather", "--copy")
    assert said.out == ""
    assert "Dear Dr. Bellweather" in (tmp_path / "last-copy.txt").read_text(encoding="utf-8")


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
    assert demo(*argv).code == 0
    letter = demo.season.letters[-1]
    assert (letter.subject, letter.improper, letter.state) == ("One question", True, LetterState.RECEIVED)
    assert any(item["id"] == f"F09:{letter.id}" for item in demo("agenda", "--json").json["items"])
    no_change(demo, demo("received", "fenwick", "--at", "2026-11-25T08:00"))


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


def test_text_to_check_comes_from_standard_input_too(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("Hello [name]"))
    assert demo("check").code == 2
    assert demo("check", "no such file").code == 3


def test_the_outbox_holds_what_is_ready(demo: Shell, tmp_path: Path) -> None:
    said = demo("outbox")
    assert "Thea Rosskamp" in said.out and "2 messages" in said.err
    assert len(demo("outbox", "--json").json["letters"]) == 2
    folder = tmp_path / "out"
    folder.mkdir()
    assert demo("outbox", "--eml", str(folder)).code == 0
    assert len(list(folder.glob("*.eml"))) == 2


# -- spreadsheets and the demo


SHEET = "Program,City,State,Zone\nAlder Ridge,Marrow,MN,America/Chicago\nTamsin Bay,Tamsin,OR,America/Los_Angeles\n"


def test_a_spreadsheet_is_shown_taken_in_once_and_taken_back_whole(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert shell("import", str(sheet), "--dry-run", "--json").json["added"] == 2
    assert not shell.path.exists()
    assert shell("import", str(sheet)).out.startswith("2 added, 0 updated, 0 unchanged, 0 rejected")
    assert len(shell.season.programs) == 2
    again = shell("import", str(sheet), "--json").json
    assert (again["added"], again["unchanged"], again["rejected"]) == (0, 2, [])
    assert shell("undo").code == 0
    assert shell.season.programs == ()


def test_a_bad_row_keeps_the_whole_spreadsheet_out(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(f"{SHEET}Marrow Lake,Marrow,MN,CST\n", encoding="utf-8")
    said = shell("import", str(sheet), "--json")
    assert (said.code, said.json["rejected"][0]["row"]) == (2, 4)
    assert not shell.path.exists()
    assert shell("import", str(sheet), "--dry-run").code == 1
    assert shell("import", str(sheet), "--leave-out-rejected").code == 0
    assert len(shell.season.programs) == 2


def test_columns_are_mapped_by_hand(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Alder Ridge,Marrow\nTamsin Bay,Tamsin\n", encoding="utf-8")
    asked = shell("import", str(sheet))
    no_change(shell, asked)
    assert "--map 1=name" in asked.err
    assert shell("import", str(sheet), "--map", "1=name", "2=city").code == 0
    assert [program.city for program in shell.season.programs] == ["Marrow", "Tamsin"]
    no_change(shell, shell("import", str(sheet), "--map", "name"))


def test_a_spreadsheet_that_is_gone_ends_with_three(shell: Shell) -> None:
    no_change(shell, shell("import", "gone.csv"), code=3)


def test_the_demo_is_written_once_and_never_over_anything(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "demo.json"
    assert shell("demo", "--out", str(target)).code == 0
    assert len(read_season(json.loads(target.read_text(encoding="utf-8"))).season.programs) > 40
    no_change(shell, shell("demo", "--out", str(target)))
    no_change(shell, shell("demo"))


def test_paths_are_printed(shell: Shell) -> None:
    assert shell("path").out.strip() == str(shell.path)
    assert shell("path", "backups").out.strip().startswith(str(shell.path))
    assert shell("path", "config", "--json").json["what"] == "config"


def test_every_command_says_nothing_on_standard_output_but_data(demo: Shell) -> None:
    writes: list[Callable[[], Said]] = [
        lambda: demo("status", "mossbank", "REJ"),
        lambda: demo("rule", "mossbank", "thanks-welcome"),
        lambda: demo("skip", "osprey"),
        lambda: demo("undo"),
        lambda: demo("redo"),
    ]
    for write in writes:
        said = write()
        assert (said.code, said.out) == (0, "")
        assert "prematch undo" in said.err or "prematch redo" in said.err
