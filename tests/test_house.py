"""The house keeps its shape: lint, types, import contracts, and files small enough to read."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
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


@pytest.mark.parametrize(
    ("folder", "meant"),
    [
        ("store", set()),
        ("tui", {"tui.command_table", "tui.screen_commands"}),  # one table, whose second half waits for its screens
    ],
)
def test_no_files_right_in_a_folder_import_one_another_in_a_circle(folder: str, meant: set[str]) -> None:
    graph = build_graph(folder, exclude_type_checking_imports=True, cache_dir=None)
    files = graph.find_children(folder) - {one for one in graph.modules if graph.find_children(one)}
    circles = {
        (one, other)
        for one in files
        for other in graph.find_modules_directly_imported_by(one) & (files if folder == "tui" else graph.modules)
        if graph.chain_exists(importer=other, imported=one)
    }
    assert {one for pair in circles for one in pair} == meant


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


ROOMS = sorted(path.parent.name for path in (ROOT / "store").glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_in_a_room_of_the_store_has_its_sentence(room: str) -> None:
    files = sorted((ROOT / "store" / room).glob("*.py"))
    assert [f"{path.name}: {name}" for path in files for name in without_sentence(ast.parse(path.read_text()))] == []


def without_sentence(tree: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Public constants, fields, classes, functions and methods without a docstring."""
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield from () if ast.get_docstring(node) else (node.name,)
            yield from without_sentence(node) if isinstance(node, ast.ClassDef) and not is_list_of_words(node) else ()
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            first = next(part.id for part in ast.walk(target) if isinstance(part, ast.Name))
            said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            yield from () if said or first.startswith("_") or len(first) == 1 else (first,)


def is_list_of_words(node: ast.ClassDef) -> bool:
    """Whether its members say what they are by their own names."""
    return any(isinstance(base, ast.Name) and base.id == "StrEnum" for base in node.bases)


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
