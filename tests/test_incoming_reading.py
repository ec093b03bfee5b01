"""Mail that came in is read whatever form it has, and what is not clear in it is left open."""

from __future__ import annotations

import quopri
from base64 import b64encode
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.moments import Moment
from templates.incoming import mail_parts
from templates.incoming.broken_parts import BROKEN_PARTS
from templates.incoming.html_text import text_of_html
from templates.incoming.mail_dates import written_at
from templates.incoming.pasted_mail import AHEAD, NO_DATE, NO_ZONE
from templates.incoming.quoting import own_page
from templates.incoming.reading import read_mail
from tests.examples import NOW
from tests.incoming_mail import (
    APPLE,
    FORWARDED,
    GMAIL,
    GMAIL_LABELS,
    GMAIL_SOURCE,
    OUTLOOK,
    OUTLOOK_PAGE,
    OUTLOOK_PANE,
    WORDS,
    a_mail,
)

SENDER = ("Ines Wexley", "ines.wexley@brightwater.example")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_mail_file_gives_sender_day_subject_and_words() -> None:
    mail = read_mail(a_mail(), now=NOW)
    assert (mail.name, mail.address) == SENDER
    assert mail.at == Moment(utc("2026-11-23T22:20"), NOW.zone)
    assert mail.subject == "A short question"
    assert mail.body == WORDS.strip()
    assert mail.notices == ()


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_either_line_end_will_do(line_end: bytes) -> None:
    mail = read_mail(a_mail().replace(b"\r\n", line_end), now=NOW)
    assert mail.body == WORDS.strip()


@pytest.mark.parametrize(
    ("text", "sender", "zoned"),
    [
        (OUTLOOK, "Wexley, Ines", False),
        (APPLE, SENDER[0], True),
        (GMAIL, SENDER[0], False),
        (FORWARDED, SENDER[0], False),
        (GMAIL_LABELS, SENDER[0], False),
        (GMAIL_SOURCE, SENDER[0], True),
        (OUTLOOK_PAGE, SENDER[0], False),
        (OUTLOOK_PANE, SENDER[0], False),
    ],
    ids=["Outlook", "Apple", "Gmail", "forwarded", "Gmail labels", "Gmail source", "Outlook page", "Outlook pane"],
)
def test_mail_copied_from_a_program_is_read_like_a_file(text: str, sender: str, zoned: bool) -> None:
    mail = read_mail(text.encode(), now=NOW)
    assert (mail.name, mail.address, mail.subject) == (sender, SENDER[1], "A short question")
    assert mail.body.startswith("Dear Dr. Halvard,") and mail.body.endswith("meeting us.")
    assert mail.at is not None and mail.has_head
    assert (NO_ZONE not in mail.notices) is zoned
    home = utc("2026-11-23T22:20") if zoned else mail.at.local.replace(tzinfo=UTC)
    assert (mail.at.at if zoned else home) == (utc("2026-11-23T22:20") if zoned else utc("2026-11-23T16:20"))


def test_words_alone_are_words_and_nothing_is_made_up() -> None:
    mail = read_mail(b"On the phone she asked where else I interviewed.\nNote: be brief.", now=NOW)
    assert mail.body.startswith("On the phone") and not mail.has_head
    assert (mail.name, mail.address, mail.at, mail.subject) == ("", "", None, "")


@pytest.mark.parametrize(
    "first", ["From all of us here: thank you for coming.", "From 08:00 to 12:00 you are with Dr. Wexley."]
)
def test_words_that_begin_like_the_line_of_a_mail_box_stay_words(first: str) -> None:
    assert read_mail(f"{first}\nWe enjoyed the day.".encode(), now=NOW).body == f"{first}\nWe enjoyed the day."


def test_the_line_that_a_mail_box_puts_before_a_mail_is_no_word_of_it() -> None:
    mail = read_mail(b"From ines@brightwater.example Mon Nov 23 22:20:00 2026\n" + a_mail(), now=NOW)
    assert (mail.name, mail.address) == SENDER and mail.body == WORDS.strip()


