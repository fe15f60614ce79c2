"""Ways through the dialogue, taken as a reader takes them."""

from __future__ import annotations

from functools import cache

from bot.channels.web.own_screens import OWN_SCREENS
from bot.guide import Guide
from bot.screen import Screen, numbered


def action(screen: Screen, name: str) -> str:
    return next(one.address for one in screen.actions if one.id == name)


def ended(guide: Guide) -> Screen:
    """The outcome after the first option of every question."""
    screen = guide.open("check")
    while screen.question:
        screen = guide.open(screen.question.choices[0].address)
    return screen


def answers(guide: Guide) -> Screen:
    """Check-your-answers of that outcome."""
    return guide.open(action(ended(guide), "back"))


@cache
def outcome(guide: Guide) -> str:
    return ended(guide).address


@cache
def date(guide: Guide) -> str:
    return action(guide.open(outcome(guide)), "add_date")


@cache
def dated_outcome(guide: Guide) -> str:
    asked = guide.open(date(guide)).question
    assert asked
    confirm = guide.open(asked.choices[0].address)
    assert confirm.question
    return confirm.question.choices[0].address


def kinds_of_page(guide: Guide) -> dict[str, str]:
    """One path for each distinct kind of page."""
    reviews, learning = guide.open("reviews"), guide.open("learning")
    dated = date(guide)
    confirmed = guide.open(dated).question
    assert confirmed
    return {
        "start": "/",
        "question": "/check",
        "help": f"/{action(guide.open('check'), 'help')}",
        "answers": f"/{answers(guide).address}",
        "change": f"/{action(answers(guide), 'change')}",
        "outcome": f"/{outcome(guide)}",
        "date": f"/{dated}",
        "confirm-date": f"/{confirmed.choices[0].address}",
        "dated-outcome": f"/{dated_outcome(guide)}",
        "cases-alike": f"/{action(guide.open(outcome(guide)), 'learning')}",
        "roles": "/notify",
        "step": f"/{numbered(guide.open('notify'))[0][1]}",
        "reviews": "/reviews",
        "learning": "/learning",
        "filter": f"/{action(learning, 'filter')}",
        "review": f"/{numbered(reviews)[0][1]}",
        "national": f"/{numbered(learning)[0][1]}",
        "topics": "/topics",
        "topic": "/topic_rapid-review",
        "themes": "/themes",
        "theme": "/theme_neglect",
        "contacts": "/contacts",
        "changes": "/changes",
        "words": "/help",
        "privacy": "/privacy",
        "about": "/about",
        **{name: f"/{name}" for name in OWN_SCREENS},
        "unknown": "/no-such-address",
    }
