"""A person's name beside other details. A name alone, and a name of a published review, is none."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.privacy.words import (
    A_REVIEW,
    ALSO_WORDS,
    NOT_A_NAME,
    PERSON,
    PLACES,
    PUBLIC_NAMES,
    REVIEW_WORDS,
    TITLES,
    given_names,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*|\d+|[^\w\s]")
_SENTENCE_END = frozenset(".?!:;")
_NAMING = frozenset(
    {"called", "named", "surname", "forename", "name", "name's", "names", "alias", "nicknamed"}
)
_AFTER_NAMING = frozenset({"is", "was", ":", "-", "=", "as", "are", "of", "child", "the"})
_TOLD_OF = frozenset({"was", "has", "is", "had", "died", "born", "who", "aged", ",", "("})
_ABOUT = re.compile(
    r"\b"
    r"(?:worried about|concerned about|referral for|referral about|re|regarding|this is about"
    r"|about|notify on|notify about"
    r"|by|contact|speak to|on behalf of|for|with|in respect of|concerning|see|saw|that|and|on"
    r"|is|he is|she is|from)$"
)
_HEADING = re.compile(
    r"\b(?:re|pt|patient|child|subject|ward round|handover|note|hv note|name)\s?:$"
)
_ASKS_WHO = re.compile(r"\s*(?:who|whom) (?:is|was|are)\b[^\d]*$", re.IGNORECASE)
_INITIAL_AND_AGE = re.compile(
    r"\b(?!Child|Baby|Boy|Girl|Family|Case|Review)[A-Z][a-z]{2,} [A-Z]\.? ?\(\d{1,2}\)"
)
_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "abu",
        "ap",
        "de",
        "da",
        "di",
        "do",
        "dos",
        "van",
        "von",
        "der",
        "la",
        "le",
        "st",
        "ben",
        "ould",
    }
)
_AGE_AFTER = re.compile(
    r"^\W{0,3}"
    r"(?:\(?\d{1,2}[/.]\d|from (?:year|yr|y\d|class|reception)"
    r"|\(?\s?(?:aged?|age|dob|d\.o\.b|born|who is|he is|she is|is|yr|year|y) ?\d{0,2}\b"
    r"|\(?\d{1,2}"
    r"(?:\)|,| ?y| in\b| died| was| has| who| and| is|$|\s?m|/12|/52| ?wks?\b| ?weeks?\b"
    r"| "
    r"(?:fract|bruis|burn|head|limp|unwell|seen|missing|refus|disclos|self|stab|in |at |on "
    r"|with |from |not |mum |dad |pres|adm|att)))"
)
_SHORTEST = 2
_MOSTLY_CAPITALS = 0.75
_FEW_WORDS = 3
_OTHER_WORDS = 2
_LONG_NUMBER = 5


class _Words:
    """The words of a text with their case, and what stands beside each."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.text = text
        self.tokens = [one.group().replace("\u2019", "'") for one in found]
        self.folded = [_bare(token) for token in self.tokens]
        self.ends = [one.end() for one in found]
        self.starts = [one.start() for one in found]
        letters = [token for token in self.tokens if token[0].isalpha()]
        capitals = sum(token[0].isupper() for token in letters)
        self.case_tells = not letters or capitals <= max(
            _MOSTLY_CAPITALS * len(letters), _FEW_WORDS if len(letters) <= _FEW_WORDS + 1 else 0
        )

    def capital(self, at: int) -> bool:
        """The word has a capital that says something."""
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        return self.case_tells and token[0].isupper() and not (len(token) > 1 and token.isupper())

    def word(self, at: int) -> str:
        return self.folded[at] if 0 <= at < len(self.folded) else ""

    def before(self, at: int) -> str:
        return self.text[max(0, self.starts[at] - 40) : self.starts[at]].strip().lower()

    def after(self, at: int) -> str:
        return self.text[self.ends[at] : self.ends[at] + 24].lower()


def names_someone(text: str, published_names: Collection[str] = ()) -> bool:
    """The text names a person beside other details."""
    if _ASKS_WHO.match(text) or _INITIAL_AND_AGE.search(text):
        return not _ASKS_WHO.match(text)
    words = _Words(text)
    public = _public(published_names)
    return any(
        _is_named(words, at, public) or _is_titled(words, at, public)
        for at in range(len(words.tokens))
    ) or any(_is_full_name(words, at, public) for at in range(len(words.tokens) - 1))


def _is_named(words: _Words, at: int, public: Collection[str]) -> bool:
    """A word that says "here comes a name", or says who the person is, and then a name."""
    word = words.word(at)
    if word in _NAMING or (word == "as" and words.word(at - 1) == "known"):
        start = at + 1
        while words.word(start) in _AFTER_NAMING:
            start += 1
        naming = word != "name" or start > at + 1 or words.tokens[at].lower() == "name's"
        return naming and _could_be_name(words, start, public, cued=True)
    if word not in PERSON:
        return False
    start = at + 1
    while words.word(start) in {",", ":", "=", "(", "-", "is", "'"}:
        start += 1
    if words.word(start - 1) == "is" and not words.capital(start):
        return False
    return _could_be_name(words, start, public, cued=False)


