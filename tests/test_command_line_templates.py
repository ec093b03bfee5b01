"""Templates on the command line: listed, shown, checked, copied to be changed, and taken in from others."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.command_shell import Shell, no_change

MINE = "Subject: Thank you, {{ name }}\n\n{{ greeting }}\n\nThank you for {{ hook }}.\n\n{{ signature }}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("store.places.templates_folder", lambda: tmp_path / "mine")
    for module in ("templates.own_templates", "tui.command_line.message_templates"):
        monkeypatch.setattr(f"{module}.templates_folder", lambda: tmp_path / "mine")
    return tmp_path / "mine"


def test_every_form_is_listed_with_whose_it_is(demo: Shell, folder: Path) -> None:
    said = demo("templates")
    assert said.code == 0
    assert "thank-you.director: to the program director (shipped)" in said.out.splitlines()
    demo("templates", "copy", "thank-you.director")
    assert "thank-you.director: to the program director (yours)" in demo("templates").out.splitlines()
    found = demo("templates", "list", "--json").json
    assert {"name": "thank-you.director", "title": "to the program director", "yours": True, "troubles": []} in found[
        "templates"
    ]
    assert found["folder"] == str(folder) and demo("path", "templates").out.strip() == str(folder)


def test_a_form_is_copied_to_be_changed_and_used_from_then_on(demo: Shell, folder: Path) -> None:
    path = folder / "thank-you.director.txt.j2"
    assert demo("templates", "copy", "thank-you.director").out.strip() == str(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(folder.stat().st_mode) == 0o700
    path.write_text(MINE, encoding="utf-8")
    assert demo("templates", "show", "thank-you.director").out == MINE
    no_change(demo, demo("templates", "copy", "thank-you.director"))
    assert path.read_text(encoding="utf-8") == MINE
    assert "Subject: Thank you, Lena" in demo("draft", "thistledown", "--kind", "thank-you", "--to", "voight").out


def test_a_form_is_removed_and_its_text_is_kept_beside_it_each_time(demo: Shell, folder: Path) -> None:
    path = folder / "thank-you.director.txt.j2"
    for ending in ("removed", "removed1"):
        demo("templates", "copy", "thank-you.director")
        text = path.read_text(encoding="utf-8")
        said = demo("templates", "remove", "thank-you.director")
        assert said.code == 0 and str(path) in said.err
        assert not path.exists() and path.with_name(f"{path.name}.{ending}").read_text(encoding="utf-8") == text
    assert "thank-you.director: to the program director (shipped)" in demo("templates").out.splitlines()
    assert "No template of yours" in demo("templates", "remove", "thank-you.director").err
    assert demo("templates", "remove", "../thank-you.director").code == 2


def test_a_form_of_a_new_name_is_taken_when_it_is_named(demo: Shell, folder: Path) -> None:
    assert demo("templates", "copy", "thank-you.director", "--as", "thank-you.short").code == 0
    (folder / "thank-you.short.txt.j2").write_text(MINE, encoding="utf-8")
    said = demo("draft", "rookery", "--kind", "thank-you", "--variant", "short")
    assert "Subject: Thank you, Lena" in said.out
    no_change(demo, demo("draft", "rookery", "--kind", "thank-you", "--variant", "shorter"))


def test_a_broken_one_is_told_wherever_it_would_have_been_used(demo: Shell, folder: Path) -> None:
    folder.mkdir()
    (folder / "thank-you.txt.j2").write_text("Subject: x\n\n{{ hok }}\n{{ 2 * 2 }}", encoding="utf-8")
    checked = demo("templates", "check", "thank-you")
    assert checked.code == 2
    assert checked.out.splitlines() == [
        "Line 3: it uses the unknown name “hok”. Did you mean “hook”?",
        "Line 4: it multiplies.",
    ]
    drafted = demo("draft", "rookery", "--kind", "thank-you", "--to", "bellweather")
    assert "Dear Dr. Bellweather" in drafted.out
    assert "The one that comes with the app is used instead." in drafted.err
    listed = demo("templates")
    assert listed.code == 1 and "thank-you: Line 4: it multiplies." in listed.err


def test_missing_facts_are_named_for_a_program(demo: Shell, folder: Path) -> None:
    demo("templates", "copy", "thank-you.director")
    said = demo("templates", "check", "thank-you.director", "--program", "quillmere")
    assert said.code == 0
    assert "hook (a detail of your talk)" in said.err and "greeting (" not in said.err
    assert (
        "hook" in demo("templates", "check", "thank-you.director", "--program", "quillmere", "--json").json["missing"]
    )


def test_what_somebody_shared_is_looked_through_before_it_is_taken_in(
    demo: Shell, folder: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "thank-you.warm.txt.j2").write_text(MINE, encoding="utf-8")
    (pack / "decline.plain.txt.j2").write_text("Subject: x\n\n{% include '/etc/passwd' %}", encoding="utf-8")
    assert demo("templates", "add", str(pack / "thank-you.warm.txt.j2")).code == 0
    assert (folder / "thank-you.warm.txt.j2").read_text(encoding="utf-8") == MINE
    refused = demo("templates", "add", str(pack / "decline.plain.txt.j2"))
    assert refused.code == 2
    assert "Line 3: it includes another file." in refused.out and "was not taken in" in refused.err
    assert [path.name for path in folder.iterdir()] == ["thank-you.warm.txt.j2"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("show",), "Say which template"),
        (("show", "thank-you.nobody"), "is called “nobody”"),
        (("show", "thankyou.director"), "did you mean “thank-you”"),
        (("copy", "thank-you.director", "--as", "../../x"), "no kind of message"),
        (("copy", "thank-you.director", "--as", "decline.mine"), "keep the kind before the dot"),
        (("check", "no such file"), "no file called no such file"),
        (("check", "{season}"), "does not end in .txt.j2"),
    ],
)
def test_what_names_no_template_is_refused_in_a_sentence(
    demo: Shell, folder: Path, argv: tuple[str, ...], said: str
) -> None:
    refused = demo("templates", *(word.replace("{season}", str(demo.path)) for word in argv))
    no_change(demo, refused)
    assert said in refused.err
    assert not folder.exists() or list(folder.iterdir()) == []
