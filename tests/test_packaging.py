"""What is built to be installed is whole: every file that the program reads is in it, and it runs from there alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.command_shell import NOW

ROOT = Path(__file__).parent.parent
ROOMS = ("store", "templates", "tui")
BUILD = "import sys; from hatchling import build; print(build.build_wheel(sys.argv[1]), build.build_sdist(sys.argv[1]))"
PROGRAM = "import sys; from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive; made by the build backend itself, which asks no network."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Iterator[ZipFile]:
    (path,) = built.glob("*.whl")
    with ZipFile(path) as opened:
        yield opened


def tracked(*rooms: str) -> set[str]:
    """What belongs to the tree, whether it is committed yet or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *rooms],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_holds_every_file_of_the_program_and_no_other(wheel: ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == tracked(*ROOMS)
    endings = {Path(name).suffix for name in held}
    assert {".py", ".json", ".j2", ".tcss", ".md", ".typed", ".html", ".css", ".js"} - endings <= {".md"}


def test_the_source_archive_holds_the_tests_too(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked(*ROOMS, "tests", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE") <= held


def test_what_the_wheel_says_of_itself(wheel: ZipFile) -> None:
    (name,) = (one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
    said = Parser().parsestr(wheel.read(name).decode())
    classifiers = said.get_all("Classifier", [])
    assert said["Requires-Python"] == ">=3.11" and said["License-Expression"] == "MIT"
    for version in ("3.11", "3.12", "3.13"):
        assert f"Programming Language :: Python :: {version}" in classifiers
    assert "serve" in said.get_all("Provides-Extra", [])
    needs = said.get_all("Requires-Dist", [])
    assert all("<" in need or need.startswith("tzdata") for need in needs if "extra ==" not in need), needs
    assert any(need.startswith("tzdata") and ";" not in need for need in needs)  # Windows brings no zones of its own


@pytest.fixture(scope="module")
def unpacked(wheel: ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


def said_by(unpacked: Path, home: Path, *argv: str) -> str:
    """The output of a command carried out by the unpacked wheel, far from the source."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environment = {**os.environ, **places, "PYTHONPATH": str(unpacked), "PREMATCH_NOW": NOW}
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *argv],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1, 2) and "Traceback" not in done.stderr, done.stderr  # 2: blanks are left
    return done.stdout


def test_the_demo_and_a_draft_come_out_of_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    season = str(tmp_path / "season.json")
    said_by(unpacked, tmp_path, "demo", "--out", season)
    assert "Brightwater" in said_by(unpacked, tmp_path, "--file", season, "list")
    draft = said_by(unpacked, tmp_path, "--file", season, "draft", "fenwick", "--kind", "question", "--json")
    assert '"body": "Dear' in draft
    assert said_by(unpacked, tmp_path, "rights")


def test_every_room_of_the_wheel_is_found_there(unpacked: Path) -> None:
    code = "import store, templates, tui; print(*(room.__file__ for room in (store, templates, tui)), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    found = subprocess.run(
        [sys.executable, "-P", "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert all(line.startswith(str(unpacked)) for line in found.stdout.splitlines())
