"""The house keeps its shape: lint, types, import contracts, and files small enough to read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from grimp import build_graph

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent
FOLDERS = ("store", "templates", "tui", "tests")


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{done.stdout}\n{done.stderr}"


def test_lint_has_nothing_to_say() -> None:
    assert run(str(SCRIPTS / "ruff"), "check", *FOLDERS) == ""


def test_every_file_is_formatted() -> None:
    assert run(str(SCRIPTS / "ruff"), "format", "--check", *FOLDERS) == ""


def test_types_hold_strictly() -> None:
    assert run(sys.executable, "-m", "mypy") == ""


def test_import_contracts_hold() -> None:
    assert run(str(SCRIPTS / "lint-imports"), "--no-logo", "--no-cache") == ""


def test_no_files_right_in_the_store_import_one_another_in_a_circle() -> None:
    graph = build_graph("store", exclude_type_checking_imports=True, cache_dir=None)
    circles = {
        (one, other)
        for one in graph.find_children("store")
        for other in graph.find_modules_directly_imported_by(one)
        if graph.chain_exists(importer=other, imported=one)
    }
    assert circles == set()


@pytest.mark.parametrize("folder", ["store", "templates", "tui"])
def test_no_file_outgrows_its_room(folder: str) -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in (ROOT / folder).rglob("*.py")}
    assert {str(path): length for path, length in lengths.items() if length > 300} == {}


def test_every_module_says_in_a_docstring_what_it_is() -> None:
    silent = [
        str(path)
        for folder in ("store", "templates", "tui")
        for path in (ROOT / folder).rglob("*.py")
        if not path.read_text().startswith('"""')
    ]
    assert silent == []


def test_the_top_level_holds_what_a_repository_needs_and_no_more() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    top = {name.split("/")[0] for name in tracked.splitlines()}
    assert {"pyproject.toml", "README.md", "store", "templates", "tests", "tui"} <= top
    assert all(name.startswith(".") or name in ALLOWED for name in top), top


ALLOWED = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "pyproject.toml",
    "store",
    "templates",
    "tests",
    "tui",
}