def _could_be_name(words: _Words, at: int, public: Collection[str], *, cued: bool) -> bool:
    word = words.word(at)
    if (
        len(word) < _SHORTEST
        or not word.isalpha()
        or word in NOT_A_NAME
        or _is_public(words, at, public)
    ):
        return False
    if words.capital(at) and not _is_review(words, at):
        told = words.word(at + 1) in _TOLD_OF
        return cued or told or word in given_names() or _surname(words, at + 1)
    if word not in given_names() or word in ALSO_WORDS:
        return cued and word in given_names()
    return cued or _surname(words, at + 1) or bool(_AGE_AFTER.match(words.after(at)))


def _surname(words: _Words, at: int) -> bool:
    word = words.word(at)
    return (
        len(word) >= _SHORTEST
        and word[0].isalpha()
        and word not in NOT_A_NAME
        and word not in PERSON
    )


def _is_titled(words: _Words, at: int, public: Collection[str]) -> bool:
    """Mr, Mrs, Miss and so on before a surname."""
    if words.word(at) not in TITLES:
        return False
    following = at + 1 + (words.word(at + 1) == ".")
    word = words.word(following)
    if len(word) < _SHORTEST or word in NOT_A_NAME or not word[0].isalpha() or word in public:
        return False
    return words.capital(following) or words.word(at) in {"mr", "mrs"}


def _is_full_name(words: _Words, at: int, public: Collection[str]) -> bool:
    """A given name and a surname, or any two names in capitals, beside something that is told."""
    if _is_published(words, at, public):
        return False
    first = words.word(at)
    double = "-" in first and not given_names().isdisjoint(first.split("-"))
    given = double or (first in given_names() and first not in ALSO_WORDS)
    if double and words.capital(at) and words.capital(at + 1):
        return True
    if given and words.capital(at) and _has_age(words, at):
        return True
    if not _surname(words, at + 1) or not first[0].isalpha() or first in NOT_A_NAME:
        return False
    return _is_pair(words, at, given=given)


def _is_published(words: _Words, at: int, public: Collection[str]) -> bool:
    """The name stands for a review, an inquiry or a place that is called after someone."""
    first, second = words.word(at), words.word(at + 1)
    if _is_review(words, at) or f"{first} {second}" in public or words.word(at + 2) in PLACES:
        return True
    return first in public and (second in public or not _surname(words, at + 1))


def _is_pair(words: _Words, at: int, *, given: bool) -> bool:
    capitals = words.capital(at) and words.capital(at + 1)
    last = at + 1
    if words.word(last) in _PARTICLES and words.capital(last + 1):
        capitals, last = words.capital(at), last + 1
    age = bool(_AGE_AFTER.match(words.after(last)))
    if capitals and _is_owner_of_a_person(words, last):
        return True
    if given:
        return (capitals and _says_more(words)) or age
    if words.word(at) in given_names() and words.word(at + 1) in given_names():
        return age or capitals
    introduced = _is_mid_sentence(words, at) and bool(_ABOUT.search(words.before(at)))
    introduced = introduced or bool(_HEADING.search(words.before(at)))
    return capitals and (age or introduced)


def _is_owner_of_a_person(words: _Words, at: int) -> bool:
    """The name is followed by 's and a person: "Nkechi Obi's mother"."""
    token = words.tokens[at].lower() if at < len(words.tokens) else ""
    return token.endswith("'s") and not PERSON.isdisjoint({words.word(at + 1), words.word(at + 2)})


def _has_age(words: _Words, at: int) -> bool:
    after = words.after(at)
    return bool(_AGE_AFTER.match(after)) and any(one.isdigit() for one in after[:14])


def _is_mid_sentence(words: _Words, at: int) -> bool:
    return at > 0 and words.word(at - 1) not in _SENTENCE_END


def _says_more(words: _Words) -> bool:
    """There is more in the text than a name and a question about a review."""
    if any(word.isdigit() and len(word) >= _LONG_NUMBER for word in words.folded):
        return True
    telling = [
        word
        for word in words.folded
        if len(word) > _SHORTEST and word[0].isalpha() and word not in REVIEW_WORDS
    ]
    return len(telling) > _OTHER_WORDS


def _is_review(words: _Words, at: int) -> bool:
    """A word such as "review" follows the name within a few words."""
    return any(words.word(at + step) in A_REVIEW for step in range(1, 5))


def _is_public(words: _Words, at: int, public: Collection[str]) -> bool:
    return words.word(at) in public or f"{words.word(at)} {words.word(at + 1)}" in public


def _public(published_names: Collection[str]) -> frozenset[str]:
    """Published names, one by one and in pairs."""
    return _of_reviews(frozenset(published_names))


@cache
def _of_reviews(published_names: frozenset[str]) -> frozenset[str]:
    """The given names and the full names that stand in the names of published reviews."""
    found = set(PUBLIC_NAMES)
    for name in published_names:
        tokens = [_bare(one) for one in re.findall(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*", name)]
        capital = [
            one[0].isupper() for one in re.findall(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*", name)
        ]
        found |= {
            token for token, big in zip(tokens, capital, strict=True) if big and _is_short(name)
        }
        found |= {f"{first} {second}" for first, second in pairwise(tokens)}
    return frozenset(found)


def _is_short(name: Sequence[str]) -> bool:
    """A name and not a sentence that is the title of a report."""
    return len("".join(name).split()) <= _FEW_WORDS + 1


def _bare(token: str) -> str:
    return token.replace("\u2019", "'").lower().removesuffix("'s")
