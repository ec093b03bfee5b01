"""The season view: the profile line by line, key dates in both clocks, and where the data is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.demo.demo_season import demo_season
from store.key_dates import key_date
from store.moments import Moment
from store.records import KeyDate, Profile, RuleSetting, Stay
from store.season import Season
from store.words import Citizenship, EcfmgStage, Mark
from tests.examples import NOW, a_profile, a_season, at
from tests.on_screen import SIZES, OnScreen, cursor_line, on_screen, status
from tui.commands import SEASON
from tui.profile_facts import FACTS, GROUPS
from tui.screens.season import DATA, DATES, PROFILE, ProfileScreen
from tui.widgets.row_table import RowTable

HOSTILE = "[/b][red]Fenwick[@click=app.quit]x[/]"
BARE = replace(a_season(), profile=Profile(home_zone="Europe/Warsaw"))


def the_view(screen: OnScreen) -> ProfileScreen:
    found = screen.app.screen
    assert isinstance(found, ProfileScreen)
    return found


def go_to(screen: OnScreen, key: str) -> None:
    """The cursor on that line."""
    assert screen.app.screen.query_one(RowTable).show_key(key), key


def about(screen: OnScreen) -> str:
    """The line under the cursor in full, with its remark."""
    return " ".join(" ".join(screen.lines[-5:-2]).split())


def told_off(screen: OnScreen) -> str:
    return "\n".join(one.message for one in screen.app._notifications)


async def changed(screen: OnScreen, key: str, typed: str, *keys: str) -> Profile:
    """The profile on disk after that line was edited: emptied, typed anew, accepted."""
    go_to(screen, key)
    await screen.press("e", "end", "ctrl+u")
    await screen.write(typed)
    await screen.press(*(keys or ("enter",)))
    return screen.reloaded().profile


# Profile


def test_every_field_of_the_profile_has_a_line_and_a_use() -> None:
    told_by_a_key_of_its_own = {"outcome"}
    assert set(FACTS) == set(Profile.__dataclass_fields__) - told_by_a_key_of_its_own
    assert all(fact.use and fact.label for _, facts in GROUPS for fact in facts)


@pytest.mark.parametrize("size", SIZES)
async def test_the_sections_stand_whole_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=size, at=SEASON) as screen:
        assert the_view(screen).section == PROFILE
        assert "[Profile] Key dates  Rules  Data" in screen.lines[1]
        assert "Lena Korvath" in screen.text
        await screen.press("tab")
        assert "[Key dates]" in screen.lines[1]
        assert {"days", "what", "there"} <= set(screen.lines[2].split())
        await screen.press("tab")
        assert "[Rules]" in screen.lines[1] and "ask about the waitlist" in screen.text
        await screen.press("tab")
        assert "[Data]" in screen.lines[1] and "Where it is" in screen.text
        await screen.press("tab")
        assert the_view(screen).section == PROFILE
        assert all(len(line) == size[0] for line in screen.lines)


async def test_what_is_not_said_shows_what_it_would_be_good_for(tmp_path: Path) -> None:
    async with on_screen(BARE, tmp_path, at=SEASON) as screen:
        line = next(line for line in screen.lines if "AAMC ID" in line)
        assert "not said" in line and "signatures" in line


async def test_a_line_is_typed_anew_and_undone(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        profile = await changed(screen, "name", "Noor H. Halvard")
        assert profile.name == "Noor H. Halvard"
        assert "Noor H. Halvard" in cursor_line(screen)
        await screen.press("u")
        assert screen.reloaded().profile.name == "Noor Halvard"
        assert "Noor Halvard" in cursor_line(screen)


async def test_an_empty_line_says_nothing_any_more(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        assert (await changed(screen, "aamc_id", "")).aamc_id == ""
        assert (await changed(screen, "peds_months", "")).peds_months is None
        assert "not said" in cursor_line(screen)


async def test_lists_months_days_and_numbers_are_understood(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        profile = await changed(screen, "interests", "newborns; asthma ;; rural care")
        assert profile.interests == ("newborns", "asthma", "rural care")
        assert "newborns; asthma; rural care" in cursor_line(screen)
        assert (await changed(screen, "graduation", "june 2025")).graduation == date(2025, 6, 1)
        assert "Jun 2025" in cursor_line(screen)
        assert (await changed(screen, "ecfmg_day", "12 sep")).ecfmg_day == date(2026, 9, 12)
        assert "Sat 12 Sep 2026" in cursor_line(screen)
        assert (await changed(screen, "usce_months", "6")).usce_months == 6


async def test_what_the_rules_refuse_is_said_while_it_is_typed(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await changed(screen, "peds_months", "9")
        assert "part of those in the US" in screen.text
        await screen.press("escape")
        await changed(screen, "aamc_id", "12a")
        assert "digits only" in screen.text
        await screen.press("escape")
        await changed(screen, "graduation", "soon")
        assert "not a month" in screen.text
        await screen.press("escape")
        assert screen.reloaded().profile == a_profile()


async def test_citizenship_and_stage_are_chosen_by_a_letter(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        go_to(screen, "citizenship")
        await screen.press("e", "p")
        assert screen.reloaded().profile.citizenship is Citizenship.PERMANENT_RESIDENT
        assert "US permanent resident" in cursor_line(screen)
        await screen.press("enter", "n")
        assert screen.reloaded().profile.citizenship is None
        go_to(screen, "ecfmg")
        await screen.press("e", "c")
        assert screen.reloaded().profile.ecfmg is EcfmgStage.CERTIFIED
        assert "Certified on" in screen.text


async def test_regions_are_ticked(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        go_to(screen, "preferred_regions")
        await screen.press("e", "space", "space", "enter")
        assert screen.reloaded().profile.preferred_regions == ("NE", "MW")
        assert "Northeast; Midwest" in cursor_line(screen)


async def test_a_new_home_moves_every_clock_at_once(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, size=(120, 36), at=SEASON) as screen:
        assert "14:05" in screen.lines[0]
        go_to(screen, "home_zone")
        await screen.press("e")
        await screen.write("chicago")
        await screen.press("enter")
        assert screen.reloaded().profile.home_zone == "America/Chicago"
        assert "07:05" in screen.lines[0]
        assert "America/Chicago, 07:05 CST now" in cursor_line(screen)
        await screen.press("5")
        assert "Certify by Wed 3 Mar 2027 21:00 EST = 20:00 CST here" in screen.text
        await screen.press("u")
        assert "14:05" in screen.lines[0]
        assert "Thu 4 Mar 03:00 CET here" in screen.text


async def test_a_zone_is_found_by_a_place_in_it(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        go_to(screen, "home_zone")
        await screen.press("e")
        await screen.write("ohio")
        assert "America/New_York" in screen.text
        await screen.press("escape")
        assert screen.season.profile == a_profile()


async def test_a_later_place_is_added_changed_and_taken_away(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        go_to(screen, "stays")
        await screen.press("e")
        await screen.write("2027-01-10")
        await screen.press("enter")
        await screen.write("new york")
        await screen.press("enter")
        await screen.press("enter")
        stay = Stay(date(2027, 1, 10), "America/New_York")
        assert screen.reloaded().profile.stays == (stay,)
        assert "From Sun 10 Jan 2027" in screen.text
        go_to(screen, "stays:0")
        await screen.press("e", "end", "ctrl+u")
        await screen.write("2027-01-12")
        await screen.press("ctrl+s")
        assert screen.reloaded().profile.stays == (replace(stay, start=date(2027, 1, 12)),)
        await screen.press("X")
        assert screen.reloaded().profile.stays == ()


async def test_the_whole_profile_is_gone_through_in_three_forms(tmp_path: Path) -> None:
    async with on_screen(BARE, tmp_path, at=SEASON) as screen:
        await screen.press("E")
        assert "Profile 1 of 3" in screen.text
        await screen.write("Noor Halvard")
        await screen.press("ctrl+s")
        assert "Profile 2 of 3" in screen.text
        assert screen.reloaded().profile.name == "Noor Halvard"
        await screen.press("right", "down", "down")
        await screen.write("Step 1; Step 2 CK")
        await screen.press("ctrl+s")
        assert "Profile 3 of 3" in screen.text
        await screen.press("down", "down", "down", "down")
        await screen.write("midwest")
        await screen.press("ctrl+s")
        profile = screen.reloaded().profile
        assert profile.exams_passed == ("Step 1", "Step 2 CK") and profile.ecfmg is EcfmgStage.CERTIFIED
        assert profile.preferred_regions == ("MW",)
        assert screen.season.profile.home_zone == "Europe/Warsaw"


async def test_leaving_a_form_keeps_the_forms_before_it(tmp_path: Path) -> None:
    async with on_screen(BARE, tmp_path, at=SEASON) as screen:
        await screen.press("E")
        await screen.write("Noor")
        await screen.press("ctrl+s", "escape")
        assert screen.reloaded().profile.name == "Noor"
        assert "Profile 2 of 3" not in screen.text


async def test_a_form_says_what_does_not_go_together(tmp_path: Path) -> None:
    async with on_screen(BARE, tmp_path, at=SEASON) as screen:
        await screen.press("E", "ctrl+s", "down", "down", "down")
        await screen.write("2")
        await screen.press("down")
        await screen.write("5")
        await screen.press("ctrl+s")
        assert "part of those in the US" in screen.text
        assert screen.season.profile.peds_months is None


async def test_hostile_words_stay_words(tmp_path: Path) -> None:
    profile = replace(a_profile(), name=HOSTILE, ties=(HOSTILE,), school="界" * 200)
    own = KeyDate("d-hostil", HOSTILE, at("2026-12-01 10:00"), mark=Mark.OWN, source="[/]")
    season = replace(a_season(), profile=profile, key_dates=(own,))
    for size in SIZES:
        async with on_screen(season, tmp_path / str(size[0]), size=size, at=SEASON) as screen:
            assert HOSTILE in cursor_line(screen)
            await screen.press("e", "escape", "tab")
            go_to(screen, "d-hostil")
            await screen.press("e", "escape")
            assert "[/b][red]" in cursor_line(screen) and "[/]" in about(screen)


# Key dates


async def test_key_dates_stand_in_both_clocks_with_their_mark_and_source(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("tab")
        go_to(screen, "rank-deadline")
        await screen.rest()
        assert "Wed 3 Mar 21:00 EST = Thu 03:00 CET" in cursor_line(screen)
        assert "Wed 3 Mar 2027 21:00 EST = Thu 4 Mar 03:00 CET here" in about(screen)
        assert "Expected, confirm on nrmp.org." in about(screen) and "Source:" in about(screen)


async def test_the_cursor_begins_on_the_next_date_and_each_section_keeps_its_own(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("j", "tab")
        assert screen.app.screen.query_one(RowTable).key == "nrmp-standard-deadline"
        await screen.press("j", "tab", "tab", "tab", "tab")
        assert screen.app.screen.query_one(RowTable).key == "ranking-opens"
        await screen.press("shift+tab")
        assert screen.app.screen.query_one(RowTable).key == "credentials"


async def test_an_own_date_is_added_and_taken_away(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("n")
        await screen.write("Visit to Alder Ridge")
        await screen.press("enter")
        await screen.write("2026-12-18 9:00 chicago")
        assert "= Fri 18 Dec 2026 09:00 CST = 16:00 CET here" in screen.text
        await screen.press("enter")
        await screen.write("v")
        await screen.press("ctrl+s")
        (own,) = screen.reloaded().key_dates
        assert (own.name, own.letter, own.mark, own.all_day) == ("Visit to Alder Ridge", "V", Mark.OWN, False)
        assert own.at.at == at("2026-12-18 16:00").at and own.at.zone == "America/Chicago"
        assert the_view(screen).section == DATES
        assert "V*" in cursor_line(screen)
        assert "Your own date" in about(screen) and "X removes it" in about(screen)
        await screen.press("X")
        assert screen.reloaded().key_dates == ()
        await screen.press("u")
        assert "Visit to Alder Ridge" in cursor_line(screen)


async def test_a_date_without_a_clock_counts_as_its_whole_day(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("n")
        await screen.write("Flight home")
        await screen.press("enter")
        await screen.write("18 dec")
        assert "Fri 18 Dec 2026, the whole day" in screen.text
        await screen.press("ctrl+s")
        (own,) = screen.reloaded().key_dates
        assert own.all_day and own.at.day == date(2026, 12, 18)
        assert "Fri 18 Dec" in cursor_line(screen) and "12:00" not in cursor_line(screen)


async def test_a_shipped_date_is_corrected_and_the_correction_dropped(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("tab")
        go_to(screen, "ranking-opens")
        shipped = key_date(screen.season, "ranking-opens")
        await screen.press("X")
        assert "came with the app" in told_off(screen)
        await screen.press("e", "down", "end", "ctrl+u")
        await screen.write("2027-02-02 12:00")
        await screen.press("ctrl+s")
        corrected = key_date(screen.reloaded(), "ranking-opens")
        assert corrected.at == Moment(shipped.at.after(days=1).at, shipped.at.zone)
        assert corrected.mark is Mark.CONFIRMED and corrected.name == shipped.name
        assert "*" in cursor_line(screen) and "corrected by you" in about(screen)
        await screen.press("X")
        assert key_date(screen.reloaded(), "ranking-opens") == shipped
        assert "Correction dropped" in status(screen)


async def test_a_ruler_letter_is_one_letter(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("n", "down", "down")
        await screen.write("ab")
        assert "One letter, or none." in screen.text
        await screen.press("escape", "escape")
        assert screen.season.key_dates == ()


@pytest.mark.parametrize("size", SIZES)
async def test_wide_screens_say_how_sure_each_date_is(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_screen(a_season(), tmp_path, size=size, at=SEASON) as screen:
        await screen.press("tab")
        line = next(line for line in screen.lines if "Match Day" in line or "SOAP offers" in line)
        assert ("expected" in line) == (size[0] > 80)
        assert ("confirm on nrmp.org" in line) == (size[0] == 200)


# Rules


async def test_a_rule_is_switched_off_and_given_other_days(tmp_path: Path) -> None:
    async with on_screen(demo_season(NOW), tmp_path, size=(80, 24), at=SEASON) as screen:
        await screen.press("tab", "tab")
        go_to(screen, "F07")
        await screen.rest()
        assert "18 quiet days before each" in about(screen) and "Stops after two questions." in about(screen)
        await screen.press("enter", "o")
        assert RuleSetting("F07", off=True) in screen.reloaded().rule_settings
        assert " off " in cursor_line(screen)
        await screen.press("enter", "d", "ctrl+u")
        await screen.write("5")
        assert RuleSetting("F07", off=True) in screen.reloaded().rule_settings
        await screen.press("ctrl+u")
        await screen.write("25")
        await screen.press("enter")
        assert RuleSetting("F07", off=True, days=25) in screen.reloaded().rule_settings
        assert "25d *" in cursor_line(screen)
        await screen.press("u", "u", "u")
        assert all(one.id != "F07" for one in screen.reloaded().rule_settings)


async def test_days_that_are_fixed_are_not_offered(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("tab", "tab")
        go_to(screen, "F01")
        await screen.rest()
        assert "48 hours" in about(screen) and "fixed" in cursor_line(screen)
        await screen.press("enter")
        assert "switch it off" in screen.text and "change its days" not in screen.text


# Data


async def test_the_data_section_counts_and_names_the_file(tmp_path: Path) -> None:
    season: Season = demo_season(NOW)
    async with on_screen(season, tmp_path, size=(200, 50), at=SEASON) as screen:
        await screen.press("shift+tab")
        await screen.pilot.pause(0.2)
        assert the_view(screen).section == DATA
        assert str(tmp_path / "season.json") in screen.text
        programs = next(line for line in screen.lines if "Programs" in line and "2 Programs" not in line)
        assert str(len(season.followed)) in programs
        assert "0 steps can be taken back" in screen.text
        await screen.press("e")
        assert "only tells" in status(screen)


async def test_the_data_section_tells_the_last_changes(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, size=(120, 50), at=SEASON) as screen:
        await changed(screen, "phone", "+1 555 0100")
        await screen.press("shift+tab")
        await screen.pilot.pause(0.3)
        assert "1 step can be taken back" in screen.text
        assert "Profile: telephone +1 555 0100" in screen.text
        await screen.press("u")
        screen.reloaded()
        await screen.pilot.pause(0.3)
        assert "0 steps can be taken back, 1 can be done again" in screen.text


async def test_what_cannot_be_removed_is_said(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("X")
        assert "Nothing to remove here" in status(screen)
        assert screen.season == a_season()


async def test_going_about(tmp_path: Path) -> None:
    async with on_screen(a_season(), tmp_path, at=SEASON) as screen:
        await screen.press("g", "k")
        assert screen.app.screen.query_one(RowTable).key == "nrmp-standard-deadline"
        await screen.press("g", "d")
        assert the_view(screen).section == DATA
        await screen.press("g", "p", "G")
        assert screen.app.screen.query_one(RowTable).key == "news"
        await screen.press("g", "g")
        assert screen.app.screen.query_one(RowTable).key == "name"
