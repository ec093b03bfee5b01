"""What the README says can be done is what is done."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command(name: str) -> str:
    found = re.search(rf"<!-- {name} command -->\n```sh\n(.+)\n```", README)
    assert found, f"the README has no {name} command on one line"
    return found.group(1)


def test_the_run_command_sets_up_and_opens_in_one_line() -> None:
    assert command("run").endswith(".venv/bin/prematch")
    assert "pip install" in command("run") and "-m venv" in command("run")


def test_continuous_integration_runs_the_test_command_word_for_word() -> None:
    assert command("test") in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    for picture in pictures:
        path = ROOT / picture.replace("%5B", "[").replace("%5D", "]")
        assert path.exists(), picture


def test_every_plain_command_shown_is_one() -> None:
    from tui.command_line.parser import parsed

    shown = re.findall(r"^prematch ([a-z]+.*?)(?:\s+#.*)?$", README, flags=re.MULTILINE)
    assert len(shown) > 5
    for line in shown:
        import shlex

        assert parsed(shlex.split(line.split(" | ")[0])).command


def test_every_filter_shown_is_understood() -> None:
    from store.filters import FLAGS, HELD, KEYS, parse_filter

    table = README.split("<!-- filters -->")[1].split("<!-- /filters -->")[0]
    shown = [text for line in table.splitlines()[3:] for text in re.findall(r"`([^`]+)`", line.split("|")[1])]
    for text in shown:
        assert parse_filter(text).terms, text
    told = {term.test for text in shown for term in parse_filter(text).terms}
    assert told == {*KEYS, *FLAGS, "text"}
    assert {
        value for text in shown for term in parse_filter(text).terms if term.test == "has" for value in term.values
    } == {*HELD}


def test_every_check_is_listed_and_measured_in_the_shape_of_the_command() -> None:
    from tests.labelled_drafts import LEVELS
    from tests.measure_checks import Measured, table

    section = README.split("## What it checks")[1].split("<!-- checks -->")[0]
    assert re.findall(r"^\| (C\d\d) \|", section, flags=re.MULTILINE) == sorted(LEVELS)
    header, rule, *rows = table(Measured()).splitlines()
    tables = README.split("<!-- checks -->")[1].split("<!-- /checks -->")[0].split("###")[1:]
    assert len(tables) == 2
    for one in tables:
        shown = [line for line in one.splitlines() if line.startswith("|")]
        assert shown[:2] == [header, rule]
        assert [line.split("|")[1:3] for line in shown[2:]] == [line.split("|")[1:3] for line in rows]


def test_every_link_within_the_readme_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", README, flags=re.DOTALL), flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    led_to = re.findall(r"\]\(#([^)]+)\)", README)
    assert len(led_to) > 10
    assert set(led_to) <= anchors


def test_every_file_it_links_to_or_names_is_there() -> None:
    linked = [one for one in re.findall(r"\]\(([^)#]+)\)", README) if "%5B" not in one]
    named = re.findall(r"`((?:tests|tui|store|templates)/[\w./*-]+)`", README)
    assert linked and named
    assert [one for one in (*linked, *named) if not list(ROOT.glob(one.rstrip("/")))] == []


def test_every_module_that_repeats_a_claim_can_be_run() -> None:
    told = set(re.findall(r"`?(?:-m |`)(tests\.\w+)", README))
    assert len(told) > 6
    for module in told:
        path = ROOT / f"{module.replace('.', '/')}.py"
        assert '__name__ == "__main__"' in path.read_text(encoding="utf-8"), module


def test_the_changelog_says_nothing_twice() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ .+$", changes, flags=re.MULTILINE)
    lines = re.findall(r"^- (.{40})", changes, flags=re.MULTILINE)
    assert len(headings) == len(set(headings)) and len(lines) == len(set(lines))
    assert all(part.count("\n- ") <= 15 for part in changes.split("\n### "))