def test_a_subject_in_any_alphabet_is_decoded() -> None:
    raw = a_mail().replace(b"Subject: A short question", b"Subject: =?utf-8?B?w5x1YmVy?= =?iso-8859-1?Q?_m=FCde?=")
    assert read_mail(raw, now=NOW).subject == "Üuber müde"


@pytest.mark.parametrize(
    "subject",
    [b"=?x-nobody?B?SGVsbG8=?=", b"=?utf-8?B?%%%%?=", b"=?utf-8?Q?=ZZ?=", b"caf\xc3\xa9", b"caf\xe9", b"=?" * 900, b""],
)
def test_a_broken_subject_loses_nothing_else(subject: bytes) -> None:
    mail = read_mail(a_mail().replace(b"A short question", subject), now=NOW)
    assert mail.body == WORDS.strip() and mail.address == SENDER[1]


@pytest.mark.parametrize(
    ("encoding", "charset", "text"),
    [
        ("base64", "utf-8", "Grüße"),
        ("quoted-printable", "iso-8859-1", "Grüße"),
        ("8bit", "windows-1252", "“Grüße”"),
        ("base64", "utf-16", "Grüße"),
        ("base64", "koi8-r", "Привет"),
        ("base64", "gb2312", "你好"),
    ],
)
def test_every_encoding_of_mail_is_read(encoding: str, charset: str, text: str) -> None:
    raw = text.encode(charset)
    body = {"base64": b64encode(raw), "quoted-printable": quopri.encodestring(raw), "8bit": raw}[encoding]
    head = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    assert read_mail(head.encode() + body, now=NOW).body == text


@pytest.mark.parametrize("charset", ["x-nobody", "zip", "idna", "undefined", "utf-8", '"', "\x00"])
def test_a_character_set_that_does_not_fit_is_said_and_the_words_stay(charset: str) -> None:
    head = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    mail = read_mail(head.encode() + "Where else did you interview, José?".encode("cp1252"), now=NOW)
    assert mail.body == "Where else did you interview, José?"


def test_html_alone_becomes_text() -> None:
    html = (
        "<html><head><style>p{color:red}</style><title>no</title></head><body><div style='display:none'>pre</div>"
        "<p>Dear&nbsp;Noor,</p><p>Join <a href='https://meet.example/x'>here</a>.<br>See you &amp; yours</p>"
        "<ul><li>one</li><li>two</li></ul><script>alert(1)</script><blockquote>old words</blockquote></body></html>"
    )
    mail = read_mail(a_mail("", html=html), now=NOW)
    assert mail.body == (
        "Dear Noor,\n\nJoin here (https://meet.example/x).\nSee you & yours\n\n- one\n- two\n\n> old words"
    )


def test_plain_text_goes_before_html_unless_it_is_empty() -> None:
    assert read_mail(a_mail("plain words", html="<p>others</p>"), now=NOW).body == "plain words"
    assert read_mail(a_mail(" \n", html="<p>others</p>"), now=NOW).body == "others"


