"""Settings: understood line by line, never in the way; changed in a file whose comments stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.errors import FileTrouble, Unclear
from store.places import config_path
from tests.broken_disk import BrokenDisk
from tests.command_shell import Shell
from tui.setting_table import SETTINGS, value_of
from tui.settings import GLYPHS, QUIT, THEME_NAMES, Settings
from tui.settings_file import read_settings
from tui.settings_reading import CHOICES, settings_in
from tui.settings_writing import change_settings, changed_text, documented
from tui.themes import THEMES

BY_HAND = """# mine
theme = "season-light"   # for the train

[keys]
# W for where I am
"timeline.today" = "W"
"""


@pytest.fixture(autouse=True)
def a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prematch" / "settings.toml"


def read(path: Path, text: str) -> Settings:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_no_file_means_the_defaults_and_nothing_to_say(path: Path) -> None:
    assert read_settings(path) == Settings()


def test_what_stands_in_the_file_holds(path: Path) -> None:
    found = read(path, BY_HAND + "\n")
    assert (found.theme, found.keys, found.troubles) == ("season-light", {"timeline.today": "W"}, ())
    assert found.given == {"theme", "keys.timeline.today"}


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ('glyphs = "ascii"\n\ntheme = "pink"\n', 3, "season-dark holds"),
        ("quit = 3\n", 1, "twice, once"),
        ('# a note\ncolour = "red"\n', 2, "“colour” is no setting"),
        ('[keys]\n"timeline.nowhere" = "x"\n', 2, "is no command"),
        ('[keys]\n"timeline.today" = "s"\n', 2, "rows.status"),
        ('[keys]\n"timeline.today" = 5\n', 2, "is no key"),
        ('[keys]\ntimeline.today = "s"\n', 2, "rows.status"),
        ('[keys]\n"timeline.today" = "W"\n"timeline.whole" = "W"\n', 3, "timeline.today"),
        ('[keys]\nquit = "once"\n', 2, "quit stands below [keys]"),
        ('[keys]\nmessage = "W"\n', 2, "There is rows.message and review.message"),
        ('[keys]\n"timeline.tday" = "W"\n', 2, "There is timeline.today"),
        ("theme = season-light\n", 1, "straight quotes"),
        ('theme = "season-light\n', 1, "a quote is opened and not closed"),
        ('keys = "W"\n', 1, "[keys] names a key"),
        ('theme = "season-light"\nquit = "once\n', 2, "could not be read"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(path: Path, text: str, line: int, about: str) -> None:
    (trouble,) = read(path, text).troubles
    assert f"line {line}" in trouble and about in trouble


def test_one_wrong_value_leaves_the_others_in_force(path: Path) -> None:
    found = read(path, 'theme = "pink"\nquit = "once"\n')
    assert (found.theme, found.quit_once) == (THEME_NAMES[0], True)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"theme = \x00"])
def test_a_file_of_no_text_is_told_and_not_touched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    (trouble,) = read_settings(path).troubles
    assert "line 1" in trouble and "Your season is not touched." in trouble
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "text", ["theme = " + "[" * 5000, "a" * 100_000, "[keys]\n" + "a.b.c.d = 1\n", "keys.a = [1]\n"]
)
def test_whatever_the_file_holds_the_defaults_hold_and_it_is_told(path: Path, text: str) -> None:
    found = read(path, text)
    assert found.troubles and (found.theme, found.keys) == (THEME_NAMES[0], {})
    with pytest.raises((FileTrouble, Unclear)):
        change_settings(path, "theme", "pink" if "keys" in text else "season-light")


@given(st.text(max_size=200))
def test_no_text_of_a_settings_file_ends_in_an_error(text: str) -> None:
    found = settings_in(text, Path("settings.toml"))
    assert found.theme in THEME_NAMES and found.glyphs in GLYPHS


@given(
    st.lists(
        st.sampled_from(
            ["# a note", "", 'theme = "season-light"', 'quit = "once"', "[keys]", '"timeline.today" = "W"', "x = 1"]
        ),
        max_size=7,
    ),
    st.sampled_from([("theme", "colour-blind"), ("quit", "twice"), ("glyphs", "ascii"), ("keys.rows.tags", "f11")]),
)
def test_whatever_stands_there_a_change_keeps_every_comment_and_every_other_value(
    lines: list[str], change: tuple[str, str]
) -> None:
    text = "\n".join(lines)
    before = settings_in(text, Path("settings.toml"))
    assume(not any("could not be read" in one for one in before.troubles))
    changed = changed_text(text, *change)
    after = settings_in(changed, Path("settings.toml"))
    assert changed.count("# a note") == text.count("# a note")
    assert after.given == before.given | {change[0]}
    shown = {one.name: value_of(after, one.name) for one in SETTINGS} | {f"keys.{k}": v for k, v in after.keys.items()}
    assert shown[change[0]] == change[1]
    assert {
        one: value for one, value in before.keys.items() if f"keys.{one}" != change[0]
    }.items() <= after.keys.items()


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n"timeline.today" = "W"\n# theme = "season-dark"\n',
        '## theme = "season-dark"\n# theme = "season-dark"\n',
    ],
)
def test_a_comment_that_names_a_setting_gives_way_only_where_the_setting_would_hold(text: str) -> None:
    after = settings_in(changed_text(text, "theme", "season-light"), Path("settings.toml"))
    assert (after.theme, after.troubles) == ("season-light", ())


def test_a_long_wrong_value_is_not_repeated_in_full(path: Path) -> None:
    (trouble,) = read(path, f'theme = "{"x" * 5000}"\n').troubles
    assert len(trouble) < 300


def test_the_tables_agree_on_what_a_setting_may_be() -> None:
    assert {one.name: one.values for one in SETTINGS} == CHOICES
    assert all(len(one.about) == len(one.values) for one in SETTINGS)
    assert {theme.name for theme in THEMES} == {name for name in THEME_NAMES if not name.startswith("ansi")}
    assert [value_of(Settings(), one.name) for one in SETTINGS] == [one.default for one in SETTINGS]


# Writing


def test_a_file_is_begun_with_a_word_on_every_setting(path: Path) -> None:
    assert change_settings(path, "theme", "colour-blind").theme == "colour-blind"
    text = path.read_text(encoding="utf-8")
    assert text.replace('theme = "colour-blind"', '# theme = "season-dark"') == documented()
    assert all(value in text for value in (*THEME_NAMES, *GLYPHS, *QUIT))


def test_the_documented_file_itself_sets_nothing() -> None:
    assert tomllib.loads(documented()) == {}


def test_comments_and_what_else_stands_there_stay(path: Path) -> None:
    read(path, BY_HAND)
    found = change_settings(path, "theme", "high-contrast")
    assert found.theme == "high-contrast"
    assert path.read_text(encoding="utf-8") == BY_HAND.replace("season-light", "high-contrast")


def test_a_value_that_is_new_never_falls_into_the_table_of_keys(path: Path) -> None:
    read(path, BY_HAND)
    found = change_settings(path, "quit", "once")
    assert found.quit_once and found.keys == {"timeline.today": "W"} and not found.troubles


def test_an_empty_value_brings_the_default_back(path: Path) -> None:
    read(path, BY_HAND)
    change_settings(path, "theme", "")
    found = change_settings(path, "keys.timeline.today", "")
    assert (found.theme, found.keys) == (THEME_NAMES[0], {})
    assert "# W for where I am" in path.read_text(encoding="utf-8")


def test_a_key_written_without_quotes_is_changed_where_it_stands(path: Path) -> None:
    read(path, '[keys]\ntimeline.today = "W"\n')
    assert change_settings(path, "keys.timeline.today", "ctrl+w").keys == {"timeline.today": "ctrl+w"}
    assert path.read_text(encoding="utf-8") == '[keys]\ntimeline.today = "ctrl+w"\n'


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("colour", "red"), ("keys.timeline.today", "s")])
def test_what_cannot_be_is_refused_and_no_file_is_begun(path: Path, name: str, value: str) -> None:
    with pytest.raises(Unclear, match=r"Nothing was changed\."):
        change_settings(path, name, value)
    assert not path.exists()


def test_a_file_that_is_no_toml_is_never_written_over(path: Path) -> None:
    read(path, 'theme = "x\n')
    with pytest.raises(FileTrouble, match="nothing was changed"):
        change_settings(path, "theme", "season-light")
    assert path.read_text(encoding="utf-8") == 'theme = "x\n'


@pytest.mark.parametrize("failing", range(1, 6))
def test_a_disk_that_fails_leaves_the_old_file(path: Path, failing: int) -> None:
    read(path, BY_HAND)
    try:
        change_settings(path, "theme", "high-contrast", disk=BrokenDisk(failing))
    except FileTrouble as trouble:
        assert str(trouble)
    assert read_settings(path).theme in {"season-light", "high-contrast"}
    assert not read_settings(path).troubles


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text(BY_HAND, encoding="utf-8")
    path.parent.mkdir()
    path.symlink_to(kept)
    change_settings(path, "theme", "high-contrast")
    assert path.is_symlink() and "high-contrast" in kept.read_text(encoding="utf-8")


# The command


def test_settings_prints_every_one_with_its_source_and_what_it_may_be(shell: Shell) -> None:
    shell("settings", "theme", "colour-blind")
    said = shell("settings")
    assert said.code == 0 and str(config_path()) in said.out
    rows = [line.split() for line in said.out.splitlines()]
    assert ["theme", "colour-blind", "set", "in", "the", "file"] in rows
    assert ["glyphs", "auto", "the", "default"] in rows
    assert all(value in said.out for value in (*THEME_NAMES, *GLYPHS, *QUIT))


def test_settings_of_one_name_says_what_each_value_is(shell: Shell) -> None:
    said = shell("settings", "theme")
    assert said.code == 0 and len(said.out.splitlines()) == 1 + len(THEME_NAMES)
    assert shell("settings", "keys.timeline.today").out == "keys.timeline.today: t\n"
    assert shell("settings", "keys.timeline.nowhere").code == 2
    assert shell("settings", "keys").out.split() == ["keys", "none", "changed"]
    assert shell("settings", "pink").code == 2


def test_a_setting_written_is_repeated_and_can_be_taken_out(shell: Shell) -> None:
    assert "Kept in" in shell("settings", "keys.timeline.today", "W").err
    assert shell("settings", "--json").json["keys"] == {"timeline.today": "W"}
    shell("settings", "keys.timeline.today", "default")
    assert shell("settings", "--json").json["keys"] == {}
    assert shell("settings", "theme", "pink").code == 2


def test_settings_tells_of_what_it_could_not_understand(shell: Shell) -> None:
    read(config_path(), 'quit = "never"\n')
    said = shell("settings", "--plain")
    assert said.code == 1 and "line 1" in said.err
    assert "quit: twice, the default" in said.out.splitlines()
