"""What speaks for and against words being the name of somebody who should be left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.privacy.ages import (
    AGE,
    AGE_AFTER,
    AGE_BEFORE,
    AGE_WITH_UNIT,
    BIRTH_AFTER,
    CLASS_AFTER,
)
from bot.privacy.candidates import SURELY_A_NAME, candidates, is_named
from bot.privacy.tokens import Case, Kind, Tokens
from bot.privacy.words import (
    A_REVIEW,
    BODIES,
    COURTESIES,
    FUNCTION_WORDS,
    LITTLE,
    PERSON,
    TELLING,
    TITLES,
    TITLES_OF_AUTHORS,
    VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.privacy.candidates import Candidate

_ABOUT = re.compile(
    r"\b"
    r"(?:about|regarding|re|for|with|concerning|on|of|called|is|to|by|visited|met|saw|see|seen"
    r"|placed?|discuss|discussed|know|knew|support|assess|assessing|referred|removed|remove|asked"
    r"|have|thinking of|e\.g|like|supporting|contact|that|case|told|has|child|pupil)\W{0,3}$"
)
_HEADING = re.compile(
    r"(?:^|[.!?\n]\s?)(?:re|case|child|patient|pt|subject|pupil|family|name|ours|q)\s?[:=]\s?$"
)
_OF_THE_MESSAGE = {
    "ages": AGE,
    "pronouns": re.compile(r"\b(?:he|she|him|her|his|hes|shes|he's|she's|hers)\b"),
    "ours": re.compile(r"\b(?:i|i'm|im|i've|my|our|ours|we|we've|us|me)\b"),
    "numbers": re.compile(r"\d{5}|\b\d{3}[ \-]\d{3}[ \-]\d{4}\b|\bdob\b|d\.o\.b|@"),
    "asks": re.compile(
        r"^\W*"
        r"(?:what|which|who|how|why|when|where|is|are|was|were|does|do|did|has|have|can|could"
        r"|tell me|compare|will|would)\b"
    ),
}
_BEFORE = {"age-before": AGE_BEFORE, "about": _ABOUT, "heading": _HEADING}
_AFTER = {
    "age-unit": AGE_WITH_UNIT,
    "age-after": AGE_AFTER,
    "class-after": CLASS_AFTER,
    "birth-after": BIRTH_AFTER,
}
_WORD_BEFORE = {
    "author": TITLES_OF_AUTHORS,
    "little": LITTLE,
}
_OPENING = frozenset({",", "(", ":", "is", "=", "-", "'", '"'})
_MARKS = frozenset(",(.:?&-/)\"'")
_FEW_WORDS = 8
_TITLE_WITHIN = 4
_ALWAYS = frozenset({"mr", "mrs"})
_LISTED = frozenset({Kind.GIVEN, Kind.GIVEN_OR_WORD, Kind.SURNAME})
_WHOSE = frozenset({"her", "his", "their", "child", "baby", "girl", "boy"})
COURTESY = "courtesy"
"""The clue that is enough alone: a person is called Mr, Mrs, Ms or Miss, or "her name is"."""
_REVIEW_WITHIN = 3


class Message:
    """A message with the names that could stand in it, and what speaks for each.

    Args:
        text: as typed.
        published: published names, folded: pairs of words, and single ones.
        forgotten: listed names to be read as unknown words; for learning only.
    """

    def __init__(
        self, text: str, published: Collection[str] = (), forgotten: Collection[str] = ()
    ) -> None:
        self._tokens = Tokens(text, forgotten)
        self._published = published
        self._times = Counter(self._tokens.words)
        self._marks = tuple(self._of_the_message())

    def readings(self) -> Iterator[tuple[str, ...]]:
        """For each place where a name could stand: what speaks for and against it."""
        for one in candidates(self._tokens, self._published):
            name = self._looks(one)
            beside = (*self._before(one), *self._after(one), *self._within(one), *self._marks)
            yield (name, *beside, *(f"{name} {clue}" for clue in beside))

    def _of_the_message(self) -> Iterator[str]:
        low = self._tokens.low
        for mark, pattern in _OF_THE_MESSAGE.items():
            if pattern.search(low):
                yield mark
        if not A_REVIEW.isdisjoint(self._times):
            yield "review"
        if len(self._tokens) <= _FEW_WORDS:
            yield "few-words"

    def _looks(self, one: Candidate) -> str:
        """How the words look by the lists and by their capitals."""
        tokens = self._tokens
        kinds = tokens.kinds[one.start : one.end]
        case = tokens.cases[one.start]
        if kinds[0] is Kind.GIVEN:
            return f"{kinds[0]}+" if len(kinds) > 1 else str(kinds[0])  # its case hides nothing
        if len(kinds) == 1:
            return f"{kinds[0]}/{case}"
        if case is Case.START and Case.CAPITAL in tokens.cases[one.start : one.end]:
            case = Case.CAPITAL
        if SURELY_A_NAME.issuperset(kinds):
            return f"sure+sure/{case}"
        last = "sure" if kinds[-1] in SURELY_A_NAME else str(kinds[-1])
        return f"{kinds[0]}+{last}/{case}"

    def _within(self, one: Candidate) -> Iterator[str]:
        tokens = self._tokens
        words = tokens.words[one.start : one.end]
        if len(words) > 1:
            yield "more-words"
        if any("-" in word for word in words):
            yield "hyphen"
        if words[0] in self._published or words[-1] in self._published:
            yield "public-word"
        if self._times[words[0]] > 1:
            yield "repeated"
        if not BODIES.isdisjoint(tokens.words[one.start + 1 : one.end + 1]):
            yield "body"
        if not A_REVIEW.isdisjoint(tokens.words[one.end : one.end + _REVIEW_WITHIN]):
            yield "then-review"

    def _before(self, one: Candidate) -> Iterator[str]:
        tokens, at = self._tokens, one.start
        previous = tokens.word(at - 1)
        if is_named(tokens, at):
            yield "called"
            if tokens.kinds[at] in _LISTED and _whose_name(tokens.words[max(0, at - 4) : at]):
                yield COURTESY
        if not TITLES.isdisjoint(tokens.words[max(0, at - _TITLE_WITHIN) : at]):
            yield "title-near"
        title = self._title_before(at)
        if title:
            yield "title"
        if title in COURTESIES and (title in _ALWAYS or tokens.cases[at] is not Case.SMALL):
            yield COURTESY
        for clue, words in _WORD_BEFORE.items():
            if previous in words:
                yield clue
        if previous in PERSON:
            yield "role"
        if previous in _OPENING and tokens.word(at - 2) in PERSON:
            yield "role,"
        head = tokens.before(at)
        for clue, pattern in _BEFORE.items():
            if pattern.search(head):
                yield clue
        yield f"<{self._sort(at - 1)}"

    def _after(self, one: Candidate) -> Iterator[str]:
        tokens, last = self._tokens, one.end - 1
        tail = tokens.after(last)
        for clue, pattern in _AFTER.items():
            if pattern.match(tail):
                yield clue
        following = (tokens.word(one.end), tokens.word(one.end + 1))
        if tokens.is_owner(last):
            yield "owner" if PERSON.isdisjoint(following) else "owner-of-person"
            if not BODIES.isdisjoint(following):
                yield "owner-of-body"
        elif following[0] in VERBS:
            yield "verb-after"
        elif following[0] in {",", "("} and following[1] in TELLING:
            yield "told-of"
        yield f">{self._sort(one.end)}"

    def _title_before(self, at: int) -> str:
        """A title before the words, with or without an initial between: "Ms K. Nowicka"."""
        tokens = self._tokens
        before = at - 1
        while before >= 0 and len(tokens.word(before)) == 1 and at - before < _TITLE_WITHIN:
            before -= 1
        return tokens.word(before) if tokens.word(before) in TITLES else ""

    def _sort(self, at: int) -> str:
        """What stands at a place, in few words."""
        tokens = self._tokens
        word = tokens.word(at)
        if not word:
            return "edge"
        if not word[0].isalpha():
            return "number" if word[0].isdigit() else word if word in _MARKS else "mark"
        if word in FUNCTION_WORDS:
            return word
        if word in VERBS:
            return "verb"
        if word in PERSON:
            return "person"
        capital = "-capital" if tokens.cases[at] in {Case.CAPITAL, Case.ALL} else ""
        return f"{tokens.kinds[at]}{capital}"


def _whose_name(before: Sequence[str]) -> bool:
    """Whether the words before say whose name comes, as "her name was" does."""
    return "name" in before and not _WHOSE.isdisjoint(before)
