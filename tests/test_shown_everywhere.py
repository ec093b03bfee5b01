"""Nothing in tui/ hands a widget text that it might read as markup."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent / "tui"
WIDGETS = frozenset(
    {"Static", "Label", "Button", "Link", "Option", "OptionList", "Checkbox", "RadioButton", "Tab", "TabPane"}
    | {"Collapsible", "Digits", "SelectionList", "Selection"}
)
"""Classes of Textual that read a str as markup."""
METHODS = frozenset(
    {"notify", "add_option", "add_options", "set_options", "add_row", "add_column", "add_columns", "add_leaf"}
    | {"replace_option_prompt_at_index", "from_markup"}
)
"""Methods that do."""
ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip"})
KEYWORDS = frozenset({"tooltip", "title", "label", "prompt", "content"})
PARTS = frozenset({"Option", "Selection"})
"""What widgets are made of; their own text is looked at where they are made."""


@lru_cache(maxsize=1)
def makers() -> frozenset[str]:
    """The functions of tui/ that promise Content, by name."""
    functions = (
        node
        for path in TUI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    return frozenset(node.name for node in functions if _says_content(node.returns)) | {"Content", "Text"}


class Reader(ast.NodeVisitor):
    """Finds the calls in one module that break the rule."""

    def __init__(self, tree: ast.Module) -> None:
        self.broken: list[int] = []
        self.safe_names: set[str] = set(makers())
        self.textual: dict[str, str] = {}
        """What each name imported from Textual is called there."""
        self._learn(tree)
        self.visit(tree)

    def _learn(self, tree: ast.Module) -> None:
        """Names that are declared to be Content, or are only ever given something safe."""
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets"):
                self.textual |= {name.asname or name.name: name.name for name in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if self._is_shown(node.returns):
                    self.safe_names.add(node.name)
            elif isinstance(node, ast.arg) and _says_content(node.annotation):
                self.safe_names.add(node.arg)
            elif isinstance(node, ast.AnnAssign) and self._is_shown(node.annotation):
                self.safe_names.add(_last_name(node.target))
        given: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    given.setdefault(_last_name(target), []).append(node.value)
        arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        for _ in range(3):
            for name, values in given.items():
                if name and name not in arguments and all(self.is_safe(value) for value in values):
                    self.safe_names.add(name)

    def is_safe(self, node: ast.expr) -> bool:
        """Whether that expression cannot be data read as markup."""
        match node:
            case ast.Constant():
                return True
            case ast.Call():
                name = _last_name(node.func)
                root = node.func.value if isinstance(node.func, ast.Attribute) else None
                if name == "join" and root is not None:
                    return self.is_safe(root) and not isinstance(root, ast.Constant)
                made = self.textual.get(name) in PARTS or name in self.safe_names
                return made or (root is not None and _last_name(root) in {"Content", "Text"} and name != "from_markup")
            case ast.Name() | ast.Attribute():
                return _last_name(node) in self.safe_names
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                parts = (left, right)
                return any(self.is_safe(part) and not isinstance(part, ast.Constant) for part in parts) or all(
                    isinstance(part, ast.Constant) for part in parts
                )
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_safe(body) and self.is_safe(orelse)
            case ast.BoolOp(values=values):
                return all(self.is_safe(value) for value in values)
            case ast.Starred(value=value):
                return self.is_safe(value)
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
                return self.is_safe(element)
            case ast.List(elts=elements) | ast.Tuple(elts=elements):
                return all(self.is_safe(element) for element in elements)
        return False

    def visit_Call(self, node: ast.Call) -> None:
        name = _last_name(node.func)
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        said_plain = isinstance(keywords.get("markup"), ast.Constant) and ast.unparse(keywords["markup"]) == "False"
        if name == "update" and _is_found_widget(node.func):
            self._look_at(node, [*node.args[:1]])
        elif (self.textual.get(name) in WIDGETS or name in METHODS) and not said_plain:
            words = node.args[1:] if name == "replace_option_prompt_at_index" else node.args
            self._look_at(node, [*words, *(value for key, value in keywords.items() if key in KEYWORDS)])
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(one, ast.Attribute) and one.attr in ATTRIBUTES for one in node.targets):
            self._look_at(node, [node.value])
        self.generic_visit(node)

    def _is_shown(self, annotation: ast.expr | None) -> bool:
        """Whether that annotation speaks of Content, an option, or a list of options."""
        said = "" if annotation is None else ast.unparse(annotation).removeprefix("list[").removesuffix("]")
        return _says_content(annotation) or self.textual.get(said) in PARTS

    def _look_at(self, node: ast.expr | ast.stmt, words: list[ast.expr]) -> None:
        if not all(self.is_safe(one) for one in words):
            self.broken.append(node.lineno)


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _says_content(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation) in {"Content", "Text", "Content | None"}


def _is_found_widget(function: ast.expr) -> bool:
    """Whether that is `….query_one(…).update`; other things have an update as well."""
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Call):
        return False
    return _last_name(function.value.func) in {"query_one", "query_exactly_one"}


IMPORTS = "from textual.widgets import Static, Label, OptionList\nfrom textual.widgets.option_list import Option\n"


def broken_in(source: str) -> list[int]:
    """The lines of that source that break the rule."""
    return Reader(ast.parse(source)).broken


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_every_text_for_a_widget_is_constant_or_plain(path: Path) -> None:
    lines = broken_in(path.read_text(encoding="utf-8"))
    where = ", ".join(f"{path.relative_to(TUI.parent)}:{number}" for number in lines)
    assert not lines, f"{where}: hand the widget shown.plain(text), Content, or markup=False"


@pytest.mark.parametrize(
    "source",
    [
        "Static(name)",
        "Static(f'{name} here')",
        "Label('a' + name)",
        "Label(text.upper())",
        "self.notify(words)",
        "self.notify('fine', title=name)",
        "OptionList(*names)",
        "rows.add_option(Option(name))",
        "OptionList(*[Option(name) for name in names])",
        "box.border_title = name",
        "self.query_one(Static).update(name)",
        "Content.from_markup(name)",
        "', '.join(names) and Static(', '.join(names))",
        "name = shown.plain(a)\nname = other\nStatic(name)",
        "table.add_row(name)",
    ],
)
def test_the_rule_sees_data_on_its_way_to_a_widget(source: str) -> None:
    assert broken_in(IMPORTS + source)


@pytest.mark.parametrize(
    "source",
    [
        "Static('fine')",
        "Static()",
        "Static(plain(name))",
        "Static(Content(name) + ' here')",
        "Static(Content.styled(name, 'bold'), classes=name)",
        "Static(name, markup=False)",
        "self.notify(words, severity=level, markup=False)",
        "words = plain(name)\nStatic(words)",
        "def f(words: Content) -> None:\n    Static(words)",
        "def f() -> Content: ...\nStatic(f())",
        "OptionList(*(Option(plain(one)) for one in names))",
        "seen.update(names)",
        "from tui.screens.dialogs.pick import Option as Choosable\nChoosable(1, name)",
        "rows: list[Option] = []\nOptionList(*rows)",
        "box.border_title = plain(name) if name else None",
        "Content.from_markup('[b]$name[/b]', name=name)",
        "Static(Content(', ').join(parts))",
    ],
)
def test_the_rule_lets_safe_ways_pass(source: str) -> None:
    assert broken_in(IMPORTS + source) == []