def test_what_is_attached_is_named_and_not_kept() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Schedule"
    message.set_content("See the file.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="day.pdf")
    mail = read_mail(message.as_bytes(), now=NOW)
    assert mail.body == "See the file."
    assert any("day.pdf" in notice for notice in mail.notices)


def test_lines_broken_for_the_wire_come_together() -> None:
    head = b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\n"
    assert (
        read_mail(head + b"one long \nline\n> quoted \n> words\n", now=NOW).body == "one long line\n> quoted \n> words"
    )


def test_what_i_forwarded_to_myself_is_the_mail_inside() -> None:
    raw = a_mail(f"fyi\n\n{FORWARDED}", sender="Noor Halvard <noor@halvard.example>", subject="Fwd: A short question")
    mail = read_mail(raw, now=NOW, own_address="Noor@Halvard.example")
    assert (mail.name, mail.address, mail.subject) == (*SENDER, "A short question")
    assert mail.body.startswith("Dear Dr. Halvard")
    assert read_mail(raw, now=NOW).address == "noor@halvard.example"


def test_a_mail_inside_a_mail_is_kept_as_forwarded() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "x@y.example", "Inner"
    inner.set_content("inner words")
    outer = EmailMessage()
    outer["From"] = "a@b.example"
    outer.set_content("outer words")
    outer.add_attachment(inner)
    body = read_mail(outer.as_bytes(), now=NOW).body
    assert "outer words" in body and "inner words" in body
    assert "inner" not in own_page(body).text


@pytest.mark.parametrize(
    ("date", "notice"),
    [("", NO_DATE), ("yesterday", NO_DATE), ("03/12/2026 9:15", NO_DATE), ("Fri, 1 Jan 2027 09:00:00 -0600", AHEAD)],
)
def test_a_day_that_is_not_clear_or_not_yet_here_is_left_open(date: str, notice: str) -> None:
    raw = a_mail(date="").replace(b"To: noor", f"Date: {date}\r\nTo: noor".encode() if date else b"To: noor")
    mail = read_mail(raw, now=NOW)
    assert mail.at is None and notice in mail.notices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 24 Nov 2026 07:15:00 -0600", "2026-11-24T13:15"),
        ("Tue, 24 Nov 2026 07:15:00 +0530", "2026-11-24T01:45"),
        ("24 Nov 2026 7:15 pm GMT+2", "2026-11-24T17:15"),
        ("November 24, 2026 at 9:15:00\u202fAM EST", "2026-11-24T14:15"),
        ("Nov 24, 2026, 9:15 a.m. CST", "2026-11-24T15:15"),
        ("2026-11-24T09:15:00+02:00", "2026-11-24T07:15"),
        ("Mon 11/23/2026 4:20 PM EST", "2026-11-23T21:20"),
        ("23/11/2026 16:20 GMT", "2026-11-23T16:20"),
        ("23.11.2026, 16:20 CET", "2026-11-23T15:20"),
        ("Mon 1/12/2026 9:00 UTC", "2026-01-12T09:00"),  # 1 December is a Tuesday
        ("1/12/2026 9:00 UTC", ""),  # two days it may be
        ("Mon 11/24/2026 9:00 UTC", ""),
        ("31/13/2026 9:00 UTC", ""),
        ("Mon, 24 Nov 2026 07:15:00 GMT", ""),  # that day is a Tuesday
        ("Tue, 24 Nov 2026 07:15:00 IST", ""),  # India, Ireland or Israel
        ("31 Feb 2026 10:00", ""),
        ("12 Foo 2026 10:00", ""),
        ("24 Nov 2026 25:00", ""),
        ("24 Nov 0001 10:00", ""),
    ],
)
def test_dates_are_read_as_mail_programs_write_them(text: str, expected: str) -> None:
    at, _ = written_at(text, now=NOW)
    assert (at.at if at else None) == (utc(expected) if expected else None)


def test_a_day_without_a_year_is_the_latest_one() -> None:
    at, _ = written_at("Dec 30, 9:15 AM", now=NOW)
    assert at is not None and at.local.year == NOW.local.year - 1


@pytest.mark.parametrize(
    ("said", "day"), [("9:15 AM (5 hours ago)", "2026-11-24"), ("11:40 PM (14 hours ago)", "2026-11-23")]
)
def test_a_time_some_hours_ago_is_of_today_or_of_the_night_before(said: str, day: str) -> None:
    mail = read_mail(f"A question\nInes Wexley\n{said}\nto me\n\nHello.\n".encode(), now=NOW)
    assert mail.at is not None and mail.at.local.date().isoformat() == day
    assert (mail.name, mail.address, mail.subject, mail.body) == ("Ines Wexley", "", "A question", "Hello.")
    assert written_at("9:15 AM", now=NOW) == (None, False)


