"""What the Telegram channel itself says. Everything about safeguarding comes from the guide."""

DANGER = "If anyone is in danger now, call 999."

START = (
    "Or type a question. No names. An automated guide, not a person and not AI; it keeps nothing."
)
TEXT_ONLY = (
    "I can read text only. Please send no pictures, recordings or documents of people. "
    f"Type your question in a few words, without names. {DANGER}"
)
NOT_READ = f"I could not read that message. Please type your question in a few words. {DANGER}"
WENT_WRONG = (
    "Something went wrong here, and I could not answer. Nothing about your message was kept. "
    f"Type /start and try again. Reference {{}}. {DANGER}"
)
TOO_MANY = (
    "You have sent many messages in one minute, so I stop answering until the next minute. "
    f"Then send the last one again. {DANGER}"
)
TOO_MANY_TAPS = f"Please wait a minute, then tap again. {DANGER}"
NOT_ALLOWED = (
    "This guide is open only to people whom its operator has added. Ask your safeguarding lead. "
    f"{DANGER}"
)
IN_PRIVATE = (
    "I answer questions about a case in a private chat, so that nothing about it stands in a "
    f"group. {DANGER}"
)
JOINED = (
    "I am an automated guide to child safeguarding practice reviews. In a group, use a command "
    "with my name, such as /check@{}, or reply to me. Please keep cases out of the group: use a private chat. "
    f"{DANGER}"
)
SCREENS = {
    "check": "Check what to do",
    "notify": "Whom to tell, step by step",
    "reviews": "Local reviews",
    "learning": "Learning",
    "topics": "Plain answers",
    "themes": "Themes",
    "contacts": "Phone numbers",
    "about": "About",
    "privacy": "What I keep",
    "changes": "What changed",
    "help": "How to use this",
    "start": "Start page",
}
"""Screens with a name of their own, in few words. Their whole titles can be typed as well."""
WAYS_ON = {
    "help": "What does it mean?",
    "sofar": "No time? What to do so far",
    "steps": "All your steps",
    "why": "Why, with sources",
    "turns": "What would change",
    "alsoif": "Also, if…",
    "council": "The council\N{RIGHT SINGLE QUOTATION MARK}s part",
    "record": "Record to fill in",
    "add_date": "Add the date",
    "restart": "Start again",
}
"""Ways on within a case or a list, by what they are."""
OPTIONS = {
    "Not born, or born with no sign of life": "Not born, no sign of life",
    "No, I have checked and nobody has this worry": "No: checked, nobody has this worry",
    "The harm was not serious, or it was a near miss": "Not serious, or a near miss",
    "They may have been seriously harmed": "May have been seriously harmed",
    "Not sure, or not sure whether it counts": "Not sure, or whether it counts",
}
"""Options whose words are too long for a button; the text above has the whole of them."""
FILES = {
    "record": "Record (Word)",
    "recordtext": "Record (text)",
    "calendar": "First calendar",
    "calendar-2": "Second calendar",
    "calendar-3": "Third calendar",
    "calendar-4": "Fourth calendar",
    "timeline": "Timeline picture",
    "timelinesvg": "Timeline drawing",
}
"""Files in few words, by the first part of their address, where a screen has many."""
CHANGE = "Change an answer"
CHANGE_ONE = "Change: "
TO_CHANGE = "To change an answer, choose it below."
CHANGE_DATE = "Change the date"
BACK = "Back"
AS_COUNCIL = "I\N{RIGHT SINGLE QUOTATION MARK}m at the council"
AS_AGENCY = "Another agency"
OPEN_PRIVATE = "Open a private chat"
CONTINUE = "Continue in a private chat"
SHARE = "Link to this page"
DELETE_OFFER = "Delete my message"
DELETED = "Your message is deleted from this chat. I kept nothing of it."
NOT_DELETED = (
    "I could not delete it: Telegram lets me delete only messages of the last 48 hours. "
    "You can still do it: press and hold your message, then choose Delete."
)
PICTURE = "What this picture shows stands as text in the message with the outcome."
OPEN_IN_TELEGRAM = "Open in the guide"

DESCRIPTION = (
    "A guide for practitioners: does this appear to meet the criteria for a child safeguarding "
    "practice review, whom to tell, and what was learned before. Automated, not a person. "
    f"Please type no names or details of people. {DANGER}"
)
SHORT_DESCRIPTION = "Child safeguarding practice reviews: criteria, whom to tell, learning."
