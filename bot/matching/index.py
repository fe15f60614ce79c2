"""The index: which words, pairs of words and letter groups stand in which target."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.arrays import Cells, Numbering, Rows, rarity, weight_of
from bot.matching.words import british, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.arrays import Floats, Ints

SATURATION = 2.0  # how soon a word said again and again stops counting
LENGTH_SHARE = 0.75  # how much a long text is held back
GRAM_SIZES = (2, 3, 4)
MOST_DENSE = 8_000_000  # cells; larger tables are kept sparse
UNKNOWN = -2  # a stem in a pair that stands in no target
ROOM = 30  # bits for the second stem of a pair
EDGE = -1  # the number that stands for the start and the end of a text in a pair


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a target: an example, a title, a summary."""

    target: int
    words: Sequence[str]
    weight: float
    example: bool = True


@dataclass(slots=True)
class Counted:
    """What was counted while the texts were read."""

    stems: Cells = field(default_factory=Cells)
    pairs: Cells = field(default_factory=Cells)
    words: Cells = field(default_factory=Cells)
    examples: Cells = field(default_factory=Cells)
    example_pairs: Cells = field(default_factory=Cells)
    example_targets: list[int] = field(default_factory=list)


class Index:
    """All that is looked up for a question, laid out once.

    Args:
        texts: the texts of all targets.
        size: the number of targets.
        outside: questions that must not be answered; examples of no target.
    """

    def __init__(self, texts: Sequence[Text], size: int, outside: Sequence[str] = ()) -> None:
        self.size = size
        self.words = Numbering[str]()
        self.stems = Numbering[str]()
        self.pairs = Numbering[int]()
        self.grams = Numbering[str]()
        self.stem_of_word: list[int] = []
        self._said: dict[int, frozenset[int]] = {}
        counted = Counted()
        for text in texts:
            self._count(text, counted)
        for question in outside:
            self._count_outside(question, counted)
        self._weigh_stems(*counted.stems.pooled())
        self._weigh_pairs(*counted.pairs.pooled())
        self._weigh_words(*counted.words.pooled())
        self._keep_examples(counted)
        self.roots = list(self.stems.ids)

    def known(self, word: str) -> int | None:
        """The number of a word that stands in some target, in its British spelling too."""
        found = self.words.ids.get(word)
        return self.words.ids.get(british(word)) if found is None else found

    def nearest(self, vector: Floats, target: int) -> float:
        """How near the nearest example of a target is; `size` stands for examples of none."""
        first, last = self.example_targets.searchsorted([target, target + 1]).tolist()
        starts = self.examples.starts[first:last]
        if not starts:
            return 0.0
        here = slice(starts[0], self.examples.starts[last])
        cells = vector[self.examples.columns[here]] * self.examples.values[here]
        return float(np.add.reduceat(cells, np.asarray(starts) - starts[0]).max())

    def said_by(self, target: int) -> frozenset[int]:
        """The stems that stand in a target."""
        said = self._said.get(target)
        if said is None:
            said = self._said[target] = frozenset(self._stems_of_target.row(target)[0].tolist())
        return said

    def root_of(self, word: str) -> str:
        """The stem of a word, looked up where the word is known."""
        number = self.words.ids.get(word)
        return stem(word) if number is None else self.roots[self.stem_of_word[number]]

    def _count(self, text: Text, counted: Counted) -> None:
        words = text.words
        if not words:
            return
        numbers = self._numbers(words)
        roots = [self.stem_of_word[number] for number in numbers]
        counted.words.add(text.target, numbers, text.weight / len(words) ** 0.5)
        counted.stems.add(text.target, roots, text.weight)
        if text.example:
            pairs = self._count_example(text.target, roots, counted)
            counted.pairs.add(text.target, pairs, text.weight)

    def _count_outside(self, question: str, counted: Counted) -> None:
        roots = [self.stem_of_word[number] for number in self._numbers(words_of(question))]
        if roots:
            self._count_example(self.size, roots, counted)

    def _count_example(self, target: int, roots: Sequence[int], counted: Counted) -> Sequence[int]:
        pairs = self.pairs.numbers(pairs_of(roots))
        counted.examples.add(len(counted.example_targets), roots, 1.0)
        counted.example_pairs.add(len(counted.example_targets), pairs, 1.0)
        counted.example_targets.append(target)
        return pairs

    def _numbers(self, words: Sequence[str]) -> list[int]:
        ids = self.words.ids
        for word in words:
            if word not in ids:
                ids[word] = len(ids)
                self.stem_of_word.append(self.stems.number(stem(word)))
        return [ids[word] for word in words]

    def _weigh_stems(self, targets: Ints, stems: Ints, counts: Floats) -> None:
        found_in = _times(stems, len(self.stems))
        self.rarity = rarity(found_in, self.size)
        self.rarest = float(rarity(np.zeros(1, np.float32), self.size)[0])
        lengths = np.bincount(targets, weights=counts, minlength=self.size).astype(np.float32)
        usual = max(float(lengths.mean()) if self.size else 1.0, 1e-9)
        room = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / usual)
        impact = counts * (SATURATION + 1) / (counts + room[targets]) * self.rarity[stems]
        self.targets_of_stem = Rows(stems, targets, impact, len(self.stems))
        self.impacts: Floats | None = None
        if len(self.stems) * self.size <= MOST_DENSE:
            self.impacts = np.zeros((len(self.stems), self.size), np.float32)
            self.impacts[stems, targets] = impact
        self._stems_of_target = Rows(targets, stems, counts, self.size)

    def _weigh_pairs(self, targets: Ints, pairs: Ints, counts: Floats) -> None:
        found_in = _times(pairs, len(self.pairs))
        self.pair_rarity = rarity(found_in, self.size)
        value = np.log1p(counts) * self.pair_rarity[pairs]
        norms = np.sqrt(np.bincount(targets, weights=value**2, minlength=self.size)) + 1e-9
        self.targets_of_pair = Rows(pairs, targets, value / norms[targets], len(self.pairs))

    def _weigh_words(self, targets: Ints, words: Ints, counts: Floats) -> None:
        cells = Cells()
        for number, word in enumerate(self.words.ids):
            cells.add(number, self.grams.numbers(grams_of(word)), 1.0)
        owners, grams, times = cells.pooled()
        found_in = _times(words, len(self.words))
        spread = np.bincount(grams, weights=found_in[owners], minlength=len(self.grams))
        self.gram_weight = weight_of(np.minimum(spread, self.size).astype(np.float32), self.size)
        value = times * self.gram_weight[grams]
        self.words_of_gram = Rows(grams, owners, value, len(self.grams))
        self.grams_of_word = Rows(owners, grams, value, len(self.words))
        self.word_lengths = self.grams_of_word.lengths()
        self.words_of_target = Rows(targets, words, counts, self.size)
        self.letters = self._dense_letters() if self._is_small() else None
        self.target_lengths = np.ones(self.size, np.float32)
        for target in range(0 if self.letters is not None else self.size):
            self.target_lengths[target] = _length(self._letters_of(target))

    def _is_small(self) -> bool:
        return len(self.grams) * self.size <= MOST_DENSE

    def _dense_letters(self) -> Floats:
        """For each letter group its weight in each target, as rows of length one."""
        letters = np.empty((self.size, len(self.grams)), np.float32)
        for target in range(self.size):
            letters[target] = self._letters_of(target)
            letters[target] /= _length(letters[target])
        return np.ascontiguousarray(letters.T)

    def _letters_of(self, target: int) -> Floats:
        words, counts = self.words_of_target.row(target)
        return self.grams_of_word.weighted(words, counts, len(self.grams))

    def _keep_examples(self, counted: Counted) -> None:
        self.example_targets = np.asarray(counted.example_targets, np.int32)
        many = len(self.example_targets)
        examples, stems, counts = counted.examples.pooled()
        self.stem_weight = weight_of(_times(stems, len(self.stems)), many)
        self.examples = Rows.of_length_one(examples, stems, counts, self.stem_weight, many)
        examples, pairs, counts = counted.example_pairs.pooled()
        self.pair_times = _times(pairs, len(self.pairs))
        self.pair_weight = weight_of(self.pair_times, many)
        self.example_pairs = Rows.of_length_one(examples, pairs, counts, self.pair_weight, many)


def pairs_of(roots: Sequence[int]) -> list[int]:
    """The pairs of neighbouring stems as one number each, the edges of the text among them."""
    return [(first + 2) << ROOM | (second + 2) for first, second in pairwise((EDGE, *roots, EDGE))]


def grams_of(word: str) -> list[str]:
    """The letter groups of a word, with its ends marked."""
    marked = f" {word} "
    return [
        marked[start : start + size]
        for size in GRAM_SIZES
        for start in range(len(marked) - size + 1)
    ]


def _length(row: Floats) -> float:
    return float(np.sqrt(row @ row)) + 1e-9


def _times(numbers: Ints, many: int) -> Floats:
    return np.bincount(numbers, minlength=many).astype(np.float32)
