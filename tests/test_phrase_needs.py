"""The pieces a phrase cannot do without: written down as they are found, and never in the way of a match."""

from __future__ import annotations

import pytest

from templates.conduct.phrases import data_file, phrases
from templates.conduct.sentences import split_sentences
from tests.labelled_drafts import labelled_drafts
from tests.phrase_needs import FOLDER, all_needs, needs, written

WITH_PHRASES = sorted(all_needs())


def test_the_pieces_are_those_of_the_phrases_as_they_stand() -> None:
    """After a change of wording, `python -m tests.phrase_needs` writes them anew."""
    assert (FOLDER / "needs.json").read_text(encoding="utf-8") == written(all_needs())


@pytest.mark.parametrize(
    ("wording", "pieces"),
    [
        ("rank {who} highly", ["rank"]),
        ("(?:first|top) choice", ["choice"]),
        ("(?:please )?(?:attach|enclos)(?:ed|ing)?", ["attach", "enclos"]),
        ("(?:no|my) (?:[\\w'-]+ )?", []),
        ("colou?red", ["colo"]),
    ],
)
def test_a_piece_stands_in_every_text_the_wording_is_found_in(wording: str, pieces: list[str]) -> None:
    assert needs(wording, {"who": "(?:you|it)"}) == pieces


@pytest.mark.parametrize("name", WITH_PHRASES)
def test_no_match_is_lost_for_want_of_a_piece(name: str) -> None:
    texts = [sentence.flat for draft in labelled_drafts()[::4] for sentence in split_sentences(draft.letter.body)]
    for phrase in phrases(name):
        seen = [text for text in texts if phrase.pattern.search(text)]
        assert [text for text in seen if not any(phrase.found_in(text))] == [], phrase.source


def test_every_phrase_has_its_row() -> None:
    rows = data_file("needs.json")
    assert {name: len(rows[name]) for name in WITH_PHRASES} == {name: len(phrases(name)) for name in WITH_PHRASES}
