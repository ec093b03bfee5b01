"""Keys are named as they are in force: in every sentence, on every page, on the key line, and in plain help."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import ModalScreen

from store.places import config_path
from store.records import Profile
from store.season import Season
from tests.command_shell import Shell
from tests.on_screen import OnScreen, on_screen
from tests.test_views_in_text import DEMO, QUESTIONS, VIEWS, settled
from tui.asking.settings import keep
from tui.command_table import all_commands
from tui.help_pages import TOPICS, page
from tui.key_choices import why_not
from tui.key_hints import GREETINGS
from tui.screens.program_actions import NOBODY
from tui.spelling import AS_SHIPPED, PLACE, Spelling, spelling_of
from tui.widgets.key_line import KeyLine

TUI = Path(__file__).parent.parent / "tui"
COMMANDS = {one.id: one for scope in all_commands().values() for one in scope}
RARE = Spelling({command_id: chr(0x100 + place) for place, command_id in enumerate(COMMANDS)})
"""Every command on a letter that no sentence holds."""
NOTHING = Season(profile=Profile(name="Lena Korvath", home_zone="Europe/Warsaw"))
ALL_OVER = {view: (view, "") for view in "123456"} | {
    f"section {place} of {view}": (f"{view} {'tab ' * place}", "") for view in "346" for place in range(1, 6)
}
KEY = r"(?:[b-zB-Z]|F(?:[1-9]|1[0-2])|esc|enter|tab|space|ctrl\+[a-z]|[?/:!#])"
NAMED = re.compile(rf"(?m)(?:^|[.;:,(│] | {{2}}){KEY} (?!(?:is|was|has)\b)[a-z]+s\b")
"""A key that does something: `n adds one`, `esc clears it`."""
MEANT_OTHERWISE = {"Z clocks", "q answers", "F1 keys"}
"""A key date with its letter, a letter of the question that the key before it opens, the key for help inside a text."""
FIXED_ON_PAGES = {"F10 counts", "enter mends", "enter runs", "ctrl+c ends"}
"""A rule of follow-ups, keys of fields and lists, and what a shell does."""

IN_PROSE = re.compile(rf"(?<![\w'’“”…\"./%<>{{}}+|-]){KEY}(?= (?:then|or|and|{KEY}|[a-z]{{2,}})\b)(?!  )")
ALWAYS = {
    "asking/letters.py": ("enter for now",),  # what an open question does with its own enter and esc
    "asking/many.py": ("! before it",),  # a sign that is typed into the answer
    "asking/ranking.py": ("enter for today", "enter without words", "esc goes back to the sheet"),
    "clipboard_reading.py": ("Choose p",),  # a letter of the question that says so
    "trash_list.py": ("enter brings back",),
    "history_list.py": ("enter goes back to right after",),
    "screens/sheet_naming.py": ("enter reads it", "enter shows its interviews", "enter asks which one"),
    "screens/letter_places.py": ("enter goes on to the text", "ctrl+z takes it back"),  # keys of text fields
    "screens/too_small.py": ("q leaves",),  # its own, and the only one there
    "key_choices.py": ("for tab", "for enter"),  # what a terminal sends
    "asking/gathering.py": ("o adds",),  # letters of the menu that the key before them opens
    "asking/saved_filters.py": ("X removes",),
    "gathered_lines.py": ("q answers",),
    "program_sections.py": ("c adds",),
    "screens/draft_actions.py": ("c on its screen",),
    "message_table.py": ("h ago",),  # hours
    "rank_rows.py": ("score #", "gut #"),  # places
    "promise_table.py": ("! not kept",),  # marks of alarm
    "screens/certifying.py": ("! missing", "! none"),
    "serving/door.py": ("press ctrl+c",),  # in the shell
}
"""Sentences that name a key nobody can rebind; the questions in `dialogs` and plain conversations name their own."""
DECLARING = ("command_table.py", "screen_commands.py")


def named_in(words: str) -> set[str]:
    """Every shipped key there with what it is said to do."""
    return {one[0].strip(" .;:,(│\n") for one in NAMED.finditer(words)}


def sentences(path: Path) -> Iterator[str]:
    """Every text in that module that is no docstring, whole however it is put together."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    inner = {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and not {id(one)} & (docstrings | inner):
            yield one.value
        elif isinstance(one, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in one.values)


