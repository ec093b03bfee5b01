"""Templates of the person's own: by name over the shipped ones or beside them, and safe whoever wrote them."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic

import pytest

from store.words import Kind
from templates.own_templates import (
    MOST_FILES,
    SIZE_LIMIT,
    kind_and_form,
    own_templates,
    own_variants,
    read_template,
)
from templates.render import begin_letter, render, shipped_template
from templates.template_check import looked_through
from templates.trouble import TemplateTrouble
from templates.vocabulary import FactValue
from tests.examples import NOW, a_contact, a_program, a_season, an_interview, at

GOOD = "Subject: Thank you, {{ name }}\n\n{{ greeting }}\n\nThank you for {{ hook }}.\n\n{{ signature }}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    return made


def put(folder: Path, name: str, content: str | bytes = GOOD) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def begun(folder: Path, variant: str = "") -> tuple[str, list[str]]:
    """The text of a thank-you begun with that folder, and what was said about its templates."""
    said: list[str] = []
    season = a_season(a_program(), a_contact(), an_interview(starts=at("2026-11-23 15:00"), contact_ids=("c-wexley",)))
    letter = begin_letter(
        season,
        "p-bright",
        Kind.THANK_YOU,
        letter_id="l-letter",
        variant=variant,
        now=NOW,
        own=own_templates(folder).sources,
        notice=said.append,
    )
    return letter.body, said


def test_a_form_of_the_same_name_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    put(folder, "thank-you.director.txt.j2")
    body, said = begun(folder)
    assert body.startswith("Dear Dr. Wexley,\n\nThank you for [one true detail of your conversation with Dr. Wexley].")
    assert said == []


def test_one_without_a_form_stands_for_every_form_of_its_kind(folder: Path) -> None:
    put(folder, "thank-you.txt.j2")
    assert begun(folder)[0] == begun(folder, "resident")[0]


def test_a_new_name_adds_a_form_that_is_taken_when_it_is_named(folder: Path) -> None:
    put(folder, "thank-you.short.txt.j2")
    sources = own_templates(folder).sources
    assert [form.name for form in own_variants(Kind.THANK_YOU, sources)] == ["short"]
    assert own_variants(Kind.UPDATE, sources) == ()
    assert "Thank you for [one true detail" in begun(folder, "short")[0]
    assert "Thank you for [one true detail" not in begun(folder)[0]


def test_a_broken_one_is_told_and_the_shipped_one_used(folder: Path) -> None:
    shipped = begun(folder)[0]
    put(folder, "thank-you.director.txt.j2", "Subject: x\n\n{{ hok }}")
    body, said = begun(folder)
    assert body == shipped
    assert said == [
        "The template “thank-you.director” cannot be used: it uses the unknown name “hok” in line 3. "
        "The one that comes with the app is used instead."
    ]
    put(folder, "thank-you.short.txt.j2", "{{")
    body, said = begun(folder, "short")
    assert body and len(said) == 1


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    found = own_templates(tmp_path / "nowhere")
    assert (found.templates, found.troubles) == ((), ())


def test_what_is_no_template_is_not_looked_at(folder: Path) -> None:
    put(folder, "README.md")
    put(folder, ".thank-you.txt.j2")
    put(folder, "thank-you.txt.j2~")
    found = own_templates(folder)
    assert (found.templates, found.troubles) == ((), ())


NAMES = [
    ("thankyou.director.txt.j2", "no kind of message is called “thankyou”, did you mean “thank-you”"),
    ("invitation.txt.j2", "no kind of message is called “invitation”"),
    ("zebra.txt.j2", "kinds are interest, accept"),
    ("thank-you.j2", "does not end in .txt.j2"),
    ("thank-you..txt.j2", "small letters, digits and hyphens"),
    ("thank-you.Director.txt.j2", "small letters, digits and hyphens"),
    ("thank-you.a b.txt.j2", "small letters, digits and hyphens"),
    ("thank-you....etc-passwd.txt.j2", "small letters, digits and hyphens"),
    ("thank-you.\x1b[2J.txt.j2", "small letters, digits and hyphens"),
    ("[@click=app.quit]x.txt.j2", "no kind of message is called"),
    (f"thank-you.{'a' * 41}.txt.j2", "small letters, digits and hyphens"),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_file_that_is_named_after_no_form_is_told_and_the_others_read(folder: Path, name: str, said: str) -> None:
    put(folder, name)
    put(folder, "update.news.txt.j2")
    found = own_templates(folder)
    assert [one.name for one in found.templates] == ["update.news"]
    (trouble,) = found.troubles
    assert said in trouble and trouble.endswith(".") and "\x1b" not in trouble


@pytest.mark.parametrize("name", ["../thank-you.director.txt.j2", "thank-you.../x.txt.j2", "/etc/passwd.txt.j2", ""])
def test_a_name_like_a_path_is_no_name(name: str) -> None:
    with pytest.raises(TemplateTrouble):
        kind_and_form(name)


FILES: list[tuple[bytes, str]] = [
    (b"x" * (SIZE_LIMIT + 1), "larger than 20,000 bytes"),
    (b"Subject: x\n" + b"a" * 1_000_000, "larger than 20,000 bytes"),
    (b"Subject: \0\n", "not text"),
    (b"\x7fELF\x02\x01\x00" + bytes(range(256)), "not text"),
    (b"Subject: x\n\xff\xfe", "not UTF-8 text"),
    ("Subject: x\n".encode("utf-16"), "not text"),
]


@pytest.mark.parametrize(("content", "said"), FILES, ids=["large", "huge", "a NUL", "a program", "Latin", "UTF-16"])
def test_a_file_that_holds_no_template_is_told_in_a_sentence(folder: Path, content: bytes, said: str) -> None:
    put(folder, "thank-you.director.txt.j2", content)
    found = own_templates(folder)
    assert found.templates == ()
    assert found.troubles[0].startswith("The template “thank-you.director” cannot be used: ")
    assert said in found.troubles[0]


def test_links_pipes_and_folders_are_left_alone(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Subject: s\n", encoding="utf-8")
    (folder / "decline.plain.txt.j2").symlink_to(secret)
    (folder / "hint.plain.txt.j2").symlink_to(folder / "gone")
    os.mkfifo(folder / "update.news.txt.j2")
    (folder / "update.exam.txt.j2").mkdir()
    before = monotonic()
    found = own_templates(folder)
    assert monotonic() - before < 5, "nobody waits for the other end of a pipe"
    assert found.templates == ()
    assert [one.partition("cannot be used: ")[2] for one in found.troubles] == [
        "it is a link to another place; only a plain file is read.",
        "it is a link to another place; only a plain file is read.",
        "it is no plain file.",
        "it is no plain file.",
    ]


def test_a_pack_of_thousands_is_bounded(folder: Path) -> None:
    for number in range(MOST_FILES + 1):
        put(folder, f"update.form-{number:04}.txt.j2")
    found = own_templates(folder)
    assert len(found.templates) == MOST_FILES
    assert "holds 201 templates; the first 200 are looked at" in found.troubles[0]


def test_codes_for_the_terminal_are_gone_before_anybody_sees_them(folder: Path) -> None:
    path = put(folder, "decline.plain.txt.j2", "\ufeffSubject: x\r\n\r\n\x1b]52;c;aGk=\x07{{ greeting }}\u202e\r\n")
    source = read_template(path).source
    assert source == "Subject: x\n\n]52;c;aGk={{ greeting }}\n"


HOSTILE = [
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "Line 3"),
    ("{{ name.__init__.__globals__ }}", "Line 3: it asks for “.__init__”"),
    ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "Line 3: it calls something"),
    ("{{ lipsum }}", "unknown name “lipsum”"),
    ("{% include '/etc/passwd' %}", "includes another file"),
    ("{% for x in range(10000000) %}x{% endfor %}", "Line 3"),
    ("{% for x in interests %}{% for y in interests %}x{% endfor %}{% endfor %}", "a loop inside a loop"),
    ("{{ 'a' * 100000000 }}", "Line 3: it multiplies"),
    ("{{ name | format('x') }}", "Line 3"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "defines a macro"),
    ("{% if 1 == 2 %}{{ secret }}{% endif %}", "unknown name “secret”"),
    ("{{ None }}", "nothing into the letter"),
    ("{{ self._TemplateReference__context }}", "Line 3"),
    ("{% if name %}" * 30, "cannot be read"),
    ("{% if name %}" * 300, "nested too deeply"),
    ("{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}", "nested too deeply"),
]


@pytest.mark.parametrize(("source", "said"), HOSTILE, ids=[f"{source[:40]}" for source, _ in HOSTILE])
def test_what_a_template_may_not_do_is_told_and_never_done(folder: Path, source: str, said: str) -> None:
    put(folder, "thank-you.director.txt.j2", f"Subject: x\n\n{source}\n")
    (found,) = own_templates(folder).templates
    before = monotonic()
    troubles = looked_through(found.source, Kind.THANK_YOU).troubles
    assert any(said in one for one in troubles), troubles
    body, told = begun(folder)
    assert monotonic() - before < 10
    assert len(told) == 1 and "The one that comes with the app is used instead." in told[0]
    assert "stayed with me" in body


def test_values_that_look_like_templates_are_only_words() -> None:
    facts: dict[str, FactValue] = {"name": "{{ 7 * 7 }}{% include 'x' %}", "greeting": "Dear {{ name }},"}
    words = render(Kind.THANK_YOU, "director", facts, own={"thank-you": GOOD})
    assert words.trouble == ""
    assert words.subject == "Thank you, {{ 7 * 7 }}{% include 'x' %}"
    assert words.body.startswith("Dear {{ name }},")


def test_every_fault_is_told_at_once_with_its_line_and_what_was_meant() -> None:
    source = "Hello\n\n{{ hok }} {{ offered }}\n{% if name %}{{ 2 * 3 }}{% endif %}"
    assert looked_through(source, Kind.THANK_YOU).troubles == (
        "Line 1: it does not begin with “Subject:”.",
        "Line 3: it uses the unknown name “hok”. Did you mean “hook”?",
        "Line 3: it uses the unknown name “offered”. It is known to other kinds only: accept, decline, reschedule.",
        "Line 4: it multiplies.",
    )


def test_the_facts_it_asks_for_and_those_not_known_yet_are_named() -> None:
    choice = "{% if known.hook %}{{ hook }}{% else %}{{ phone }}{% endif %}{% if in_person %}x{% endif %}"
    source = f"Subject: {{{{ name }}}}\n\n{choice}"
    found = looked_through(source, Kind.THANK_YOU, {"name": "Noor"})
    assert found.troubles == ()
    assert found.asks == ("name", "hook", "phone", "in_person")
    assert found.missing == ("hook", "phone")
    assert looked_through(source, Kind.THANK_YOU).missing == ()


@pytest.mark.parametrize("name", ["thank-you.director", "interest.local-tie", "first-rank.plain"])
def test_a_shipped_form_can_be_copied_as_it_stands(folder: Path, name: str) -> None:
    kind, form = kind_and_form(f"{name}.txt.j2")
    put(folder, f"{name}.txt.j2", shipped_template(kind, form))
    own = own_templates(folder).sources
    assert render(kind, form, {}, own=own) == render(kind, form, {})
