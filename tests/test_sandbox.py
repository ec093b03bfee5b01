"""What templates may not do: anything but write words."""

from __future__ import annotations

import pytest

from store.errors import SeasonError
from store.words import Kind
from templates.render import check_template, render
from templates.trouble import TemplateTrouble
from templates.vocabulary import FactValue

HEAD = "Subject: x\n\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ name", "cannot be read"),  # cut off
        ("{% if name %}", "cannot be read"),  # never closed
        ("{% do name %}", "cannot be read"),  # an extension
        ("{{ unheard_of }}", "unknown name “unheard_of” in line 3"),
        ("{% if name %}{{ name }}{% else %}{{ unheard_of }}{% endif %}", "unknown name “unheard_of”"),
        ("{{ range }}", "unknown name “range”"),  # named like something built in
        ("{{ self }}", "unknown name “self”"),
        ("{{ loop }}", "unknown name “loop”"),
        ("{{ namespace }}", "unknown name “namespace”"),
        ("{{ cycler.__init__ }}", "“.__init__”"),
        ("{{ none }}", "nothing"),
        ("{{ None }}", "nothing"),
        ("{{ known }}", "not text"),
        ("{{ interests }}", "not text"),
        ("{{ in_person }}", "yes or no"),
        ("{{ name.__class__ }}", "“.__class__”"),
        ("{{ known.items }}", "“.items”"),
        ("{{ known.hook.real }}", "“.real”"),
        ("{{ name.upper() }}", "calls something"),
        ("{{ ''.__class__.__mro__ }}", "“.__mro__”"),
        ("{{ name['__class__'] }}", "by index"),
        ("{{ name | attr('__class__') }}", "attr"),
        ("{{ name | map('upper') }}", "map"),
        ("{{ name | replace('a', 'bbbb') }}", "replace"),
        ("{{ name | join('aaaa') }}", "join"),
        ("{{ name | center(1000000) }}", "center"),
        ("{{ name | sort(true) }}", "takes no arguments"),
        ("{{ name is defined }}", "uses “is”"),
        ("{{ name if name }}", "inside braces"),
        ("{{ 'a' * 1000000000 }}", "multiplies"),
        ("{{ 10 ** 10 ** 10 }}", "takes a power"),
        ("{{ name ~ name }}", "concat"),
        ("{{ 1 + 1 }}", "add"),
        ("{{ [name, name] }}", "list"),
        ("{{ {'a': name} }}", "dict"),
        ("{% set x = name %}", "sets a name"),
        ("{% macro m() %}{% endmacro %}", "defines a macro"),
        ("{% include 'other' %}", "includes"),
        ("{% import 'other' as o %}", "imports"),
        ("{% from 'other' import o %}", "imports"),
        ("{% extends 'other' %}", "extends"),
        ("{% block b %}{% endblock %}", "block"),
        ("{% filter upper %}x{% endfilter %}", "filterblock"),
        ("{% with x = name %}{{ x }}{% endwith %}", "with"),
        ("{% autoescape true %}x{% endautoescape %}", "(scope)"),
        ("{% for x in name %}x{% endfor %}", "loops over something other"),
        ("{% for x in (1, 2) %}x{% endfor %}", "loops over something other"),
        ("{% for x in interests %}{% for y in strengths %}x{% endfor %}{% endfor %}", "loop inside a loop"),
        ("{% for x in interests recursive %}x{% endfor %}", "loop inside a loop"),
        ("{% for x, y in interests %}x{% endfor %}", "one new name"),
        ("{% for name in interests %}x{% endfor %}", "one new name"),
        ("{% for x in interests %}{{ loop.cycle }}{% endfor %}", "“.cycle”"),
        ("{% for x in interests %}{% endfor %}{{ x }}", "unknown name “x”"),
        ("{{ " + "9" * 5000 + " }}", "number"),
        ("{{ " + "(" * 3000 + "name" + ")" * 3000 + " }}", "nested too deeply"),
        ("{% if " + "not " * 60 + "name %}x{% endif %}", "nested too deeply"),
        ("{% if name %}" * 60 + "{% endif %}" * 60, "nested too deeply"),
        ("x" * 20_001, "larger than 20,000 bytes"),
        ("ß" * 10_001, "larger than 20,000 bytes"),
        ("{{ interests | first | upper | sort }}", "not text"),
        ("{{ in_person | listed }}", "needs a list"),
        ("{% if name < in_person %}x{% endif %}", "cannot be filled in"),
    ],
)
def test_templates_that_do_more_than_write_words_are_refused(source: str, said: str) -> None:
    facts: dict[str, FactValue] = {
        "name": "Noor",
        "interests": ["newborns", "sleep"],
        "strengths": ["patience"],
        "in_person": True,
    }
    words = render(Kind.THANK_YOU, "director", facts, own={"thank-you": HEAD + source})
    assert said in words.trouble
    assert words.trouble.startswith("The template “thank-you” cannot be used: ")
    assert words.subject.startswith("Thank you for our conversation")


def test_a_template_cannot_write_without_end() -> None:
    facts: dict[str, FactValue] = {"interests": ["newborns"] * 400}
    source = HEAD + "{% for x in interests %}" + "word " * 200 + "{% endfor %}"
    assert "more than 60,000 characters" in render(Kind.DECLINE, "plain", facts, own={"decline": source}).trouble


@pytest.mark.parametrize(
    "source",
    [
        "{{ greeting }}",
        "{% if known.hook and not in_person %}{{ hook }}{% elif zone_assumed or name == 'N' %}a{% else %}b{% endif %}",
        "{% for x in interests %}{{ x | trim | capitalize }}{% if not loop.last %}, {% endif %}{% else %}-{% endfor %}",
        "{{ interests | listed }} {{ name | upper | lower | title }} {{ interests | sort | unique | first }}",
        "{{ 'words' }} {{ 3 }} {{ interests | length }} {# a remark #} {% raw %}{{ kept }}{% endraw %}",
        "{% if 'a' in name %}x{% endif %}",
    ],
)
def test_plain_templates_pass(source: str) -> None:
    assert check_template(HEAD + source, Kind.THANK_YOU) is None


def test_trouble_is_a_sentence_with_its_line() -> None:
    trouble = check_template("Subject: x\n\nok\n{{ hook }}", Kind.ACCEPT)
    assert isinstance(trouble, TemplateTrouble) and isinstance(trouble, SeasonError)
    assert trouble.line == 4
    assert str(trouble) == "The template cannot be used: it uses the unknown name “hook” in line 4."


@pytest.mark.parametrize("source", ["{{ none }}", "{{ known }}", "{{ interests }}", "{{ in_person }}"])
def test_what_is_no_text_is_found_when_a_template_is_checked(source: str) -> None:
    assert check_template(HEAD + source, Kind.THANK_YOU) is not None


def test_a_template_needs_its_subject_first() -> None:
    trouble = check_template("Dear you,", Kind.ACCEPT)
    assert trouble is not None and "Subject:" in str(trouble)
