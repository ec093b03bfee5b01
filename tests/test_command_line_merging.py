"""`prematch merge`: two real files made apart from one, with their undo steps, brought together again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store.season_file import SeasonFile
from store.words import Status
from tests.command_shell import Said, Shell, shell

__all__ = ["shell"]


class Stick:
    """The season at home and a copy of it on a stick, both worked on by commands."""

    def __init__(self, home: Shell) -> None:
        self.home = home
        self.path = home.path.with_name("hospital.json")

    def part(self, *, history: bool = True) -> None:
        """Copy the season onto the stick, with its undo steps unless told otherwise."""
        shutil.copy(self.home.path, self.path)
        if history:
            shutil.copytree(folder(self.home.path), folder(self.path))

    def __call__(self, *argv: str) -> Said:
        at_home, self.home.path = self.home.path, self.path
        try:
            said = self.home(*argv)
        finally:
            self.home.path = at_home
        assert said.code in (0, 1), said.err
        return said

    def merged(self, *more: str, code: int = 0) -> Said:
        said = self.home("merge", str(self.path), *more)
        assert said.code == code, said.err
        return said


def folder(path: Path) -> Path:
    return path.with_name(f"{path.name}.history")


@pytest.fixture
def stick(shell: Shell) -> Stick:
    for argv in (
        ("profile", "name=Noor Halvard", "aamc_id=19990001"),
        ("add", "Fenwick", "--state", "IL", "--status", "APP"),
        ("add", "Alder Ridge", "--state", "OH", "--status", "APP"),
    ):
        assert shell(*argv).code == 0
    return Stick(shell)


def programs(shell: Shell) -> dict[str, Status]:
    return {one.name: one.status for one in shell.season.programs}


def test_what_was_done_in_either_copy_is_there_and_one_undo_takes_it_back(stick: Stick) -> None:
    stick.part()
    assert stick.home("add", "Marrow Lake").code == 0
    assert stick.home("contact", "Fenwick", "Ines Wexley", "--role", "coordinator").code == 0
    stick("status", "Fenwick", "INV")
    stick("add", "Tamsin Bay")
    before, other = stick.home.season, stick.path.read_bytes()
    said = stick.merged()
    assert "from hospital.json: 1 program new, 1 program changed" in said.out
    assert programs(stick.home) == {
        "Fenwick": Status.INVITED,
        "Alder Ridge": Status.APPLIED,
        "Tamsin Bay": Status.PLANNED,
        "Marrow Lake": Status.PLANNED,
    }
    assert [one.name for one in stick.home.season.contacts] == ["Ines Wexley"]
    assert "Merged: season from hospital.json" in stick.home("history").out
    assert stick.home("undo").code == 0
    assert stick.home.season == before
    assert stick.path.read_bytes() == other


def test_the_other_copy_is_only_read(stick: Stick) -> None:
    stick.part()
    stick("add", "Tamsin Bay")
    before = {path.name: path.read_bytes() for path in stick.path.parent.rglob("*hospital*") if path.is_file()}
    steps = sorted(path.name for path in folder(stick.path).iterdir())
    stick.merged()
    after = {path.name: path.read_bytes() for path in stick.path.parent.rglob("*hospital*") if path.is_file()}
    assert after == before
    assert sorted(path.name for path in folder(stick.path).iterdir()) == steps


def test_the_same_copy_twice_brings_nothing_the_second_time(stick: Stick) -> None:
    stick.part()
    stick("add", "Tamsin Bay")
    stick.merged()
    revision = SeasonFile.open(stick.home.path, read_only=True).revision
    assert "already" in stick.merged().err
    assert SeasonFile.open(stick.home.path, read_only=True).revision == revision


def test_without_a_terminal_what_conflicts_is_shown_and_nothing_is_changed(stick: Stick) -> None:
    stick.part()
    stick.home("profile", "phone=+48 22 555 01 02")
    stick("profile", "phone=+1 312 555 0100")
    before = stick.home.path.read_bytes()
    said = stick.merged(code=2)
    assert "your phone" in said.out and "+48 22" in said.out and "+1 312" in said.out
    assert "--mine" in said.err and "Nothing was changed" in said.err
    assert stick.home.path.read_bytes() == before
    assert stick.merged("--dry-run", code=1).out == said.out
    assert stick.home.path.read_bytes() == before


@pytest.mark.parametrize(("side", "stands", "passed"), [("--mine", "+48", "+1"), ("--theirs", "+1", "+48")])
def test_one_word_settles_all_and_what_was_passed_over_is_listed(
    stick: Stick, side: str, stands: str, passed: str
) -> None:
    stick.part()
    stick.home("profile", "phone=+48")
    stick("profile", "phone=+1")
    stick("add", "Tamsin Bay")
    stick.merged(side)
    assert stick.home.season.profile.phone == stands
    assert f"your phone: {stands}, not {passed}" in stick.home("history").out


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    lines = iter([*answers])

    class Typist:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return next(lines, "")

    monkeypatch.setattr("sys.stdin", Typist())


def with_three_conflicts(stick: Stick) -> None:
    stick.part()
    stick.home("profile", "phone=+48", "school=Vistula", "credentials=MD")
    stick("profile", "phone=+1", "school=Wisla", "credentials=MBBS")


@pytest.mark.parametrize(
    ("answers", "credentials", "phone", "school"),
    [
        (("m\n", "t\n", "m\n"), "MD", "+1", "Vistula"),
        (("?\n", "t\n", "t\n", "t\n"), "MBBS", "+1", "Wisla"),  # what is no answer is asked again
        (("m\n", "T\n"), "MD", "+1", "Wisla"),
        (("t\n", "A\n"), "MBBS", "+48", "Vistula"),
    ],
)
def test_at_a_terminal_each_conflict_is_asked(
    stick: Stick, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], credentials: str, phone: str, school: str
) -> None:
    with_three_conflicts(stick)
    at_a_terminal(monkeypatch, *answers)
    stick.merged()
    profile = stick.home.season.profile
    assert (profile.credentials, profile.phone, profile.school) == (credentials, phone, school)


def test_questions_left_open_change_nothing(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    with_three_conflicts(stick)
    before = stick.home.path.read_bytes()
    at_a_terminal(monkeypatch, "t\n")
    assert "Nothing was changed" in stick.merged(code=2).err
    assert stick.home.path.read_bytes() == before


@pytest.mark.parametrize(("answer", "count"), [("y\n", 3), ("n\n", 4)])
def test_a_program_added_in_both_is_one_if_the_person_says_so(
    stick: Stick, monkeypatch: pytest.MonkeyPatch, answer: str, count: int
) -> None:
    stick.part()
    stick.home("add", "Tamsin  Bay", "--tier", "A")
    stick("add", "tamsin bay", "--state", "WA")
    stick("contact", "tamsin bay", "June Harrow", "--role", "coordinator")
    at_a_terminal(monkeypatch, answer, "A\n")
    stick.merged()
    season = stick.home.season
    assert len(season.programs) == count
    owner = season.programs_by_id[season.contacts[0].program_id]
    assert owner.state == "WA" and owner.tier == ("A" if count == 3 else "")


def test_the_words_apart_keep_programs_of_one_name_as_two(stick: Stick) -> None:
    stick.part()
    stick.home("add", "Tamsin Bay")
    stick("add", "Tamsin Bay")
    assert stick.merged(code=2).err
    stick.merged("--apart")
    assert len(stick.home.season.programs) == 4


def test_without_its_history_nothing_is_taken_out_and_that_is_said(stick: Stick) -> None:
    stick.part(history=False)
    stick.home("add", "Marrow Lake")
    stick("add", "Tamsin Bay")
    shutil.rmtree(folder(stick.path))
    said = stick.merged()
    assert "not known" in said.err and "2 records in one copy alone" in said.err
    assert len(stick.home.season.programs) == 4


def test_a_copy_that_was_never_changed_needs_no_history_to_be_known_as_older(stick: Stick) -> None:
    stick.part(history=False)
    stick.home("profile", "phone=+48")
    stick.home("status", "Fenwick", "REJ")
    before = stick.home.path.read_bytes()
    assert "already" in stick.merged().err
    assert stick.home.path.read_bytes() == before


def test_after_a_merge_the_next_one_knows_what_came_before(stick: Stick) -> None:
    stick.part()
    stick("profile", "phone=+1", "school=Wisla")
    stick.merged()
    stick("profile", "phone=+2")
    stick.home("profile", "school=Vistula")
    stick.merged()
    profile = stick.home.season.profile
    assert (profile.phone, profile.school) == ("+2", "Vistula")


def test_a_change_by_hand_in_the_file_is_not_taken_for_an_older_state(stick: Stick) -> None:
    stick.part()
    stick("add", "Tamsin Bay")
    stick.path.write_text(stick.path.read_text().replace("19990001", "19990007"), encoding="utf-8")
    stick.merged("--theirs")
    assert stick.home.season.profile.aamc_id == "19990007"


def test_two_programs_told_first_are_told_loudly(stick: Stick) -> None:
    words = stick.home.path.with_name("words.txt")
    words.write_text("I will rank you first.", encoding="utf-8")
    send = ("--kind", "first-rank", "--text", str(words), "--accept-stops")
    for name in ("Fenwick", "Alder Ridge"):
        assert stick.home("status", name, "INT").code == 0
    stick.part()
    assert stick.home("sent", "Fenwick", *send).code == 0
    stick("sent", "Alder Ridge", *send)
    assert "More than one program was told it is first" in stick.merged(code=1).err


def test_another_applicants_season_is_refused_in_plain_words(stick: Stick) -> None:
    stick.part()
    stick("profile", "name=Ada Quill", "aamc_id=10000002")
    before = stick.home.path.read_bytes()
    said = stick.merged("--theirs", code=2)
    assert "Ada Quill" in said.err and "Noor Halvard" in said.err and "--same-person" in said.err
    assert stick.home.path.read_bytes() == before
    stick.merged("--theirs", "--same-person")
    assert stick.home.season.profile.name == "Ada Quill"


def test_what_is_no_other_copy_is_a_sentence(stick: Stick, tmp_path: Path) -> None:
    cases = {
        tmp_path / "gone.json": (3, "There is no file"),
        tmp_path: (2, "is a folder"),
        stick.home.path: (2, "open here"),
        tmp_path / "link.json": (2, "open here"),
        tmp_path / "damaged.json": (3, "left as it is"),
        tmp_path / "newer.json": (3, "newer version"),
        tmp_path / "foreign.json": (3, "nothing in it says that it is a season"),
    }
    (tmp_path / "link.json").symlink_to(stick.home.path)
    (tmp_path / "damaged.json").write_bytes(stick.home.path.read_bytes()[:-40])
    (tmp_path / "newer.json").write_text(stick.home.path.read_text().replace('"format": 1', '"format": 99'))
    (tmp_path / "foreign.json").write_text('{"a": {}}')
    before = stick.home.path.read_bytes()
    for path, (code, sentence) in cases.items():
        said = stick.home("merge", str(path))
        assert (said.code, said.out) == (code, ""), path
        assert sentence in said.err, (path, said.err)
        assert path.is_dir() or not path.exists() or path.read_bytes()
    assert stick.home.path.read_bytes() == before


def test_json_tells_what_comes_and_what_conflicts(stick: Stick) -> None:
    stick.part()
    stick.home("profile", "phone=+48")
    stick("profile", "phone=+1")
    stick("add", "Tamsin Bay")
    told = stick.merged("--json", "--dry-run", code=1).json
    (added,) = told["changes"]["programs"]["added"]
    assert added.startswith("p-") and told["common_history"] is True
    assert told["conflicts"] == [
        {"key": "profile//phone", "about": "your phone", "mine": "+48", "theirs": "+1"},
    ]
    assert stick.merged("--json", "--mine").json["settled"] == "mine"
    assert stick.home.season.profile.phone == "+48" and len(stick.home.season.programs) == 3