def test_a_name_and_a_date_in_the_words_are_no_sender() -> None:
    text = "Please meet\nInes Wexley\nMon, Nov 23, 4:20 PM\nin the lobby."
    assert read_mail(text.encode(), now=NOW).body == text


def test_a_mail_beyond_the_limit_is_refused_in_a_sentence() -> None:
    with pytest.raises(RuleBroken, match=r"too large: up to 5 MB are read\. Nothing was changed"):
        read_mail(b"From: a@b.example\nMIME-Version: 1.0\n\n" + b"x" * 5_500_000, now=NOW)
    with pytest.raises(RuleBroken, match="the limit is 200,000"):
        read_mail(b"From: a@b.example\nMIME-Version: 1.0\n\n" + b"word \n" * 60_000, now=NOW)
    with pytest.raises(RuleBroken, match="characters of HTML"):
        text_of_html("<p>" * 200_000)


@pytest.mark.parametrize("mark", ["<!--", "<a ", "<", "&#", "<br", "</", "<?", "<!DOCTYPE [", "<a b='"])
def test_html_that_never_ends_what_it_begins_is_read_all_the_same(mark: str) -> None:
    assert "end" in text_of_html(f"{mark * 40_000} end")


def test_html_nested_too_deep_is_refused_in_a_sentence() -> None:
    with pytest.raises(RuleBroken, match="nested too deep"):
        text_of_html("<div>" * 5_000)


@pytest.mark.parametrize("raw", [b"", b"\n \n", a_mail(" "), b"From: a@b.example\nMIME-Version: 1.0\n\n"])
def test_a_mail_without_words_says_what_to_do(raw: bytes) -> None:
    with pytest.raises(RuleBroken, match="copy its words, and paste them"):
        read_mail(raw, now=NOW)


def test_parts_within_parts_without_end_are_refused_in_a_sentence() -> None:
    head = b"MIME-Version: 1.0\n"
    for number in range(2_000):
        head += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
    with pytest.raises(RuleBroken):
        read_mail(head + b"\nwords", now=NOW)


def test_what_acts_on_a_terminal_is_taken_out() -> None:
    mail = read_mail(a_mail("Hello\x1b]52;c;aGk=\x07 \u202eabc", subject="A \x1b[2Jnote"), now=NOW)
    assert not any(sign in mail.body + mail.subject for sign in "\x1b\x07\u202e")


EARLIER = (
    "Thanks.\n\nOn Mon, Nov 23, 2026 at 4:20 PM Noor Halvard <noor@halvard.example> wrote:\n> old\n",
    "Thanks.\n\nOn Mon, Nov 23, 2026 at 4:20 PM Noor Halvard\n<noor@halvard.example> wrote:\n\nold\n",
    "Thanks.\n\n-----Original Message-----\nFrom: Noor\nSent: today\n\nold\n",
    "Thanks.\n\nFrom: Noor Halvard <n@h.example>\nSent: Monday\nTo: Ines\nSubject: old\n\nold\n",
    "Thanks.\n\n________________________________\nFrom: Noor\n\nold\n",
    "Thanks.\n> old\n> old\n",
    "Thanks.\n\nBegin forwarded message:\n\nFrom: x\nold\n",
)


@pytest.mark.parametrize("text", EARLIER)
def test_earlier_mail_is_kept_and_known_as_such(text: str) -> None:
    page = own_page(text)
    assert len(page.text) == len(text)
    assert page.text.strip() == "Thanks."
    assert read_mail(text.encode(), now=NOW).body == text.strip("\n")


