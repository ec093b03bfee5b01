"""Prints every form of every kind for three applicants, to be read by a person: `python -m tests.read_letters`."""

from __future__ import annotations

from templates.catalogue import KINDS
from templates.conduct.frame import without_frame, word_count
from tests.letter_examples import every_form, filled, written_from
from tests.varied_applicants import applicants, season_of, with_news_for

READ = (0, 1, 18)
"""Which of the applicants are printed."""


def main() -> None:
    """Print them all, each with its length while blanks hold one word."""
    everybody = [profile for _, profile in applicants()]
    for kind, form in every_form():
        fewest, most = KINDS[kind].words
        for number in READ:
            season = with_news_for(season_of(everybody[number], number), form)
            letter = written_from(season, kind, form)
            long = word_count(without_frame(filled(letter.body, words=8)))
            print(f"=== {kind.value}.{form.name}, applicant {number + 1}, {long} words of {fewest} to {most}")
            print(f"Subject: {letter.subject}\n\n{letter.body}\n")


if __name__ == "__main__":
    main()
