"""The lexicon: short forms, old names and synonyms, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words import stems_of, words_of_all

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.library.model import Term

EXPANDED = 0.8  # the words that a short form stands for
SYNONYM = 0.5  # another word for the same thing
LONGEST_EXPANSION = 5  # a longer one is a definition and not a name
LOWER_CASE = 0.5  # a short form that is also a word, typed in lower case


class Wording(NamedTuple):
    """Other words for some words of a question: their stems, and how far they count."""

    stems: tuple[str, ...]
    share: float


class Mention(NamedTuple):
    """A term that a question mentions, from one word up to another."""

    start: int
    end: int
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to say a term: all its wordings, and how it must be written to count in full."""

    wordings: tuple[Wording, ...]
    upper_case: str | None


class Lexicon:
    """What practitioners type, and what else they say for it.

    Args:
        terms: the vocabulary.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._forms: dict[tuple[str, ...], list[_Form]] = {}
        stems = _stems_of({name for term in terms for name in _names(term)})
        for term in terms:
            self._add(term, stems)
        self._longest: dict[str, int] = {}  # the longest form that begins with a stem
        for first, *others in self._forms:
            self._longest[first] = max(1 + len(others), self._longest.get(first, 0))

    def mentions(self, text: str, stems: Sequence[str]) -> tuple[Mention, ...]:
        """The terms that the stems of a text mention, the longest at each place."""
        found: list[Mention] = []
        end = 0
        for place, first in enumerate(stems):
            longest = self._longest.get(first) if place >= end else None
            mention = self._at(place, longest, stems, text) if longest else None
            if mention is not None:
                found.append(mention)
                end = mention.end
        return tuple(found)

    def _at(self, place: int, longest: int, stems: Sequence[str], text: str) -> Mention | None:
        for end in range(min(place + longest, len(stems)), place, -1):
            said = tuple(stems[place:end])
            forms = self._forms.get(said)
            if forms:
                return Mention(place, end, _other_wordings(forms, said, text))
        return None

    def _add(self, term: Term, stems: Mapping[str, tuple[str, ...]]) -> None:
        shares = dict.fromkeys(term.synonyms, SYNONYM)
        shares |= {term.term: EXPANDED, term.expansion: EXPANDED}
        wordings = {stems[name]: share for name, share in shares.items() if stems[name]}
        every = tuple(Wording(said, share) for said, share in wordings.items())
        for name in shares:
            said = stems[name]
            if said and (name != term.expansion or len(said) <= LONGEST_EXPANSION):
                exact = term.term if term.exact_case and name == term.term else None
                self._forms.setdefault(said, []).append(_Form(every, exact))


def _other_wordings(
    forms: Sequence[_Form], said: tuple[str, ...], text: str
) -> tuple[Wording, ...]:
    found: list[Wording] = []
    for form in forms:
        others = [wording for wording in form.wordings if wording.stems != said]
        if form.upper_case is not None and form.upper_case not in text:
            others = [Wording(stems, share * LOWER_CASE) for stems, share in others]
        found += others
    return tuple(found)


def _names(term: Term) -> tuple[str, ...]:
    return (*term.synonyms, term.term, term.expansion)


def _stems_of(texts: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The stems of the words of each text."""
    said = words_of_all(texts)
    words = list({word for one in said for word in one})
    roots = dict(zip(words, stems_of(words), strict=True))
    return {
        text: tuple([roots[word] for word in one]) for text, one in zip(texts, said, strict=True)
    }