@pytest.mark.parametrize(
    "head",
    [
        "Von: {0}\nGesendet: {1}\nAn: Noor Halvard\nBetreff: {2}\n",
        "De: {0}\nEnviado el: {1}\nPara: Noor Halvard\nAsunto: {2}\n",
        "De : {0}\nEnvoyé : {1}\nÀ : Noor Halvard\nObjet : {2}\n",
        "Da: {0}\nInviato: {1}\nA: Noor Halvard\nOggetto: {2}\n",
        "Od: {0}\nWysłano: {1}\nDo: Noor Halvard\nTemat: {2}\n",
        "Feladó: {0}\nDátum: {1}\nCímzett: Noor Halvard\nTárgy: {2}\n",
        "מאת: {0}\nתאריך: {1}\nאל: Noor Halvard\nנושא: {2}\n",
    ],
)
def test_a_mail_program_in_another_language_is_read_too(head: str) -> None:
    text = head.format(f"{SENDER[0]} <{SENDER[1]}>", "23.11.2026 16:20", "A short question") + "\nDear Noor,\n"
    mail = read_mail(text.encode(), now=NOW)
    assert (mail.name, mail.address, mail.subject, mail.body) == (*SENDER, "A short question", "Dear Noor,")
    assert mail.at is not None and mail.at.local.isoformat() == "2026-11-23T16:20:00+01:00"


@pytest.mark.parametrize("text", ["De: the first word\nA: the second", "A: yes\nDo: tell\nDa: wait\nOf course."])
def test_words_that_only_look_like_header_lines_stay_words(text: str) -> None:
    mail = read_mail(text.encode(), now=NOW)
    assert mail.body == text and not mail.has_head


@pytest.mark.parametrize(
    "line",
    [
        "Am Mo., 23. Nov. 2026 um 16:20 Uhr schrieb Noor Halvard <noor@halvard.example>:",
        "El lun, 23 nov 2026 a las 16:20, Noor Halvard (<noor@halvard.example>) escribió:",
        "Le lun. 23 nov. 2026 à 16:20, Noor Halvard <noor@halvard.example> a écrit :",
        "W dniu pon., 23 lis 2026 o 16:20 Noor Halvard <noor@halvard.example> napisał(a):",
    ],
)
def test_earlier_mail_is_known_by_its_first_line_in_other_languages(line: str) -> None:
    assert own_page(f"Thanks.\n\n{line}\n\nWhere else did you interview?").text.strip() == "Thanks."


@given(
    st.binary(max_size=600), st.sampled_from([b"", b"MIME-Version: 1.0\nFrom: ", b"Content-Type: multipart/mixed; "])
)
@example(b"\xff\xfe", b"")
@example(b"<<>@[", b"MIME-Version: 1.0\nFrom: ")
@example(b"From: =?utf-8?q?=41?= <a@[b\n\nx", b"MIME-Version: 1.0\n")
def test_no_bytes_at_all_break_the_reading(rest: bytes, start: bytes) -> None:
    try:
        mail = read_mail(start + rest, now=NOW)
    except RuleBroken as refusal:
        assert str(refusal).endswith(".")
    else:
        assert mail.body.strip()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Wexley, Ines, MD <i@w.example>", ("Wexley, Ines, MD", "i@w.example")),
        ('"Wexley, Ines" <i@w.example>', ("Wexley, Ines", "i@w.example")),
        ("i@w.example", ("", "i@w.example")),
        ("=?utf-8?Q?In=C3=A9s?= <i@w.example>", ("Inés", "i@w.example")),
        ("Ines Wexley", ("Ines Wexley", "")),
        ("<i@@w.example>", ("", "")),
    ],
)
def test_a_sender_is_read_however_badly_it_is_written(shown: str, expected: tuple[str, str]) -> None:
    raw = a_mail(sender="").replace(b"To: noor", f"From: {shown}\r\nTo: noor".encode())
    mail = read_mail(raw, now=NOW)
    assert mail.address == expected[1] and (mail.name == expected[0] or expected == ("", ""))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<!-- <b>hidden</b> -->two</p>", "onetwo"),
        ("one<!-- never ends", "one never ends"),
        ("<table><tr><td>Thu</td><td>9:00</td></tr><tr><td>Fri</td></tr></table>", "Thu  9:00\nFri"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a</p></p></div><p>b", "a\n\nb"),
        ("<blockquote>x<blockquote>y</blockquote></blockquote>z", "> x\n\n> > y\n\nz"),
        ("<a href='https://a.example/'>https://a.example</a>", "https://a.example"),
        ("<a href='javascript:x'>press</a> <a>bare</a>", "press bare"),
        ("<p>wide</p><img src='data:" + "A" * 5_000 + "'>", "wide"),
        ("5 < 6 &lt;b&gt;", "5 < 6 <b>"),
        ("<div hidden style='visibility: hidden'>a</div>b", "b"),
        ("<h2>Day</h2>text<hr>more", "Day\n\ntext\nmore"),
        ("<html><head><title>t</title><body><p>a</p></body></html>", "a"),
        ("<head><style>p{}</style><p>a</p>", "a"),
        ("<blockquote><html><head></head><body>a</body></html></blockquote>b", "> a\n\nb"),
    ],
)
def test_what_html_shows_is_what_is_read(html: str, text: str) -> None:
    assert text_of_html(html) == text


