"""How the lists were set comes back; whatever else the file holds, the program opens as it starts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.lanes import AS_IT_STARTS, Arrangement
from tui.choices_file import LONGEST, MOST_FILTERS, keep_choices, kept_choices
from tui.state import Choices, SavedFilter

SET = Choices(
    Arrangement("tier", True, "region"),
    Arrangement("name"),
    (SavedFilter("to answer", "status:inv !quiet"), SavedFilter("Łódź", 'tag:"by the sea"')),
)


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "state" / "screen.json"
    assert keep_choices(path, SET) == ""
    assert kept_choices(path) == SET
    assert [one.name for one in path.parent.iterdir()] == ["screen.json"]


def test_it_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state" / "screen.json"
    keep_choices(path, SET)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"7", b'{"filters": 3, "timeline": []}', b"null"])
def test_a_file_that_cannot_be_understood_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "screen.json"
    path.write_bytes(content)
    assert kept_choices(path) == Choices()


def test_no_file_is_no_choice(tmp_path: Path) -> None:
    assert kept_choices(tmp_path / "screen.json") == Choices()


def test_names_from_another_version_are_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "screen.json"
    path.write_text(json.dumps({"timeline": {"sort": "smell", "turned": True, "group": "tier"}, "new": 1}))
    assert kept_choices(path).timeline == Arrangement(AS_IT_STARTS.sort, True, "tier")


def test_filters_are_made_safe_to_show_and_no_more_than_there_are_digits(tmp_path: Path) -> None:
    path = tmp_path / "screen.json"
    odd = [
        *({"name": f"f{n}", "text": "late"} for n in range(20)),
        {"name": "no text", "text": " "},
        {"name": 3, "text": "late"},
        {"name": "long", "text": "x" * (LONGEST + 1)},
        "late",
    ]
    path.write_text(json.dumps({"filters": [{"name": "\x1b[31mred", "text": "a\nb"}, *reversed(odd)]}))
    saved = kept_choices(path).filters
    assert saved[0] == SavedFilter("[31mred", "a b")
    assert len(saved) == MOST_FILTERS


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(("timeline", "programs", "filters", "sort", "turned", "group", "name", "text")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_whatever_opens(tmp_path_factory: pytest.TempPathFactory, given_value: object) -> None:
    path = tmp_path_factory.mktemp("state") / "screen.json"
    path.write_text(json.dumps(given_value))
    found = kept_choices(path)
    assert keep_choices(path, found) == ""
    assert kept_choices(path) == found


def test_a_folder_that_takes_nothing_is_told_and_the_season_is_named_safe(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    words = keep_choices(tmp_path / "state" / "screen.json", SET)
    assert words.startswith("This holds until you leave") and words.endswith("Your season is safe.")
