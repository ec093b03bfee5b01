"""The command line: a whole course of things, and every misuse refused in words."""

from __future__ import annotations

import json
from argparse import ArgumentParser, _SubParsersAction
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest

from store.season import Season
from store.words import ContactRuleName, Role, Status
from tests.command_shell import NOW, Shell, no_change
from tui.command_line.declaring import Commands
from tui.command_line.parser import GROUPS
from tui.command_line.running import run


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
    assert shell("history").out.splitlines()[0] == "Tue 24 Nov 2026 14:05 CET  taken back: Added Tamsin Bay"


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


def test_a_word_that_is_no_command_leads_to_those_that_come_near(shell: Shell) -> None:
    found = shell("agneda")
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines() == [
        "“agneda” is no command. `prematch --help` lists them all.",
        "  prematch agenda",
    ]


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


def test_the_day_of_a_status_and_the_minute_of_an_invitation_are_mended_by_saying_them_again(shell: Shell) -> None:
    shell("add", "Alder Ridge")
    shell("status", "alder", "APP")
    no_change(shell, shell("status", "alder", "APP", "--on", "2026-12-24"))
    said = shell("status", "alder", "APP", "--on", "2026-09-24")
    assert "applied since Thu 24 Sep 2026" in said.err
    shell("invite", "alder", "--at", "2026-11-24T09:14")
    assert shell("invite", "alder", "--at", "2026-11-24T08:14").code == 0
    course = [(change.status, change.at.local.hour) for change in shell.season.programs[0].statuses]
    assert course[-1] == (Status.INVITED, 8)
    assert shell.season.programs[0].statuses[1].at.day.isoformat() == "2026-09-24"
    assert "Nothing changed" in shell("invite", "alder").err


@pytest.mark.parametrize(
    ("typed", "role"), [("pd", Role.DIRECTOR), ("APD", Role.ASSOCIATE), ("Chief Resident", Role.CHIEF)]
)
def test_a_role_may_be_written_the_way_people_write_it(shell: Shell, typed: str, role: Role) -> None:
    shell("add", "Alder Ridge")
    assert shell("contact", "alder", "Ada Fenn", "--role", typed).code == 0
    assert shell.season.contacts[0].role is role


def test_json_names_the_record_that_was_made(shell: Shell) -> None:
    program = shell("add", "Alder Ridge", "--zone", "America/Chicago", "--json").json["id"]
    person = shell("contact", program, "Ada Fenn", "--role", "coordinator", "--json").json["id"]
    interview = shell("book", program, "2026-12-03T08:00", "--json").json["id"]
    moved = shell("book", program, "2026-12-04T08:00", "--move", "--json").json["id"]
    letter = shell("received", program, "--json").json["id"]
    season = shell.season
    assert (season.programs[0].id, season.contacts[0].id) == (program, person)
    assert season.interviews[0].id == interview == moved
    assert season.letters[0].id == letter


@pytest.mark.parametrize(("module", "names"), GROUPS, ids=[module for module, _ in GROUPS])
def test_a_module_declares_just_the_commands_it_is_imported_for(module: str, names: tuple[str, ...]) -> None:
    parser = ArgumentParser()
    commands = Commands(parser, ArgumentParser(add_help=False), frozenset())
    import_module(f"tui.command_line.{module}").declare(commands)
    (declared,) = (one.choices for one in parser._actions if isinstance(one, _SubParsersAction))
    assert tuple(sorted(declared)) == tuple(sorted(names))
    for command in declared.values():
        carrying_out, _, function = command.get_default("does").partition(":")
        assert callable(getattr(import_module(f"tui.command_line.{carrying_out}"), function))