MODULES = [
    path
    for path in sorted(TUI.rglob("*.py"))
    if "command_line" not in path.parts and "dialogs" not in path.parts and path.name not in DECLARING
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_sentence_spells_a_key_that_may_be_another(path: Path) -> None:
    known = ALWAYS.get(str(path.relative_to(TUI)), ())
    for words in sentences(path):
        if " " not in words.strip() or "{ " in words or words.startswith(("#", "[keys]")):
            continue  # a name, a style sheet, a settings file
        for meant in known:
            words = words.replace(meant, "")
        found = [one for one in IN_PROSE.findall(words) if one not in ("I", "A")]
        assert not found, (found, words)


def test_what_is_excused_is_still_said() -> None:
    for name, meant in ALWAYS.items():
        told = "\n".join(sentences(TUI / name))
        assert all(words in told for words in meant), name


def test_every_place_in_a_sentence_is_a_command() -> None:
    texts = [words for path in TUI.rglob("*.py") for words in sentences(path)]
    texts += [path.read_text(encoding="utf-8") for path in (TUI / "pages").iterdir()]
    places = {one for words in texts for one in PLACE.findall(words)}
    assert len(places) > 80
    assert places <= set(COMMANDS)


def test_a_sentence_is_spelled_with_the_keys_in_force() -> None:
    words = "{rows.new} adds one, {everywhere.back-up} keeps it, {screen.back} leaves, {everywhere.settings} sets."
    assert AS_SHIPPED(words) == "n adds one, F5 keeps it, esc leaves, , sets."
    mine = Spelling({"rows.new": "W", "screen.back": "f11"})
    assert mine(words) == "W adds one, F5 keeps it, F11 leaves, , sets."
    assert mine.command(COMMANDS["rows.trash"]).help == COMMANDS["rows.trash"].help.replace("{everywhere.undo}", "u")
    with pytest.raises(KeyError):
        mine("{rows.fly} flies")
    assert spelling_of(object()) is AS_SHIPPED


def test_what_a_person_typed_is_never_spelled() -> None:
    name = "{rows.new}"
    assert f"{name}: {AS_SHIPPED('{rows.open} opens it')}" == "{rows.new}: enter opens it"


@pytest.mark.parametrize("view", GREETINGS)
def test_a_greeting_names_the_keys_in_force(view: str) -> None:
    assert GREETINGS[view] != AS_SHIPPED(GREETINGS[view]) != RARE(GREETINGS[view])
    assert not NAMED.search(RARE(GREETINGS[view]))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_of_help_names_the_keys_in_force(topic: str) -> None:
    for words in page(topic, RARE).lines:
        assert named_in(words) <= FIXED_ON_PAGES, words
    assert not any(PLACE.search(words) for words in page(topic).lines)


SMALL, LARGE = (80, 24), (200, 50)


@pytest.mark.parametrize(
    ("season", "places", "size"),
    [
        pytest.param(DEMO, VIEWS, SMALL, id="views, small"),
        pytest.param(DEMO, VIEWS, LARGE, id="views, large"),
        pytest.param(DEMO, QUESTIONS, SMALL, id="questions"),  # they look the same at every size
        pytest.param(NOTHING, ALL_OVER, SMALL, id="empty states, small"),
        pytest.param(NOTHING, ALL_OVER, LARGE, id="empty states, large"),
    ],
)
async def test_nothing_on_screen_names_a_key_that_was_given_away(
    season: Season, places: dict[str, tuple[str, str]], size: tuple[int, int], tmp_path: Path
) -> None:
    async with on_screen(season, tmp_path, size=size) as screen:
        screen.app.spell = RARE
        screen.app.tick()
        screen.app.screen.query_one(KeyLine).refresh()
        for place, (there, back) in places.items():
            await screen.press(*there.split())
            lines = await settled(screen)
            if not isinstance(screen.app.screen, ModalScreen) and there != "1":
                named = named_in("\n".join(lines[1:]))
                assert named <= MEANT_OTHERWISE, (place, named)
                assert_rare(screen, place)
            await screen.press(*back.split())


def assert_rare(screen: OnScreen, place: str) -> None:
    """No key on the key line is a shipped one, but those that text and its neighbours keep for themselves."""
    (line,) = screen.app.screen.query(KeyLine)
    line.refresh()
    keys = [key for key, _, _ in line._shown()]
    assert keys, place
    assert all(set(key) <= {*RARE.chosen.values(), "/"} or key == "F1" for key in keys), (place, keys)


async def test_a_key_chosen_on_screen_is_named_at_once_and_works(tmp_path: Path) -> None:
    async with on_screen(NOTHING, tmp_path, at="programs") as screen:
        await screen.press("escape", "2")
        assert "n adds one" in screen.text
        assert keep(screen.app, "keys.rows.new", "W")
        assert keep(screen.app, "keys.everywhere.rank", "V")
        await screen.rest()
        assert "W adds one" in screen.text and "n adds one" not in screen.text
        assert screen.lines[0].count("V Rank") == 1 and "5 Rank" not in screen.text
        await screen.press("s")
        assert screen.lines[-2].strip() == AS_SHIPPED(NOBODY).replace("n adds", "W adds")
        await screen.press("W")
        assert isinstance(screen.app.screen, ModalScreen)


def test_plain_help_names_the_keys_that_the_settings_put_in_force(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert "F12 shows" in " ".join(shell("help", "rights").out.split())
    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text('[keys]\n"everywhere.rights" = "f11"\n', encoding="utf-8")
    assert "F11 shows" in " ".join(shell("help", "rights").out.split())


def test_the_rare_keys_of_this_file_could_be_chosen() -> None:
    refused = {one for one, key in RARE.chosen.items() if not one.startswith("editor.") and why_not(one, key, {})}
    assert refused == set()
