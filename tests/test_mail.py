"""Letters on their way out: text, mail files, links, and names of files."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from urllib.parse import parse_qs, unquote, urlsplit

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.clean_text import clean_body, clean_line
from store.errors import RuleBroken
from store.file_names import safe_file_name
from store.moments import Moment
from store.records import Letter
from store.season import Season
from templates import mail
from templates.mail import LINK_LIMIT, LinkTooLong, readers, to_text
from tests.examples import NOW, a_contact, a_letter, a_profile, a_program, a_season
from tui.mail_files import mail_files, text_files


def _season(*emails: str, name: str = "Ines Wexley") -> Season:
    people = (a_contact(f"c-{place}", name=name, email=email) for place, email in enumerate(emails))
    return a_season(a_program(), *people)


def _letter(
    *, people: int = 1, subject: str = "Thanks & greetings?", body: str = "Dear Dr. Wexley,\n\nŁódź."
) -> Letter:
    return replace(a_letter(subject=subject, body=body), contact_ids=tuple(f"c-{place}" for place in range(people)))


def to_eml(season: Season, letter: Letter, *, now: Moment) -> bytes:
    return mail.to_eml(season, letter, readers(season, letter)[0], now=now)


def to_mailto(season: Season, letter: Letter) -> str:
    return mail.to_mailto(letter, readers(season, letter)[0])


def test_text_has_recipients_subject_and_body() -> None:
    assert to_text(_season("ines@bright.example"), _letter()) == (
        "To: Ines Wexley <ines@bright.example>\nSubject: Thanks & greetings?\n\nDear Dr. Wexley,\n\nŁódź.\n"
    )
    assert to_text(_season(""), _letter()).startswith("To: Ines Wexley\n")
    assert to_text(a_season(), _letter(people=0)).startswith("Subject: ")


def test_an_address_with_a_line_break_adds_no_header_line_to_the_text() -> None:
    season = _season("ines@brightwater.example\nBcc: all@elsewhere.example")
    head, _ = to_text(season, _letter()).split("\n\n", 1)
    assert [line.partition(":")[0] for line in head.split("\n")] == ["To", "Subject"]


def test_a_mail_file_reads_back_as_the_letter() -> None:
    raw = to_eml(_season("ines@bright.example"), _letter(), now=NOW)
    mail = message_from_bytes(raw, policy=policy.default)
    assert [str(one) for one in mail["To"].addresses] == ["Ines Wexley <ines@bright.example>"]
    assert str(mail["From"]) == "Noor Halvard <noor.halvard@mail.example>"
    assert mail["Subject"] == "Thanks & greetings?"
    assert mail["Date"].datetime == NOW.local
    assert mail["X-Unsent"] == "1"
    assert mail.get_content() == "Dear Dr. Wexley,\r\n\r\nŁódź.\r\n"
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_a_letter_to_two_people_is_a_message_for_each() -> None:
    people = (a_contact("c-0", name="Ines Wexley", email="ines@bright.example"), a_contact("c-1", name="June Tran"))
    season, letter = a_season(a_program(), *people), _letter(people=2)
    files, held, refused = mail_files(season, [letter], now=NOW)
    assert [one.name for one in files] == [
        "Brightwater thank-you Ines Wexley.eml",
        "Brightwater thank-you June Tran.eml",
    ]
    to = [message_from_bytes(one.content, policy=policy.default)["To"] for one in files]
    assert [str(one) for one in to] == ["Ines Wexley <ines@bright.example>", "None"]
    assert (held, refused) == ((letter,), ())


def test_messages_that_make_no_file_are_told_and_the_others_made() -> None:
    season = _season("ines@bright.example", "nobody")
    letters = [replace(_letter(), id="l-0"), replace(_letter(people=2), id="l-1")]
    files, held, refused = mail_files(season, letters, now=NOW)
    assert [one.id for one in held] == ["l-0"] and len(files) == 1
    assert refused == (
        "thank-you to Brightwater: “nobody” is not one mail address. Correct the address of Ines Wexley.",
    )


def test_mail_files_of_one_name_stand_beside_each_other() -> None:
    season = _season("ines@bright.example")
    files, _, _ = mail_files(season, [_letter(), _letter()], now=NOW)
    assert [one.name for one in files] == ["Brightwater thank-you.eml", "Brightwater thank-you 2.eml"]
    assert [one.name for one in text_files(season, [_letter()])] == ["Brightwater thank-you.txt"]


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), max_size=120)


@given(subject=WORDS, body=st.lists(WORDS, max_size=12), name=WORDS)
def test_any_letter_is_read_back_word_for_word_by_two_readers(subject: str, body: list[str], name: str) -> None:
    people = (a_contact("c-0", name=clean_line(name) or "Ines", email="ines@kinderklinik-münchen.example"),)
    letter = _letter(subject=clean_line(subject), body=clean_body("\n".join(body)))
    raw = to_eml(a_season(a_program(), *people), letter, now=NOW)
    text = f"{letter.body.strip()}\n".replace("\n", "\r\n")
    first = message_from_bytes(raw, policy=policy.default)
    second = fast_mail_parser.parse_email(raw)
    assert (first["Subject"], first.get_content()) == (letter.subject, text)
    assert (second.subject, second.text_plain) == (letter.subject, [text])
    assert [one.addr_spec for one in first["To"].addresses] == ["ines@xn--kinderklinik-mnchen-jbc.example"]
    assert second.headers["X-Unsent"] == ["1"] and second.attachments == []


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
    link = to_mailto(_season("ines@bright.example"), _letter())
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "ines@bright.example"
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
    with pytest.raises(LinkTooLong, match=r"1,801 characters.*1,800.*\.eml"):
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
