"""The trash in plain commands: listed, filled, and taken back from."""

from __future__ import annotations

import pytest

from store.trash import in_trash as thrown_in
from tests.command_shell import Shell, no_change
from tests.test_completion import offered

LATER = "2026-11-25T09:00+01:00"


def in_trash(shell: Shell) -> set[str]:
    return {one.id for one in thrown_in(shell.season)}


def id_of(shell: Shell, name: str) -> str:
    return next(one.id for one in shell.season.programs if name in one.name)


def a_sent_letter(shell: Shell, program_id: str) -> str:
    return next(one.id for one in shell.season.letters_of[program_id] if one.state == "sent" and not one.trashed)


def test_the_newest_stands_first_with_what_it_is_and_since_when(demo: Shell) -> None:
    assert demo("trash", "put", "rookery", now=LATER).err.startswith("In the trash: Rookery Hill Medical Center.")
    lines = demo("trash").out.splitlines()
    assert lines[0].startswith("Wed 25 Nov 2026 09:00 CET     program   Rookery Hill Medical Center (Rookery Hill, VT)")
    assert "draft     question, Heronsgate" in lines[1]
    plain = demo("trash", "--plain").out.splitlines()
    rookery = id_of(demo, "Rookery")
    assert plain[0] == (
        "in the trash: Rookery Hill Medical Center (Rookery Hill, VT), program, "
        f"since Wed 25 Nov 2026 09:00 CET, {rookery}"
    )
    first = demo("trash", "list", "--json").json["trash"][0]
    assert first == {
        "id": rookery,
        "what": "program",
        "name": "Rookery Hill Medical Center (Rookery Hill, VT)",
        "trashed": "2026-11-25T09:00:00+01:00",
        "trashed_zone": "Europe/Warsaw",
    }


def test_an_empty_trash_says_what_would_lie_there(shell: Shell) -> None:
    said = shell("trash")
    assert (said.code, said.out) == (0, "")
    assert "Nothing is in the trash. `prematch trash put PROGRAM`" in said.err
    assert shell("trash", "--json").json["trash"] == []


def test_several_come_back_in_one_step(demo: Shell) -> None:
    before = demo.season
    letter = a_sent_letter(demo, id_of(demo, "Rookery"))
    demo("trash", "put", "rookery", "kettle", letter)
    assert len(in_trash(demo)) == 4
    said = demo("trash", "back", "rookery hill medical center", "kettle", letter)
    assert said.err.startswith("Back from the trash: 2 programs and 1 message.")
    assert demo.season == before
    assert demo("undo").err.startswith("Taken back: Back from the trash: 2 programs and 1 message.")
    assert len(in_trash(demo)) == 4


def test_the_program_of_a_message_comes_back_with_it(demo: Shell) -> None:
    rookery = id_of(demo, "Rookery")
    letter = a_sent_letter(demo, rookery)
    demo("trash", "put", letter, rookery)
    assert demo("trash", "back", letter).err.startswith("Back from the trash: 1 program and 1 message.")
    assert in_trash(demo).isdisjoint({letter, rookery})


def test_what_is_named_but_lies_in_the_trash_says_the_way_back(demo: Shell) -> None:
    rookery = id_of(demo, "Rookery")
    demo("trash", "put", "rookery")
    for argv in (("show", "rookery"), ("status", "rookery", "WDN"), ("trash", "put", "rookery")):
        said = demo(*argv)
        no_change(demo, said)
        assert f"`prematch trash back {rookery}` brings it back." in said.err


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("trash", "back"), "Say what is meant: `prematch trash back NAME`."),
        (("trash", "put"), "Say what is meant: `prematch trash put NAME`."),
        (("trash", "list", "rookery"), "The list takes no names."),
        (("trash", "back", "rookery"), "No record in the trash fits “rookery”."),
        (("trash", "put", "nowhere"), "No program fits “nowhere”."),
        (("trash", "empty"), "invalid choice"),
    ],
)
def test_what_is_meant_has_to_be_said(argv: tuple[str, ...], sentence: str, demo: Shell) -> None:
    before = demo.season
    said = demo(*argv)
    no_change(demo, said)
    assert sentence in said.err
    assert demo.season == before


def test_a_name_that_is_taken_by_now_keeps_it_in_the_trash(demo: Shell) -> None:
    demo("trash", "put", "rookery")
    demo("add", "Rookery Hill Medical Center")
    said = demo("trash", "back", "rookery")
    no_change(demo, said)
    assert "is followed already" in said.err


def test_shells_are_offered_what_lies_there_or_what_may_go(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(offered(demo, monkeypatch, "trash", "back", "")) == in_trash(demo)
    assert set(offered(demo, monkeypatch, "trash", "put", "kett")) == {"Kettle Creek Medical Center"}
    assert set(offered(demo, monkeypatch, "trash", "")) == {"list", "put", "back"}
