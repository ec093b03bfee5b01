"""Letters on their way out: text, mail files, links, and names of files."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.file_names import safe_file_name
from store.records import Letter
from store.season import Season
from templates.mail import LINK_LIMIT, to_eml, to_mailto, to_text
from tests.examples import NOW, a_contact, a_letter, a_profile, a_program, a_season


def _season(*emails: str, name: str = "Ines Wexley") -> Season:
    people = (a_contact(f"c-{place}", name=name, email=email) for place, email in enumerate(emails))
    return a_season(a_program(), *people)


def _letter(
    *, people: int = 1, subject: str = "Thanks & greetings?", body: str = "Dear Dr. Wexley,\n\nŁódź."
) -> Letter:
    return replace(a_letter(subject=subject, body=body), contact_ids=tuple(f"c-{place}" for place in range(people)))


def test_text_has_recipients_subject_and_body() -> None:
    assert to_text(_season("ines@bright.example"), _letter()) == (
        "To: Ines Wexley <ines@bright.example>\nSubject: Thanks & greetings?\n\nDear Dr. Wexley,\n\nŁódź.\n"
    )
    assert to_text(_season(""), _letter()).startswith("To: Ines Wexley\n")
    assert to_text(a_season(), _letter(people=0)).startswith("Subject: ")


def test_a_mail_file_reads_back_as_the_letter() -> None:
    raw = to_eml(_season("ines@bright.example", "june@bright.example"), _letter(people=2), now=NOW)
    mail = message_from_bytes(raw, policy=policy.default)
    assert [str(one) for one in mail["To"].addresses] == [
        "Ines Wexley <ines@bright.example>",
        "Ines Wexley <june@bright.example>",
    ]
    assert str(mail["From"]) == "Noor Halvard <noor.halvard@mail.example>"
    assert mail["Subject"] == "Thanks & greetings?"
    assert mail["Date"].datetime == NOW.local
    assert mail["X-Unsent"] == "1"
    assert mail.get_content() == "Dear Dr. Wexley,\r\n\r\nŁódź.\r\n"
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_mail_file_without_addresses_leaves_them_to_the_mail_program() -> None:
    season = replace(_season(""), profile=replace(a_profile(), email=""))
    mail = message_from_bytes(to_eml(season, _letter(body=""), now=NOW), policy=policy.default)
    assert mail["To"] is None and mail["From"] is None
    assert mail.get_content().strip() == ""


def test_names_are_quoted_so_that_a_comma_makes_no_second_recipient() -> None:
    raw = to_eml(_season("ines@bright.example", name="Wexley, Ines (MD) <x@y.example>"), _letter(), now=NOW)
    (only,) = message_from_bytes(raw, policy=policy.default)["To"].addresses
    assert only.addr_spec == "ines@bright.example"


def test_a_domain_with_letters_beyond_ascii_is_written_as_servers_know_it() -> None:
    season = _season("ines@kinderklinik-münchen.example")
    mail = message_from_bytes(to_eml(season, _letter(), now=NOW), policy=policy.default)
    assert mail["To"].addresses[0].addr_spec.startswith("ines@xn--kinderklinik-")
    assert to_mailto(season, _letter()).startswith("mailto:ines@xn--kinderklinik-")


BAD = [
    "ines",
    "ines@",
    "@bright.example",
    "ines@@bright.example",
    "ines@bright",
    "ines@bright..example",
    "ines@-bright.example",
    "ines@bright.123",
    "ines..wexley@bright.example",
    ".ines@bright.example",
    "ines@bright.example, all@other.example",
    "ines@bright.example;all@other.example",
    "ines@bright.example all@other.example",
    "ines@bright.example\nBcc: all@other.example",
    "ines@bright.example?bcc=all@other.example",
    "ines@bright.example\x00",
    "Ines <ines@bright.example>",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "zoë@bright.example",
    "ines@" + "a" * 64 + ".example",
    "i" * 250 + "@bright.example",
]


@pytest.mark.parametrize("email", BAD)
def test_whatever_is_not_exactly_one_address_is_refused_by_name(email: str) -> None:
    season = _season(email)
    for write in (lambda: to_eml(season, _letter(), now=NOW), lambda: to_mailto(season, _letter())):
        with pytest.raises(RuleBroken, match=r"is not one mail address\. Correct the address of Ines Wexley"):
            write()


def test_a_line_break_in_a_subject_is_refused_everywhere() -> None:
    letter = _letter(subject="Thanks\r\nBcc: all@other.example")
    season = _season("ines@bright.example")
    for write in (
        lambda: to_eml(season, letter, now=NOW),
        lambda: to_mailto(season, letter),
        lambda: to_text(season, letter),
    ):
        with pytest.raises(RuleBroken, match="line break"):
            write()


def test_a_link_carries_subject_and_body_whole() -> None:
    link = to_mailto(_season("ines@bright.example", "june@bright.example"), _letter(people=2))
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "ines@bright.example,june@bright.example"
    assert parse_qs(parts.query, strict_parsing=True) == {
        "subject": ["Thanks & greetings?"],
        "body": ["Dear Dr. Wexley,\r\n\r\nŁódź."],
    }
    assert "%0D%0A" in link and " " not in link and "+" not in link


def test_a_sign_in_an_address_cannot_end_it() -> None:
    link = to_mailto(_season("ines+50%a&b@bright.example"), _letter())
    assert urlsplit(link).path == "ines%2B50%25a%26b@bright.example"


def test_a_letter_too_long_for_a_link_is_refused_with_another_way() -> None:
    season = _season("ines@bright.example")
    room = LINK_LIMIT - len(to_mailto(season, _letter(body="")))
    assert len(to_mailto(season, _letter(body="a" * room))) == LINK_LIMIT
    with pytest.raises(RuleBroken, match=r"1,801 characters.*1,800.*\.eml"):
        to_mailto(season, _letter(body="a" * (room + 1)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thank-you Brightwater.eml", "thank-you Brightwater.eml"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\letters\\x.eml", "C--letters-x.eml"),
        ("con", "_con"),
        ("NUL.eml", "_NUL.eml"),
        ("com1.letter.eml", "_com1.letter.eml"),
        ("console.eml", "console.eml"),
        ("  .hidden ", "hidden"),
        ('what? <now>: "a|b" *', "what- -now-- -a-b- -"),
        ("ends with dots...", "ends with dots"),
        ("", "letter"),
        ("...", "letter"),
        ("a\nb\tc\x1b[0m", "a-b-c-[0m"),
        ("Łódź żółć.eml", "Łódź żółć.eml"),
        ("\ud800x", "x"),
    ],
)
def test_file_names_are_safe_everywhere(text: str, expected: str) -> None:
    assert safe_file_name(text) == expected


def test_a_long_file_name_keeps_its_ending() -> None:
    name = safe_file_name("ż" * 300 + ".eml")
    assert name.endswith("ż.eml")
    assert len(name.encode()) <= 120


@given(st.text(max_size=200))
def test_any_text_makes_a_file_name_that_stays_in_its_folder(text: str) -> None:
    name = safe_file_name(text)
    assert name and name not in (".", "..")
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert name[0] not in ".- ~" and name[-1] not in ". "
    assert len(name.encode()) <= 121
