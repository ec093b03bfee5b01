"""Mail that came in, as files and as people copy it, for the tests of reading."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

WORDS = (
    "Dear Dr. Halvard,\n\nThank you for meeting us. Which other programs have you interviewed with?\n\nInes Wexley\n"
)


def a_mail(
    body: str = WORDS,
    *,
    sender: str = "Ines Wexley <ines.wexley@brightwater.example>",
    subject: str = "A short question",
    date: str = "Mon, 23 Nov 2026 16:20:00 -0600",
    html: str = "",
    **headers: str,
) -> bytes:
    """A mail file as a mail program saves it."""
    message = EmailMessage(policy=SMTP)
    for name, value in {"From": sender, "Subject": subject, "Date": date, "To": "noor@halvard.example"}.items():
        if value:
            message[name] = value
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if body:
        message.set_content(body)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message.as_bytes()


OUTLOOK = """From: Wexley, Ines <ines.wexley@brightwater.example>
Sent: Monday, November 23, 2026 4:20 PM
To: Noor Halvard <noor@halvard.example>
Cc: Coordinator <office@brightwater.example>
Subject: A short question

Dear Dr. Halvard,

Thank you for meeting us.
"""
APPLE = """From: Ines Wexley <ines.wexley@brightwater.example>
Subject: A short question
Date: November 23, 2026 at 4:20:00\u202fPM CST
To: Noor Halvard <noor@halvard.example>

Dear Dr. Halvard,

Thank you for meeting us.
"""
GMAIL = """A short question
Inbox

Ines Wexley <ines.wexley@brightwater.example>
Mon, Nov 23, 4:20 PM (22 hours ago)
to me

Dear Dr. Halvard,

Thank you for meeting us.
"""
FORWARDED = """---------- Forwarded message ---------
From: Ines Wexley <ines.wexley@brightwater.example>
Date: Mon, Nov 23, 2026 at 4:20 PM
Subject: A short question
To: Noor Halvard <noor@halvard.example>


Dear Dr. Halvard,

Thank you for meeting us.
"""
GMAIL_LABELS = """A short question
External
Inbox
Search for all messages with label Inbox
Remove label Inbox from this conversation

Ines Wexley <ines.wexley@brightwater.example>
Mon, Nov 23, 4:20 PM (22 hours ago)
to me, Coordinator

Dear Dr. Halvard,

Thank you for meeting us.

Reply
Reply all
Forward
"""
GMAIL_SOURCE = """Original Message
Message ID\t<CAF1234@mail.brightwater.example>
Created on:\tMon, Nov 23, 2026 at 4:20 PM (Delivered after 2 seconds)
From:\tInes Wexley <ines.wexley@brightwater.example>
Subject:\tA short question
SPF:\tPASS with IP 192.0.2.41 Learn more

Download Original
Copy to clipboard

Delivered-To: noor@halvard.example
Received: by 2001:db8::1 with SMTP id x;
        Mon, 23 Nov 2026 14:20:03 -0800 (PST)
From: Ines Wexley <ines.wexley@brightwater.example>
Date: Mon, 23 Nov 2026 16:20:00 -0600
Subject: A short question
Content-Type: text/plain; charset="UTF-8"

Dear Dr. Halvard,

Thank you for meeting us.
"""
OUTLOOK_PAGE = """A short question

Ines Wexley<ines.wexley@brightwater.example>
\u200bYou;\u200bCoordinator\u200b
Mon 11/23/2026 4:20 PM
Dear Dr. Halvard,

Thank you for meeting us.
"""
OUTLOOK_PANE = """A short question

Ines Wexley <ines.wexley@brightwater.example>
Mon 11/23/2026 4:20 PM
To:\u200bNoor Halvard <noor@halvard.example>

Dear Dr. Halvard,

Thank you for meeting us.
"""
