"""Templates as untrusted text: what they may contain, and how they are turned into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from store.words import Kind
from templates.own_templates import SIZE_LIMIT
from templates.sentences import listed, phrase
from templates.trouble import TemplateTrouble
from templates.vocabulary import KNOWN, FactValue, Form, words_for

OUTPUT_LIMIT = 60_000
"""Most characters a template may write."""
DEPTH_LIMIT = 40
"""Deepest nesting of a template's tree."""

ALLOWED: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.Name,
        nodes.Getattr,
        nodes.Const,
        nodes.If,
        nodes.Compare,
        nodes.Operand,
        nodes.And,
        nodes.Or,
        nodes.Not,
        nodes.For,
        nodes.Filter,
    }
)
LOOP_FACTS = frozenset({"first", "last", "index"})
FORBIDDEN: Mapping[type[nodes.Node], str] = {
    nodes.Call: "calls something",
    nodes.Mul: "multiplies",
    nodes.Pow: "takes a power",
    nodes.Macro: "defines a macro",
    nodes.Import: "imports another file",
    nodes.FromImport: "imports from another file",
    nodes.Include: "includes another file",
    nodes.Extends: "extends another file",
    nodes.Getitem: "takes something out by index",
    nodes.Assign: "sets a name",
    nodes.Test: "uses “is”",
    nodes.CondExpr: "uses “if” inside braces",
}


def refuse_unsafe(source: str, kind: Kind) -> None:
    """Raise TemplateTrouble, with the line, unless that source is small, plain and uses known words only.

    Every branch is looked at, also those that today's facts would pass over.
    """
    for trouble in troubles_in(source, kind):
        raise trouble


def troubles_in(source: str, kind: Kind) -> Iterator[TemplateTrouble]:
    """Everything that keeps that source from being used, each with its line; after some, nothing more can be told."""
    try:
        yield from _troubles(source, kind)
    except TemplateTrouble as trouble:
        yield trouble


def names_in(source: str, kind: Kind) -> tuple[str, ...]:
    """The facts that source asks for, in their order, each once; raises TemplateTrouble when it cannot be read."""
    known = {word.name for word in words_for(kind)}
    found: dict[str, None] = {}
    for node, _ in _walk(_parsed(source), frozenset(), 0):
        name = node.name if isinstance(node, nodes.Name) else node.attr if isinstance(node, nodes.Getattr) else ""
        if name in known:
            found[name] = None
    return tuple(found)


def _troubles(source: str, kind: Kind) -> Iterator[TemplateTrouble]:
    if len(source.encode("utf-8", "replace")) > SIZE_LIMIT:
        raise TemplateTrouble(f"it is larger than {SIZE_LIMIT:,} bytes")  # and is not even parsed
    if not source.lstrip("\n").startswith("Subject:"):
        yield TemplateTrouble("it does not begin with “Subject:”", 1)
    for node, loop_names in _walk(_parsed(source), frozenset(), 0):
        try:
            _refuse_node(node, loop_names, kind)
        except TemplateTrouble as trouble:
            yield trouble


def written(source: str, facts: Mapping[str, FactValue], kind: Kind) -> str:
    """The words that source makes of those facts; raises TemplateTrouble for anything it may not do."""
    pieces: list[str] = []
    size = 0
    try:
        for piece in _usable(source, kind).generate(dict(facts)):
            pieces.append(piece)
            size += len(piece)
            if size > OUTPUT_LIMIT:
                raise TemplateTrouble(f"it writes more than {OUTPUT_LIMIT:,} characters")
    except TemplateTrouble:
        raise
    except (TemplateError, TypeError, ValueError, RecursionError, SyntaxError) as problem:
        raise TemplateTrouble(f"it cannot be filled in ({problem})") from problem
    return "".join(pieces)


@lru_cache(maxsize=128)
def _usable(source: str, kind: Kind) -> Template:
    """That source as a template, looked over and compiled once: a season writes the same few forms again and again."""
    refuse_unsafe(source, kind)
    return _environment().from_string(source)


