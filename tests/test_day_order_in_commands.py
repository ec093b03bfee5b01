"""Commands write days in the order of the settings; what programs read is the same in every order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.dates import DayOrder
from tests.command_shell import Shell
from tui.setting_table import setting_called

DAY_FIRST, MONTH_FIRST, ISO = DayOrder
MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
WEEKDAYS = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
FORMS = {
    DAY_FIRST: rf"{WEEKDAYS} \d{{1,2}} {MONTHS}",
    MONTH_FIRST: rf"{WEEKDAYS} {MONTHS} \d{{1,2}}",
    ISO: rf"{WEEKDAYS} (?:\d{{4}}-)?\d\d-\d\d",
}
READ_ALOUD = (
    ("agenda", "--plain"),
    ("agenda",),
    ("show", "fenwick", "--plain"),
    ("show", "fenwick"),
    ("rank", "sheet"),
    ("rank", "sheet", "--plain"),
    ("timeline", "--plain"),
    ("where",),
    ("list", "--plain"),
    ("rank", "check"),
    ("export", "md"),
    ("export", "html"),
)
FOR_PROGRAMS = (
    ("agenda", "--json"),
    ("show", "fenwick", "--json"),
    ("rank", "sheet", "--json"),
    ("timeline", "--json"),
    ("ics",),
    ("export", "csv"),
    ("export", "json"),
)


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.parametrize("order", DayOrder)
@pytest.mark.parametrize("words", READ_ALOUD, ids=" ".join)
def test_every_day_is_written_in_the_order_of_the_settings(
    words: tuple[str, ...], order: DayOrder, demo: Shell
) -> None:
    told = demo(*words)
    assert re.search(FORMS[DAY_FIRST], told.out), told
    assert demo("settings", "dates", order).code == 0
    out = demo(*words).out
    assert len(re.findall(FORMS[order], out)) == len(re.findall(FORMS[DAY_FIRST], told.out))
    others = (re.findall(FORMS[other], out) for other in DayOrder if other is not order)
    assert not any(others)


@pytest.mark.parametrize("words", FOR_PROGRAMS, ids=" ".join)
def test_what_programs_read_is_the_same_in_every_order(words: tuple[str, ...], demo: Shell) -> None:
    before = demo(*words)
    assert before.out
    for order in (MONTH_FIRST, ISO):
        assert demo("settings", "dates", order).code == 0
        assert demo(*words).out == before.out


def test_the_plain_agenda_is_as_narrow_in_every_order(demo: Shell) -> None:
    lines = {}
    for order in DayOrder:
        demo("settings", "dates", order)
        lines[order] = demo("agenda").out.splitlines()
    assert len({len(each) for each in lines.values()}) == 1
    for first, second, third in zip(*lines.values(), strict=True):
        days = len(re.findall(r", \d{4}\b", second))
        assert len(second) == len(first) + days  # the comma before a year
        assert len(third) <= len(first) + len(re.findall(rf"{WEEKDAYS} \d {MONTHS}", first))


@pytest.mark.parametrize("kind", ["accept", "cancel"])
def test_a_message_names_days_the_same_in_every_order(kind: str, demo: Shell) -> None:
    before = demo("draft", "fenwick", "--kind", kind).out
    assert re.search(r"December 3|3 December", before)
    for order in (MONTH_FIRST, ISO):
        demo("settings", "dates", order)
        assert demo("draft", "fenwick", "--kind", kind).out == before


@pytest.mark.parametrize("order", DayOrder)
def test_a_day_is_typed_as_it_is_shown(order: DayOrder, demo: Shell) -> None:
    demo("settings", "dates", order)
    setting = setting_called("dates")
    assert setting is not None
    shown = setting.about[setting.values.index(order)].partition(";")[0]
    assert demo("where", "America/Chicago", "--from", shown).code == 0
    (stay,) = (one for one in demo.season.profile.stays if one.zone == "America/Chicago")
    assert stay.start.isoformat() == "2026-12-03"
    assert shown in demo("where").out


def test_numbers_alone_are_asked_about_until_they_are_what_is_shown(demo: Shell) -> None:
    refused = demo("where", "America/Chicago", "--from", "12-03")
    assert refused.code == 2 and "leaves open which number is the month" in refused.err
    demo("settings", "dates", "iso")
    assert demo("where", "America/Chicago", "--from", "12-03").code == 0
    assert "from Thu 2026-12-03 on" in demo("where").out


def test_a_wrong_order_is_told_and_days_are_written_day_first(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "config" / "prematch" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('# mine\ndates = "american"\n', encoding="utf-8")
    told = demo("settings")
    assert told.code == 1
    assert "settings.toml, line 2: dates is one of day-first, month-first, iso, not “american”." in told.err
    assert "day-first holds" in told.err
    assert "Tue 24 Nov 2026" in demo("agenda").out
    assert demo("settings", "dates", "american").code == 2
    assert demo("settings", "dates", "default").code == 0
    assert "dates     day-first" in demo("settings").out
