"""A fault of the app costs nobody a word and tells nobody anything personal."""

from __future__ import annotations

from pathlib import Path

from tui.crash import crash_words, redacted, write_log


def broken(secret: str) -> None:
    raise ValueError(f"could not read {secret}")


def a_fault() -> BaseException:
    try:
        broken("Dear Dr. Farrow")
    except ValueError as error:
        return error
    raise AssertionError("it did not fail")


def test_the_log_names_places_but_no_words() -> None:
    told = redacted(a_fault())
    assert "ValueError" in told and "broken" in told and "test_crash.py" in told
    assert "Farrow" not in told


def test_the_log_is_for_its_owner_only(tmp_path: Path) -> None:
    path = write_log(a_fault(), tmp_path / "state")
    assert path is not None and path.stat().st_mode & 0o777 == 0o600
    assert "ValueError" in path.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert write_log(a_fault(), tmp_path / "file") is None


def test_the_person_learns_what_became_of_their_season(tmp_path: Path) -> None:
    assert "is saved" in crash_words(saved=True, log=tmp_path)
    assert "may not be saved" in crash_words(saved=False, log=None)
