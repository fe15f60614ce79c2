"""A typed text in one normal form: words with the span of each, sentences, numbers.

Every step is linear, and each word keeps where it stood. What is read here feeds everything that
looks at a text, so two readers can never disagree about what a word is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

LONGEST_READ = 4096
"""Letters: what one message of Telegram can hold. Nothing after them is read."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_DIGITS_AND_LETTERS = re.compile(r"\A(\d+)([^\W\d_]+)\Z")
_ENDS = frozenset(".?!;\n")
_JOINS = frozenset((".", "/", "&"))
_STRAIGHT = {0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x201C: '"', 0x201D: '"', 0x60: "'"}
_TENS = 10
_TWO = 2
_ENOUGH_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the normal form.

    Args:
        word: in the normal form: small letters, no accents, number words as digits.
        start: where it begins in the typed text.
        end: where it ends there.
        typed: as it was typed.
        before: what stands between it and the word before.
    """

    word: str
    start: int
    end: int
    typed: str
    before: str


@dataclass(frozen=True, slots=True)
class Text:
    """A typed text, read once.

    Args:
        typed: as it was typed, as far as it is read.
        words: the words in their order.
        sentence_of: the number of the sentence of each word.
        ends: for each word, the position after the last word of its sentence.
        normal: the words alone.
    """

    typed: str
    words: tuple[Word, ...]
    sentence_of: tuple[int, ...]
    ends: tuple[int, ...]
    normal: tuple[str, ...]

    def number(self, at: int) -> int | None:
        """The whole number that the word at a position is, or None."""
        if not 0 <= at < len(self.words):
            return None
        word = self.words[at].word
        return int(word) if word.isdecimal() and len(word) < _TENS else None

    def span(self, first: int, after: int) -> str:
        """What was typed from one word to before another: the evidence for what was read."""
        return self.typed[self.words[first].start : self.words[after - 1].end]


@dataclass(frozen=True)
class Forms:
    """The tables of the normal form, as `numbers.yaml` holds them.

    Args:
        numbers: number words, each with its digits.
        units: words that may stand close behind a digit, such as `yo`.
        short: short forms, each with the words that it stands for.
        endings: what an ending after an apostrophe stands for, such as `ll`.
        is_after: words after which `'s` is `is`.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Collection[str] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    is_after: Collection[str] = ()