def _parsed(source: str) -> nodes.Template:
    try:
        return _environment().parse(source)
    except TemplateSyntaxError as problem:
        why = (problem.message or "unclear").rstrip(".")
        raise TemplateTrouble(f"it cannot be read ({why})", problem.lineno) from problem
    except (ValueError, OverflowError) as problem:
        raise TemplateTrouble("it holds a number that is too large") from problem
    except (RecursionError, MemoryError) as problem:
        raise TemplateTrouble("it is nested too deeply") from problem


def _walk(node: nodes.Node, loop_names: frozenset[str], depth: int) -> Iterator[tuple[nodes.Node, frozenset[str]]]:
    """Every node of the tree with the loop names it can see."""
    if depth > DEPTH_LIMIT:
        raise TemplateTrouble("it is nested too deeply", node.lineno)
    yield node, loop_names
    if not isinstance(node, nodes.For):
        for child in node.iter_child_nodes():
            yield from _walk(child, loop_names, depth + 1)
        return
    yield from _walk(node.iter, loop_names, depth + 1)
    inner = loop_names | {node.target.name, "loop"} if isinstance(node.target, nodes.Name) else loop_names
    for child in (*node.body, *([node.test] if node.test else [])):
        yield from _walk(child, inner, depth + 1)
    for child in node.else_:
        yield from _walk(child, loop_names, depth + 1)


def _refuse_node(node: nodes.Node, loop_names: frozenset[str], kind: Kind) -> None:
    if type(node) not in ALLOWED:
        does = FORBIDDEN.get(type(node), f"uses something templates may not ({type(node).__name__.lower()})")
        raise TemplateTrouble(f"it {does}", node.lineno)
    if isinstance(node, nodes.For):
        _refuse_loop(node, loop_names, kind)
    elif isinstance(node, nodes.Getattr):
        _refuse_attribute(node, kind)
    elif isinstance(node, nodes.Name) and node.name not in loop_names | _names(kind):
        raise TemplateTrouble(f"it uses the unknown name “{node.name[:60]}”", node.lineno)
    elif isinstance(node, nodes.Filter) and (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):
        raise TemplateTrouble(f"the filter “{node.name}” takes no arguments here", node.lineno)


def _names(kind: Kind) -> frozenset[str]:
    return frozenset(word.name for word in words_for(kind)) | {KNOWN}


def _refuse_loop(node: nodes.For, loop_names: frozenset[str], kind: Kind) -> None:
    lists = {word.name for word in words_for(kind) if word.form is Form.LIST}
    if loop_names or node.recursive:
        raise TemplateTrouble("it has a loop inside a loop", node.lineno)
    if not isinstance(node.iter, nodes.Name) or node.iter.name not in lists:
        raise TemplateTrouble(f"it loops over something other than {listed(sorted(lists))}", node.lineno)
    if not isinstance(node.target, nodes.Name) or node.target.name in _names(kind) | {"loop"}:
        raise TemplateTrouble("its loop needs one new name of its own", node.lineno)


def _refuse_attribute(node: nodes.Getattr, kind: Kind) -> None:
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    names = {KNOWN: _names(kind), "loop": LOOP_FACTS}.get(owner, frozenset())
    if node.attr not in names:
        raise TemplateTrouble(f"it asks for “.{node.attr[:60]}”, which does not exist", node.lineno)


def _shown(value: object) -> object:
    """That value if it is words or a number; nothing else may reach a letter."""
    if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, StrictUndefined):
        return value
    what = "nothing" if value is None else "yes or no" if isinstance(value, bool) else "something that is not text"
    raise TemplateTrouble(f"it would write {what} into the letter")


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_shown, autoescape=False, keep_trailing_newline=True, cache_size=64
    )
    kept = ("capitalize", "first", "last", "length", "lower", "sort", "title", "trim", "unique", "upper")
    filters = {name: environment.filters[name] for name in kept}
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update(filters, listed=_listed, phrase=phrase)
    return environment


def _listed(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return listed([str(item) for item in value])
    raise TemplateTrouble("“listed” needs a list")
