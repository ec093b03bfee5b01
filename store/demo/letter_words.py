"""The words of the letters that the invented applicant wrote."""

from __future__ import annotations

from store.words import Kind, LetterState, Promise

SENT = (
    (
        "marrow",
        Kind.ACCEPT,
        "coordinator",
        -22,
        "Interview on the day we agreed, Lena Korvath",
        "invited-marrow",
        "Thank you for the invitation. I accept with pleasure and have the morning start on your clock in my "
        "calendar. "
        "If it suits, I would be glad to speak with a resident of the exchange program.",
    ),
    (
        "fenwick",
        Kind.ACCEPT,
        "coordinator",
        -18,
        "Accepting the interview, Lena Korvath",
        "invited-fenwick",
        "I am delighted to accept, and I have noted the start on your clock and on mine. "
        "A short look at the clinic inside the school would mean much to me.",
    ),
    (
        "brightwater",
        Kind.ACCEPT,
        "coordinator",
        -25,
        "Accepting the interview, Lena Korvath",
        "",
        "Thank you for thinking of me. I accept the date you offered and look forward to meeting the transport team.",
    ),
    (
        "tamsin",
        Kind.ACCEPT,
        "coordinator",
        -14,
        "Accepting the interview, Lena Korvath",
        "",
        "Thank you for the invitation to interview with you. I am glad to take the first of the dates you named.",
    ),
    (
        "inkwell",
        Kind.DECLINE,
        "coordinator",
        -28,
        "Interview invitation, Lena Korvath",
        "",
        "Thank you for your kind invitation. I must let this place go to another candidate, "
        "and I wish you and your residents a good season.",
    ),
    (
        "pinnacle",
        Kind.CANCEL,
        "coordinator",
        -13,
        "Canceling my interview, Lena Korvath",
        "",
        "I write to release my interview with you so that another candidate can have it. "
        "I am grateful for the time you set aside.",
    ),
    (
        "osprey",
        Kind.WAITLIST,
        "coordinator",
        -19,
        "Cancellation list, Lena Korvath",
        "full-osprey",
        "I understand that every date is taken. Please add me to the list for places that open; "
        "I can join at a day's notice, whichever morning it is.",
    ),
    (
        "ravensford",
        Kind.WAITLIST,
        "coordinator",
        -15,
        "Cancellation list, Lena Korvath",
        "",
        "The date I would have chosen was gone when I answered. I would be grateful for a place on your list.",
    ),
    (
        "bracken",
        Kind.INTEREST,
        "coordinator",
        -22,
        "Applicant who rotated with you, Lena Korvath",
        "",
        "I am a US citizen trained in Poland and need no visa sponsorship. Eight weeks on your general "
        "pediatrics service "
        "showed me how your residents teach one another at the bedside, and I hope to learn among them.",
    ),
    (
        "thistledown",
        Kind.THANK_YOU,
        "program-director",
        -13,
        "Thank you for our conversation, Lena Korvath",
        "",
        "Thank you for telling me how your interns lead the delivery team. I left thinking of the first time "
        "I held a mask to a newborn's face, and of how much I still want to learn there.",
    ),
    (
        "thistledown",
        Kind.THANK_YOU,
        "interviewer",
        -13,
        "Thank you for your question, Lena Korvath",
        "",
        "Your question about screening for jaundice at home has stayed with me, and I have read two papers since. "
        "I enjoyed thinking aloud with you.",
    ),
    (
        "nettlecombe",
        Kind.THANK_YOU,
        "program-director",
        -23,
        "Thank you for our conversation, Lena Korvath",
        "",
        "Your account of the first exchange year made the partnership real to me. Thank you for your candor.",
    ),
    (
        "nettlecombe",
        Kind.QUESTION,
        "coordinator",
        -10,
        "A question about the exchange, Lena Korvath",
        "",
        "May second-year residents join the exchange in Peru, or is it kept for the third year? I could not "
        "find it on your page.",
    ),
    (
        "rookery",
        Kind.QUESTION,
        "coordinator",
        -3,
        "A question about the clinic, Lena Korvath",
        "",
        "How many half days a week do interns spend in their own clinic during the winter months?",
    ),
    (
        "brightwater",
        Kind.LOGISTICS,
        "coordinator",
        -4,
        "Time of our interview, Lena Korvath",
        "",
        "May I confirm that we begin at nine on your clock, and that the link you sent is the one for the whole day?",
    ),
    (
        "thistledown",
        Kind.FIRST_RANK,
        "program-director",
        -2,
        "My first choice, Lena Korvath",
        "",
        "After all my visits I am certain of one thing. I will rank Thistledown University first. "
        "The way your interns lead at deliveries is the training I hope for.",
    ),
    (
        "quillmere",
        Kind.HIGH_RANK,
        "program-director",
        -1,
        "My interest in your program, Lena Korvath",
        "",
        "The research afternoons and the warmth of your Wednesdays have stayed with me. I will rank your "
        "program highly.",
    ),
    (
        "nettlecombe",
        Kind.UPDATE,
        "program-director",
        -5,
        "A poster accepted, Lena Korvath",
        "",
        "My poster on jaundice screening was accepted for a meeting in spring. I remain very interested in "
        "your program.",
    ),
)
"""Program key, kind, role written to, days from today, subject, key of the letter it answers, words."""

PROMISES = {
    ("thistledown", Kind.FIRST_RANK): Promise.FIRST,
    ("quillmere", Kind.HIGH_RANK): Promise.HIGH,
    ("nettlecombe", Kind.UPDATE): Promise.INTEREST,
    ("bracken", Kind.INTEREST): Promise.INTEREST,
}
"""What a sent letter says of ranking, by program key and kind; the others promise nothing."""

UNSENT = (
    (
        "quillmere",
        Kind.THANK_YOU,
        "program-director",
        LetterState.DRAFT,
        "Thank you for our conversation, Lena Korvath",
        "Thank you for the time you gave me. [what he said about his years in the mission hospital] "
        "I have told the story twice since.",
    ),
    (
        "quillmere",
        Kind.THANK_YOU,
        "interviewer",
        LetterState.READY,
        "Thank you for our conversation, Lena Korvath",
        "Thank you for explaining how parents learn tube feeding on your ward. I had never thought of the "
        "first night at home "
        "as part of the treatment, and now I cannot think of it otherwise.",
    ),
    (
        "pellam",
        Kind.ACCEPT,
        "coordinator",
        LetterState.DRAFT,
        "Accepting the interview, Lena Korvath",
        "Thank you for your invitation. I accept with pleasure and would choose [which of the dates offered].",
    ),
    (
        "fenwick",
        Kind.RESCHEDULE,
        "coordinator",
        LetterState.READY,
        "Asking for another date, Lena Korvath",
        "Thank you again for the interview we have agreed on, which I look forward to. I have since seen that a "
        "previously scheduled interview runs into it on your clock. Might I move to another morning of that week, or "
        "to any day of the week after? I will keep our present time until I hear from you, and I am sorry for the "
        "work this makes.",
    ),
    (
        "amberley",
        Kind.INTEREST,
        "coordinator",
        LetterState.DRAFT,
        "Applicant with family in Amberley, Lena Korvath",
        "I am a US citizen trained in Poland and need no visa sponsorship. My aunt and two cousins live "
        "close to your hospital. "
        "[what draws you to this program, in two sentences]",
    ),
)
"""Program key, kind, role written to, how far it is, subject, words."""
