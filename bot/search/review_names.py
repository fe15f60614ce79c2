"""Names of reviews: a name is a name, and one that is not in the library is never taken for another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.listed_names import RATHER_WORDS, given_names
from bot.search.elsewhere import Elsewhere
from bot.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.search.model import Target
    from bot.search.spelling import Spelling

_WHO = frozenset({"child", "baby", "family", "infant", "adult", "person", "boy", "girl", "yp"})
_REVIEW = frozenset({
    "review", "reviews", "scr", "scrs", "spr", "sprs", "cspr", "csprs", "lcspr", "lcsprs", "inquiry", "enquiry",
})  # fmt: skip
_KINDS_OF_REVIEW = frozenset({
    "serious", "case", "safeguarding", "practice", "local", "child", "thematic", "the", "learning", "lessons",
})  # fmt: skip
_BEFORE_A_NAME = frozenset({
    "of", "into", "about", "on", "for", "from", "regarding", "re", "by", "in", "named", "called", "the",
})  # fmt: skip
_SERVICE = frozenset({
    "number", "numbers", "phone", "telephone", "tel", "email", "contact", "contacts", "mash", "lado", "edt",
    "ring", "call", "duty", "team", "address", "hours", "services", "refer", "referral",
})  # fmt: skip
_INCIDENT = frozenset({
    "died", "dies", "dead", "death", "killed", "harmed", "injured", "hurt", "stabbed", "placed", "placement",
    "lives", "living", "lived", "moved", "moving", "happened", "resident", "notify", "notifies", "notification",
    "child", "baby", "young", "case", "incident",
})  # fmt: skip
_ALSO_WORDS = frozenset(
    {"will", "hope", "faith", "may", "dawn", "summer", "grace", "mark", "frank", "ray"}
)
_NOT_A_LETTER = frozenset({"a", "i"})
_BESIDE_NAMES = frozenset({"and", "the", "review", "reviews"})
SHORTEST_SLIP = 3
TWO_SLIPS_FROM = 5  # letters of a name from which on two slips are seen through
FEW_WORDS = 3
INITIALS = 2
LONGEST_NAME = 3
Name = tuple[str, ...]


A_PLACE = "@"  # stands where the name of a place stood
_REVIEWS = "|".join(sorted(_REVIEW - {"inquiry", "enquiry"}))
_KINDS = "|".join(sorted(_KINDS_OF_REVIEW))
_REVIEW_OF = (
    re.compile(rf"{A_PLACE}(?: (?:council|s|{_KINDS})){{0,4}} (?:{_REVIEWS})\b"),
    re.compile(rf"(?<!rapid )\b(?:{_REVIEWS})\b(?: \w+){{0,3}} (?:from|in|by|for|of) {A_PLACE}"),
)
_AS_TYPED = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Named:
    """The reviews that a question names.

    Args:
        known: the numbers of the targets that bear a name in it, the best first.
        unknown: a name that no target bears, or None.
        elsewhere: another place whose number or service is asked for, or None.
        several: two names of two reviews stand in it.
        near: targets with a name one slip of the keys away; to be offered, never to be the answer.
    """

    known: tuple[int, ...] = ()
    unknown: str | None = None
    elsewhere: str | None = None
    near: tuple[int, ...] = ()
    several: bool = False


class Names:
    """The names by which reviews are known.

    Args:
        targets: what a question may be answered with.
        spelling: what an unknown word may stand for.
        published_elsewhere: names of reviews that are known, and in no library of ours.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        spelling: Spelling,
        published_elsewhere: Collection[str] = (),
    ) -> None:
        self._spelling = spelling
        self._given = given_names() - RATHER_WORDS
        self._places = frozenset(tuple(words_of(place)) for place in _places())
        self._bearers: dict[Name, list[int]] = {}
        self._said: list[str] = []
        for number, target in enumerate(targets):
            self._said.append(f" {' '.join(words_of(_all_of(target)))} " if target.names else "")
            for name in target.names:
                self._add(tuple(words_of(name)), number)
        self._titles = " ".join(f" {' '.join(words_of(_titles_of(one)))} " for one in targets)
        self._ours = " ".join(f" {' '.join(words_of(_all_of(one)))} " for one in targets)
        self._elsewhere = Elsewhere(published_elsewhere, self._ours)
        self._anyone = bool(self._bearers)
        self.words = frozenset(word for name in self._bearers for word in name)

    def read(self, text: str) -> Named:
        """The reviews that a text names."""
        if not self._anyone:
            return Named()
        words = words_of(text)
        elsewhere = self._elsewhere.named_in(words)
        if elsewhere is not None:
            name, beside = elsewhere
            known, _ = self._known(beside)
            return Named(known=known) if known else Named(unknown=name)
        place = self._other_place(words)
        known, perhaps = self._known(words)
        if place is not None:
            known = tuple(number for number in known if f" {place} " in self._said[number])
        if known:
            return Named(known=known, several=self._names_several(words))
        if perhaps:
            return Named(near=perhaps)
        return self._unknown(words, text, place) or self._of_a_place(words, place)

    def _unknown(self, words: Sequence[str], text: str, place: str | None) -> Named | None:
        """A name in these words that no target bears, or that is one slip from one."""
        for name in self._names_in(words, text):
            if not self._is_known(name, place):
                near = self._one_slip_from(name)
                if near:
                    return Named(near=near)
                if self._is_surely_a_name(name, text):
                    return Named(unknown=_shown(name, place))
        return None

    def _of_a_place(self, words: Sequence[str], place: str | None) -> Named:
        """What is asked of another place: its reviews, or its services."""
        if place is not None and self._review_of(words, place):
            return Named(unknown=place.title())
        if place is not None and _SERVICE & set(words) and not _INCIDENT & set(words):
            return Named(elsewhere=place)
        return Named()

    def _add(self, name: Name, number: int) -> None:
        for shorter in (name, tuple(word for word in name if word not in _BESIDE_NAMES)):
            if shorter:
                bearers = self._bearers.setdefault(shorter, [])
                if number not in bearers:
                    bearers.append(number)

    def _known(self, words: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who surely bears a name that stands in these words, the longest name first, and who may.

        A lone given name beside other words may be anybody's.
        """
        sure: list[tuple[int, int]] = []
        perhaps: list[int] = []
        meant = self._is_about_a_review(words)
        said, text = frozenset(words), f" {' '.join(words)} "
        for name, bearers in self._bearers.items():
            if name[0] not in said or f" {' '.join(name)} " not in text:
                continue
            for number in bearers:
                if meant or len(name) > 1 or self._is_all_that_is_said(name, words, number):
                    sure.append((-len(name), number))
                elif len(words) <= FEW_WORDS:
                    perhaps.append(number)
        known = tuple(dict.fromkeys(number for _, number in sorted(sure)))
        return known, tuple(dict.fromkeys(perhaps))

    def _names_several(self, words: Sequence[str]) -> bool:
        """Whether two names stand in these words that no review bears both."""
        text = f" {' '.join(words)} "
        said = [
            set(bearers)
            for name, bearers in self._bearers.items()
            if len(name) > 1 and f" {' '.join(name)} " in text
        ]
        return any(one.isdisjoint(other) for one in said for other in said)

    def _is_all_that_is_said(self, name: Name, words: Sequence[str], number: int) -> bool:
        """A lone given name in a few words, each of which the review says as well."""
        if len(words) > FEW_WORDS:
            return False
        others = [word for word in words if word not in name and word not in _BEFORE_A_NAME]
        return all(f" {word} " in self._said[number] for word in others)

    @staticmethod
    def _is_about_a_review(words: Sequence[str]) -> bool:
        """Whether a lone given name is the name of a review, and not of somebody's client."""
        return any(word in _REVIEW for word in words) or bool(
            {"report", "briefing", "briefings", "findings", "recommendations", "lessons", "learning", "published"}
            & set(words)
        )  # fmt: skip

    def _names_in(self, words: Sequence[str], text: str) -> Iterator[Name]:
        about = any(word in _REVIEW for word in words)
        for place, word in enumerate(words):
            if word in _WHO and place + 1 < len(words):
                name = self._after_who(words, place + 1, text, about=about)
                if name is not None:
                    yield (word, *name)
        for place, word in enumerate(words):
            if word in _REVIEW:
                yield from self._beside(words, place)

    def _after_who(
        self, words: Sequence[str], place: int, text: str, *, about: bool
    ) -> Name | None:
        word = words[place]
        if word in _WHO:
            return None
        if len(word) <= INITIALS and word.isalpha():
            upper = word.upper() in _typed(text)
            letter = len(word) == 1 and (word not in _NOT_A_LETTER or (upper and about))
            pair = len(word) == INITIALS and upper and text.upper() != text
            return (word,) if letter or pair else None
        if word in self._given or (about and len(word) == 1):
            return (word,)
        return None

    def _beside(self, words: Sequence[str], place: int) -> Iterator[Name]:
        before = place - 1
        while before >= 0 and words[before] in _KINDS_OF_REVIEW:
            before -= 1
        name: list[str] = []
        while before >= 0 and self._like_a_name(words[before]) and len(name) < LONGEST_NAME:
            name.insert(0, words[before])
            before -= 1
        if name:
            yield tuple(name)
        after = place + 1
        while after < len(words) and words[after] in _BEFORE_A_NAME:
            after += 1
        name = []
        while after < len(words) and self._like_a_name(words[after]) and len(name) < LONGEST_NAME:
            name.append(words[after])
            after += 1
        if name:
            yield tuple(name)

    def _like_a_name(self, word: str) -> bool:
        if word in self._given:
            return word not in _ALSO_WORDS
        if (word,) in self._places or len(word) < SHORTEST_SLIP:
            return False
        return self._spelling.is_strange(word, self.words)

    def _is_surely_a_name(self, name: Name, text: str) -> bool:
        """Whether it is a letter or a given name, or a strange word with a capital."""
        if name[0] in _WHO or any(word in self._given for word in name):
            return True
        return not text.isupper() and any(word.capitalize() in _typed(text) for word in name)

    def _is_known(self, name: Name, place: str | None) -> bool:
        if place is not None:
            return False
        said = f" {' '.join(name)} "
        return said in self._titles or (len(name) > 1 and said in self._ours)

    def _one_slip_from(self, name: Name) -> tuple[int, ...]:
        word = name[-1]
        whole = any(len(known) > 1 and word == known[-1] for known in self._bearers)
        if len(word) < SHORTEST_SLIP or (word in self._given and not whole):
            return ()
        slips = 1 + (len(word) >= TWO_SLIPS_FROM)
        near = [
            number
            for known, bearers in self._bearers.items()
            if len(known[-1]) > SHORTEST_SLIP
            and OSA.distance(word, known[-1], score_cutoff=slips) <= slips
            for number in bearers
        ]
        return tuple(dict.fromkeys(near))

    def _other_place(self, words: Sequence[str]) -> str | None:
        for length in (4, 3, 2, 1):
            for start in range(len(words) - length + 1):
                place = tuple(words[start : start + length])
                if place in self._places:
                    return " ".join(place)
        return None

    def _review_of(self, words: Sequence[str], place: str) -> bool:
        """Whether the words ask for the reviews of a place that no target is about."""
        if f" {place} " in self._titles:
            return False
        text = f" {' '.join(words)} ".replace(f" {place} ", f" {A_PLACE} ")
        return any(shape.search(text) is not None for shape in _REVIEW_OF)


def _typed(text: str) -> frozenset[str]:
    """The words as typed. Never a pattern of them: compiled patterns are kept by Python."""
    return frozenset(_AS_TYPED.findall(text))


def _places() -> Iterator[str]:
    lines = (files("bot.search") / "places.txt").read_text(encoding="utf-8").splitlines()
    return (
        place for line in lines if not line.startswith("#") for place in line.split("|") if place
    )


def _titles_of(target: Target) -> str:
    return " . ".join((target.title, *target.aliases, *target.names))


def _all_of(target: Target) -> str:
    return " . ".join((_titles_of(target), target.summary, target.area, *target.search_words))


def _shown(name: Name, place: str | None) -> str:
    shown = " ".join(word.upper() if len(word) <= INITIALS else word.capitalize() for word in name)
    return f"{shown} ({place.title()})" if place else shown
