"""Things named in one run of words."""

from __future__ import annotations

import pytest

from store.listing import listed


@pytest.mark.parametrize(
    ("things", "words"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_things_are_named_as_people_say_them(things: tuple[str, ...], words: str) -> None:
    assert listed(things) == words