def read_text(text: str, forms: Forms, mend: Callable[[str], str | None] | None = None) -> Text:
    """The normal form of a typed text.

    Args:
        text: as typed; read to its first 4,096 letters.
        forms: the tables of the language.
        mend: the listed word that a misspelt one was meant to be, or None where it is none.
    """
    typed = text[:LONGEST_READ]
    words = list(_in_words(typed, forms, mend))
    sentence_of = []
    number = 0
    for at, word in enumerate(words):
        number += at > 0 and _ends_a_sentence(words[at - 1], word)
        sentence_of.append(number)
    ends = [0] * len(words)
    end = len(words)
    for at in reversed(range(len(words))):
        if at + 1 < len(words) and sentence_of[at + 1] != sentence_of[at]:
            end = at + 1
        ends[at] = end
    return Text(
        typed, tuple(words), tuple(sentence_of), tuple(ends), tuple(one.word for one in words)
    )


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A short text as it is compared: no case, no accents, no punctuation at its ends."""
    plain = "".join(map(_folded, text[:LONGEST_READ]))
    return " ".join(plain.split()).strip(" .,!?:;'\"")


def _ends_a_sentence(earlier: Word, later: Word) -> bool:
    """A point between two digits or after one within a word ends nothing: 27.11, e.g. this."""
    if later.before == "." and earlier.typed[-1:].isdigit() and later.typed[:1].isdigit():
        return False
    if "." in earlier.typed and later.before.startswith("."):
        return False
    return not _ENDS.isdisjoint(later.before)


def _in_words(
    typed: str, forms: Forms, mend: Callable[[str], str | None] | None
) -> Iterator[Word]:
    joined = _joined(list(_split(typed, forms)), typed)
    spelt = (one for word in joined for one in _written_out(word, forms, mend))
    yield from _numbers(list(spelt), typed, forms)


def _split(typed: str, forms: Forms) -> Iterator[Word]:
    """Runs of letters and digits, a digit apart from a unit close behind it."""
    folded, places = _with_places(typed)
    after = 0
    for found in _WORD.finditer(folded):
        start, end = places[found.start()], places[found.end() - 1] + 1
        before = typed[after:start]
        close = _DIGITS_AND_LETTERS.fullmatch(found[0])
        if close and close[2] in forms.units:
            middle = places[found.start() + len(close[1])]
            yield Word(close[1], start, middle, typed[start:middle], before)
            yield Word(close[2], middle, end, typed[middle:end], "")
        else:
            yield Word(found[0], start, end, typed[start:end], before)
        after = end


def _with_places(typed: str) -> tuple[str, list[int] | range]:
    """The folded letters, and where each stood."""
    if typed.isascii() and "`" not in typed:
        return typed.lower(), range(len(typed))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(typed):
        for one in _folded(letter):
            letters.append(one)
            places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=2048)
def _folded(letter: str) -> str:
    """A letter without its case and marks; a sign that only dresses another vanishes."""
    plain = unicodedata.normalize("NFKD", _STRAIGHT.get(ord(letter), letter))
    bare = "".join(one for one in plain if unicodedata.category(one) not in {"Mn", "Me", "Cf"})
    return bare.casefold()


def _joined(words: list[Word], typed: str) -> Iterator[Word]:
    """Letters that are one word: M.A.S.H., M A S H, y/o; and sections of the law: s.16C, S 16 c."""
    at = 0
    while at < len(words):
        after = _end_of_letters(words, at)
        if after == at + 1:
            after = _end_of_section(words, at)
        yield _as_one(words[at:after], typed) if after > at + 1 else words[at]
        at = after


def _end_of_letters(words: list[Word], at: int) -> int:
    after = at + 1
    if not _is_letter(words[at]):
        return after
    spaced = words[at].typed.isupper()
    while after < len(words) and _is_letter(words[after]):
        close = words[after].before in _JOINS
        apart = spaced and words[after].before == " " and words[after].typed.isupper()
        if not (close or apart):
            break
        spaced = spaced and apart
        after += 1
    return at + 1 if spaced and after - at < _ENOUGH_CAPITALS else after


def _end_of_section(words: list[Word], at: int) -> int:
    """`s.16C`, `S 16 c`, `16 c (1)`: the section, and not what is in brackets after it."""
    first = at
    if words[at].word in {"s", "ss"}:
        first = at + 1
        if first == len(words) or words[first].before.strip(" ") not in {"", "."}:
            return at + 1
    if not words[first].word[:1].isdigit():
        return at + 1
    after = first + 1
    letter = after < len(words) and _is_letter(words[after]) and words[first].word.isdecimal()
    if letter and words[after].before == " ":
        in_brackets = after + 1 < len(words) and "(" in words[after + 1].before
        after += first > at or in_brackets
    return after


def _is_letter(word: Word) -> bool:
    return len(word.word) == 1 and word.word.isalpha()


def _as_one(words: list[Word], typed: str) -> Word:
    first, last = words[0], words[-1]
    word = "".join(one.word for one in words)
    return Word(word, first.start, last.end, typed[first.start : last.end], first.before)


def _written_out(
    word: Word, forms: Forms, mend: Callable[[str], str | None] | None
) -> Iterator[Word]:
    """Short forms as the words that they stand for; a misspelt word as it was meant."""
    words = _long_form(word, forms)
    if words is None:
        meant = mend(word.word) if mend and word.word not in forms.numbers else None
        words = [meant or word.word]
    before = word.before
    for one in words:
        yield Word(one, word.start, word.end, word.typed, before)
        before = " "


def _long_form(word: Word, forms: Forms) -> list[str] | None:
    bare = word.word.replace("'", "")
    if len(bare) == 1 and not word.before and word.start:
        return None
    if bare in forms.short:
        return forms.short[bare].split()
    if bare == word.word:
        many = word.typed[-1:] == "s" and word.typed[:-1].isupper() and len(bare) > _TWO
        return [bare[:-1]] if many else None
    base, _, ending = word.word.rpartition("'")
    base = base.replace("'", "")
    if ending == "s":
        return [base, "is" if base in forms.is_after else "'s"]
    if ending == "t" and base.endswith("n"):
        return [base[:-1], "not"]
    return [base, *forms.endings[ending].split()] if ending in forms.endings else [bare]


def _numbers(words: list[Word], typed: str, forms: Forms) -> Iterator[Word]:
    """Number words as digits, two of them as one number: `twenty three` is 23."""
    at = 0
    while at < len(words):
        word = words[at]
        value = forms.numbers.get(word.word)
        if value is None:
            yield word
            at += 1
            continue
        after = at + 1
        unit = forms.numbers.get(words[after].word, _TENS) if after < len(words) else _TENS
        close = after < len(words) and words[after].before in {" ", "-"}
        if value > _TENS and value % _TENS == 0 and 0 < unit < _TENS and close:
            value += unit
            after += 1
        last = words[after - 1]
        yield Word(str(value), word.start, last.end, typed[word.start : last.end], word.before)
        at = after
