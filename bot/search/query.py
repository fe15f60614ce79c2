"""A question as it is looked up: its words, what they may stand for, and how much each tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.search.index import UNKNOWN
from bot.search.words import british, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.index import Index
    from bot.search.lexicon import Lexicon, Mention
    from bot.search.spelling import Spelling


class Reading(NamedTuple):
    """One way to read some words: known stems, and how surely these were meant."""

    stems: tuple[int, ...]
    share: float


class Unit(NamedTuple):
    """One or more words of a question that are looked up together.

    Args:
        said: the words as typed.
        readings: what they may stand for, the likeliest first; none when nothing is known.
        rarity: how much they tell.
    """

    said: str
    readings: tuple[Reading, ...]
    rarity: float


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked up.

    Args:
        words: the words as typed, for their letter groups.
        units: what is looked up by meaning, in order.
        pairs: the known pairs of neighbouring stems, as their numbers in rising order.
        new_pairs: how many pairs stand in no example.
        rarity: how much all units tell.
    """

    words: tuple[str, ...]
    units: tuple[Unit, ...]
    pairs: tuple[int, ...]
    new_pairs: int
    rarity: float


class Reader:
    """Reads a text as a question.

    Args:
        index: what is known.
        spelling: what an unknown word may stand for.
        lexicon: what terms stand for.
    """

    def __init__(self, index: Index, spelling: Spelling, lexicon: Lexicon) -> None:
        self._index = index
        self._spelling = spelling
        self._lexicon = lexicon

    def read(self, text: str) -> Question:
        """The text as a question."""
        words = words_of(text)
        roots = [self._index.root_of(word) for word in words]
        mentions = {mention.start: mention for mention in self._lexicon.mentions(text, roots)}
        units: list[Unit] = []
        line: list[int] = []
        place = 0
        while place < len(words):
            mention = mentions.get(place)
            if mention is not None:
                inside = [self._word(word) for word in words[place : mention.end]]
                units.append(self._term(words[place : mention.end], inside, mention))
                line += [_first(unit) for unit in inside]
                place = mention.end
                continue
            unit, taken = self._plain(words, place)
            units.append(unit)
            line += list(unit.readings[0].stems) if unit.readings else [UNKNOWN]
            place += taken
        return self._question(words, units, line)

    def _question(
        self, words: Sequence[str], units: Sequence[Unit], line: Sequence[int]
    ) -> Question:
        """The question with these units and the likeliest stem of each word, for pairs."""
        pairs, new_pairs = self._index.pairs_in(line)
        rarity = sum([unit.rarity for unit in units])
        return Question(tuple(words), tuple(units), tuple(pairs), new_pairs, rarity)

    def _plain(self, words: Sequence[str], place: int) -> tuple[Unit, int]:
        word = words[place]
        if word not in self._index.words and place + 1 < len(words):
            joined = self._spelling.joined(word, words[place + 1])
            if joined is not None and self._index.known(word) is None:
                reading = Reading((self._index.stem_of_word[joined],), 0.9)
                return self._unit(f"{word} {words[place + 1]}", (reading,)), 2
        return self._word(word), 1

    def _word(self, word: str) -> Unit:
        known = self._index.known(word)
        if known is not None:
            return self._unit(word, (Reading((self._index.stem_of_word[known],), 1.0),))
        guesses = self._spelling.guesses(british(word))
        if guesses:
            roots = self._index.stem_of_word
            readings = {roots[guess.word]: guess.share for guess in reversed(guesses)}
            likeliest = sorted(readings.items(), key=lambda pair: (-pair[1], pair[0]))
            return self._unit(word, tuple(Reading((root,), share) for root, share in likeliest))
        parts = self._spelling.split(word)
        if parts is not None:
            roots = self._index.stem_of_word
            return self._unit(word, (Reading(tuple(roots[part] for part in parts), 0.9),))
        return Unit(word, (), self._index.rarest)

    def _term(self, said: Sequence[str], inside: Sequence[Unit], mention: Mention) -> Unit:
        numbers = self._index.stems
        own = [unit.readings[0] for unit in inside if unit.readings]
        readings: list[Reading] = []
        if own:
            stems = tuple([root for reading in own for root in reading.stems])
            readings.append(Reading(stems, min([reading.share for reading in own])))
        for wording in mention.wordings:
            known = [numbers[root] for root in wording.stems if root in numbers]
            if len(known) == len(wording.stems):
                readings.append(Reading(tuple(known), wording.share))
        return self._unit(" ".join(said), tuple(readings))

    def _unit(self, said: str, readings: tuple[Reading, ...]) -> Unit:
        if not readings:
            return Unit(said, (), self._index.rarest)
        rarity = self._index.rarity
        return Unit(said, readings, sum([rarity[root] for root in readings[0].stems]))


def _first(unit: Unit) -> int:
    return unit.readings[0].stems[0] if unit.readings else UNKNOWN
