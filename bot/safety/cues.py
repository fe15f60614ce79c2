"""What a message says about itself: when it speaks of, of whom, where, and whether it asks or tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.safety.hints import hints_in
from bot.safety.present_danger import describes_danger
from bot.safety.route import asks_for_a_route
from bot.safety.setting import is_about_a_rule, is_past, says_now, told_part

if TYPE_CHECKING:
    from collections.abc import Sequence

_AS_TYPED = (
    ("a clock time", r"\d[:.]\d\d"),
    ("asks at the end", r"\?\s*\Z"),
    ("asks somewhere", r"\?"),
)
_IN_PLAIN_WORDS = (
    ("a child", (r"\b(?:child|kid|boy|girl|baby|toddler|newborn|teen|lad|lass|pupil|daughter|son"
     r"|sister|brother|year old|yp|young (?:person|man|woman)|little ones?|twins?|he|she|they)\b")),
    ("a minute ago", r"\b(?:mins?|minutes?|hours?|seconds?) ago\b"),
    ("a year", r"\b(?:19|20)\d\d\b"),
    ("an age", r"\b\d{1,2} (?:year|month|week|day)"),
    ("asks first", r"\A(?:what|who|how|which|when|where|why|is|are|do|does|can|could|should|has)\b"),
    ("going home", r"\b(?:home time|pick up|collect\w*|leav\w+|going home|end of (?:the )?day|until|till|by) "),
    ("here", (r"\b(?:here|in front of me|in my|with me|outside|beside me"
     r"|in the (?:room|next room|waiting room|car park))\b")),
    ("he or she", r"\b(?:he|she|him|her)\b"),
    ("just", r"\bjust\b"),
    ("many", (r"\b(?:children|babies|parents|families|teenagers|young people|practitioners"
     r"|professionals|reviews|cases)\b")),
    ("says", r"\b(?:says?|said|told|tells|shown|showed)\b"),
    ("the writer", r"\b(?:i|my|me|we|our|us)\b"),
    ("the writer is or has", r"\b(?:i am|i have|we have|i can)\b"),
)  # fmt: skip
_TYPED = tuple((name, re.compile(pattern)) for name, pattern in _AS_TYPED)
_PLAIN = tuple((name, re.compile(pattern)) for name, pattern in _IN_PLAIN_WORDS)
_LONGEST = 4096
_LENGTHS = (3, 5, 7, 10, 15, 25)  # words
_MOST_KINDS = 8


def cues_of(text: str, sentences: Sequence[str]) -> set[str]:
    """The names of what holds for a message, as typed and as its sentences in plain words."""
    whole = " , ".join(sentences)
    typed = text[:_LONGEST]
    cues = {name for name, pattern in _TYPED if pattern.search(typed)}
    cues |= {name for name, pattern in _PLAIN if pattern.search(whole)}
    cues |= _setting(whole, sentences)
    hints = hints_in(whole)
    cues |= {f"hint of {kind}" for kind in hints}
    cues |= {f"hints of {count} kinds" for count in range(1, min(len(hints), _MOST_KINDS) + 1)}
    if describes_danger(whole):
        cues.add("danger in plain words")
    length = sum(len(whole.split()) >= one for one in _LENGTHS)
    return cues | {f"length {length}"}


def _setting(whole: str, sentences: Sequence[str]) -> set[str]:
    told = [told_part(one) for one in sentences]
    holds = {
        "the past": is_past(whole),
        "a rule": is_about_a_rule(whole),
        "now": says_now(whole),
        "a route": asks_for_a_route(whole),
        "only asks": not any(told),
        "asks in a sentence": any(one != part for one, part in zip(sentences, told, strict=True)),
    }
    return {name for name, so in holds.items() if so}
