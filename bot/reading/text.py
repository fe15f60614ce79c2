"""One normal form of a typed text: its words, where each stood, and its sentences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST = 4096  # letters: what one message of Telegram can hold
_ENDS = frozenset(".?!;\n")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_DIGITS_AND_LETTERS = re.compile(r"^(\d+)([a-z]+)")
_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u201c": '"', "\u201d": '"'}
)
_TENS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is looked up, and as it stood.

    Args:
        word: its normal form.
        start, end: where it stood in the text.
        typed: as it was typed.
        before: what stood between it and the word before.
    """

    word: str
    start: int
    end: int
    typed: str
    before: str


@dataclass(frozen=True, slots=True)
class Text:
    """A typed text in its one normal form.

    Args:
        typed: the text, no longer than a message can be.
        words: its words in order.
        sentence_of: for each word the number of its sentence.
    """

    typed: str
    words: tuple[Word, ...]
    sentence_of: tuple[int, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The normal forms of its words."""
        return tuple(word.word for word in self.words)


@dataclass(frozen=True, slots=True)
class Forms:
    """What short forms and number words stand for, from numbers.yaml."""

    short: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    units: Mapping[str, str]


def read_text(typed: str, forms: Forms) -> Text:
    """The normal form of a text, read whole as far as a message can hold."""
    typed = typed[:LONGEST]
    words = tuple(_joined_numbers(list(_words(typed, forms))))
    sentences, number = [], 0
    for place, word in enumerate(words):
        number += bool(place and _ENDS & set(word.before))
        sentences.append(number)
    return Text(typed, words, tuple(sentences))


def folded(text: str) -> str:
    """A text in small letters, without marks, with straight quotes, letter for letter where it can be."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_folded, text.translate(_STRAIGHT)))


def _folded(letter: str) -> str:
    """One letter; what would fold into several keeps its first, so that places stay."""
    plain = unicodedata.normalize("NFKD", letter).lower()
    return next((one for one in plain if not unicodedata.combining(one)), " ")


def _words(typed: str, forms: Forms) -> Iterator[Word]:
    plain, end = folded(typed), 0
    found = list(_WORD.finditer(plain))
    place = 0
    while place < len(found):
        run = _letters_in_a_row(found, place, plain, typed)
        first, last = found[place], found[place + run - 1]
        start, stop = first.start(), last.end()
        said = "".join(one[0] for one in found[place : place + run]) if run > 1 else first[0]
        before = typed[end:start]
        for form in _normal(said, forms):
            yield Word(form, start, stop, typed[start:stop], before)
            before = ""
        end, place = stop, place + run


def _letters_in_a_row(found: Sequence[re.Match[str]], place: int, plain: str, typed: str) -> int:
    """How many single letters from here on are one word: "M.A.S.H.", "M A S H"."""
    run = 0
    while place + run < len(found):
        one = found[place + run]
        if len(one[0]) > 1 or one[0].isdigit():
            break
        if run:
            between = plain[found[place + run - 1].end() : one.start()]
            capitals = typed[one.start()].isupper() and typed[found[place].start()].isupper()
            if not (between == "." or (between == " " and capitals)):
                break
        run += 1
    return max(1, run)


def _normal(said: str, forms: Forms) -> Iterator[str]:
    """The words that a word as typed stands for."""
    if said in forms.short:
        yield from forms.short[said]
        return
    if said.endswith("n't"):
        yield {"ca": "can", "wo": "will", "sha": "shall"}.get(said[:-3], said[:-3])
        yield "not"
        return
    head, _, tail = said.partition("'")
    if tail:
        yield from _normal(head, forms)
        yield {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "had"}.get(
            tail, f"'{tail}"
        )
        return
    apart = _DIGITS_AND_LETTERS.fullmatch(said)
    if apart and (apart[2] in forms.units or apart[2] in forms.short):
        yield apart[1]
        yield from forms.short.get(apart[2], (forms.units.get(apart[2], apart[2]),))
        return
    number = forms.numbers.get(said)
    yield said if number is None else str(number)


def _joined_numbers(words: list[Word]) -> Iterator[Word]:
    """The words, with "twenty three" as one number."""
    place = 0
    while place < len(words):
        word = words[place]
        following = words[place + 1] if place + 1 < len(words) else None
        if following and _are_one_number(word, following):
            both = str(int(word.word) + int(following.word))
            yield Word(
                both, word.start, following.end, f"{word.typed} {following.typed}", word.before
            )
            place += 2
            continue
        yield word
        place += 1


def _are_one_number(word: Word, following: Word) -> bool:
    if not (word.word.isdecimal() and following.word.isdecimal() and word.typed.isalpha()):
        return False
    tens, ones = int(word.word), int(following.word)
    return following.typed.isalpha() and tens > _TENS and tens % _TENS == 0 and 0 < ones < _TENS