PARTS = (
    "--xyz\nContent-Type: text/plain; charset=utf-8\n\nDear José.\n\n"
    "--xyz\nContent-Type: text/html\n\n<p>no</p>\n--xyz--\n"
)


@pytest.mark.parametrize(
    ("head", "rest", "words"),
    [
        ("multipart/alternative", PARTS, "Dear José."),
        ('multipart/alternative; boundary="other"', PARTS, "Dear José."),
        ("multipart/alternative; boundary=", PARTS, "Dear José."),
        ("multipart/mixed", "Dear José,\n\nplain words.\n", "Dear José,\n\nplain words."),
        ("multipart/mixed", "<html><body><p>Dear José</p></body></html>", "Dear José"),
        ("multipart/mixed\nContent-Transfer-Encoding: quoted-printable", "Dear Jos=C3=A9", "Dear José"),
        ("multipart/mixed\nContent-Transfer-Encoding:", "Dear José", "Dear José"),
    ],
)
def test_parts_that_are_not_marked_as_promised_are_read_as_far_as_they_go(head: str, rest: str, words: str) -> None:
    raw = f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: {head}\n\n{rest}"
    mail = read_mail(raw.encode(), now=NOW)
    assert mail.body == words and mail.address == "a@b.example"
    assert BROKEN_PARTS in mail.notices


class Broken(EmailMessage):
    """A part on which Python's parser gives up."""

    def get_filename(self, failobj: object = None) -> str:
        raise IndexError

    def get_param(self, *args: object, **told: object) -> str:
        raise LookupError

    def get_payload(self, i: object = None, decode: bool = False) -> str:  # type: ignore[override]
        if decode:
            raise AssertionError
        return "words"


def test_a_part_the_parser_gives_up_on_is_read_as_it_stands() -> None:
    part = Broken()
    part["Content-Type"] = "application/pdf"
    part["Content-Disposition"] = "attachment"
    assert mail_parts.attachments(part) == ("a file",)
    assert mail_parts._decoded(part, []) == "words"


def test_a_mail_with_parts_without_number_is_read_as_far_as_people_write() -> None:
    head = b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    parts = b"".join(b"--x\nContent-Disposition: attachment; filename=%d.txt\n\nx\n" % number for number in range(400))
    mail = read_mail(head + b"--x\n\nThe words.\n" + parts + b"--x--\n", now=NOW)
    assert mail.body == "The words." and "0.txt" in " ".join(mail.notices)


def test_a_long_line_of_readers_belongs_to_the_header_lines() -> None:
    mail = read_mail(OUTLOOK.replace("Cc: ", "Cc: a@b.example;\n    ").encode(), now=NOW)
    assert mail.subject == "A short question" and mail.body.startswith("Dear Dr. Halvard")


def test_my_own_mail_without_another_inside_stays_mine() -> None:
    raw = a_mail("Just me.", sender="n@h.example")
    assert read_mail(raw, now=NOW, own_address="n@h.example").body == "Just me."
