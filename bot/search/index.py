"""The index: which words, pairs of words and letter groups stand in which target."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import compress, count, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from bot.search.ngrams import groups_of, groups_of_all
from bot.search.sparse import Rows, pooled, rarity, weight_of
from bot.search.words import END, british, stem, stems_of, words_in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.search.sparse import Floats, Ints

AS_A_NAME = 1.5  # the weight of a title or another name of a target
SATURATION = 2.0  # how soon a word said again and again stops counting
LENGTH_SHARE = 1.0  # how much a long text is held back
MOST_DENSE = 8_000_000  # cells; larger tables are kept sparse
UNKNOWN = -2  # a stem in a pair that stands in no target
AT_THE_END = -1  # the number that stands after the words of each text
EDGE = -1  # the number that stands for the start and the end of a text in a pair
Number = TypeVar("Number", int, "NDArray[np.int64]")
ROOM = 30  # bits for the second stem of a pair


class Text(NamedTuple):
    """One text of a target: an example, a title, a summary."""

    target: int
    line: str
    weight: float
    example: bool = True


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of all texts, one after the other.

    Args:
        texts: for each word the number of its text.
        words: its number.
        roots: the number of its stem.
    """

    texts: Ints
    words: Ints
    roots: Ints


class Index:
    """All that is looked up for a question, laid out once.

    Args:
        texts: the texts of all targets.
        size: the number of targets.
        outside: questions that must not be answered; examples of no target.
    """

    def __init__(self, texts: Sequence[Text], size: int, outside: Sequence[str] = ()) -> None:
        self.size = size
        self._said: dict[int, frozenset[int]] = {}
        self._pairs: dict[int, int] = {}
        self.grams: dict[int, int] = {}
        every = [*texts, *(Text(size, question, 0.0) for question in outside)]
        tokens, says_something = self._tokens([text.line for text in every])
        every = list(compress(every, says_something))
        targets = np.array([text.target for text in every], np.int64)
        weights = np.array([text.weight for text in every], np.float64)
        examples = np.array([text.example for text in every], np.bool_)
        self.example_targets = targets[examples]
        self.example_is_name = weights[examples] == AS_A_NAME
        each = np.arange(size + 2)
        self._examples_of: list[int] = self.example_targets.searchsorted(each).tolist()
        self._worded = _worded(tokens, self.example_targets, examples)
        self._count_words(tokens, targets, weights)
        self._count_pairs(tokens, targets, weights, examples)
        self.roots = list(self.stems)

    def known(self, word: str) -> int | None:
        """The number of a word that stands in some target, in its British spelling too."""
        found = self.words.get(word)
        return self.words.get(british(word)) if found is None else found

    def worded(self, words: Sequence[str]) -> tuple[int, ...]:
        """The targets that have an example of just these words; `size` stands for none."""
        numbers = np.array([self.words.get(word, UNKNOWN) for word in words], np.int64)
        return self._worded.get(numbers.tobytes(), ())

    def pairs_in(self, roots: Sequence[int]) -> tuple[list[int], int]:
        """The numbers of the pairs of neighbouring stems, in order, and how many are in no example."""
        said = pairs_of(roots)
        known = sorted({self._pairs[pair] for pair in said if pair in self._pairs})
        return known, len(said) - len(known)

    def grams_in(self, word: str) -> tuple[list[int], int]:
        """The numbers of the letter groups of a word, and how many stand in no known word."""
        groups = groups_of(word)
        known = [gram for gram in map(self.grams.get, groups) if gram is not None]
        return known, len(groups) - len(known)

    def nearest(self, vector: Floats, target: int) -> float:
        """How near the nearest example of a target is; `size` stands for examples of none."""
        first, last = self._examples_of[target : target + 2]
        if first == last:
            return 0.0
        start, end = self.examples.starts[first], self.examples.starts[last]
        cells = vector[self.examples.columns[start:end]]
        cells *= self.examples.values[start:end]
        return float(np.add.reduceat(cells, self.examples.bounds[first:last] - start).max())

    def said_by(self, target: int) -> frozenset[int]:
        """The stems that stand in a target."""
        said = self._said.get(target)
        if said is None:
            said = self._said[target] = frozenset(self._stems_of_target.row(target)[0].tolist())
        return said

    def root_of(self, word: str) -> str:
        """The stem of a word, looked up where the word is known."""
        number = self.words.get(word)
        return stem(word) if number is None else self.roots[self.stem_of_word[number]]

    def _tokens(self, lines: Sequence[str]) -> tuple[Tokens, list[bool]]:
        """The words of all lines that say something, and which do."""
        self.words, row = _numbers_of(words_in_a_row(lines))
        self.stems, stems = _numbers_of(stems_of(list(self.words)))
        self.stem_of_word: list[int] = stems.tolist()
        is_word = row != AT_THE_END
        line, words = np.cumsum(~is_word)[is_word], row[is_word]
        says_something = np.bincount(line, minlength=len(lines)) > 0
        text = (np.cumsum(says_something) - 1)[line]
        return Tokens(text, words, stems[words]), says_something.tolist()

    def _count_words(self, tokens: Tokens, targets: Ints, weights: NDArray[np.float64]) -> None:
        owner = targets[tokens.texts]
        inside = owner < self.size
        worth = weights[tokens.texts]
        self._weigh_stems(*pooled(owner[inside], tokens.roots[inside], worth[inside]))
        self._weigh_letters(pooled(owner[inside], tokens.words[inside])[1])

    def _count_pairs(
        self,
        tokens: Tokens,
        targets: Ints,
        weights: NDArray[np.float64],
        examples: NDArray[np.bool_],
    ) -> None:
        """Counts the stems and pairs of the examples, each text between two edges."""
        line = np.full(len(tokens.roots) + len(targets) + 1, EDGE, np.int64)
        line[np.arange(len(tokens.roots)) + tokens.texts + 1] = tokens.roots
        text = np.repeat(np.arange(len(targets)), np.bincount(tokens.texts, minlength=0) + 1)
        taught = examples[text]
        keys, pairs = np.unique(_pair(line[:-1], line[1:])[taught], return_inverse=True)
        self._pairs = _numbered(keys)
        text = text[taught]
        owner = targets[text]
        inside = owner < self.size
        self._weigh_pairs(*pooled(owner[inside], pairs[inside], weights[text][inside]))
        number = np.cumsum(examples) - 1
        stems = examples[tokens.texts]
        self._keep_examples(
            pooled(number[tokens.texts[stems]], tokens.roots[stems]), pooled(number[text], pairs)
        )

    def _weigh_stems(self, targets: Ints, stems: Ints, counts: Floats) -> None:
        found_in = _times(stems, len(self.stems))
        rarities = rarity(found_in, self.size)
        self.rarity: list[float] = rarities.tolist()
        self.rarest = float(rarity(np.zeros(1, np.float32), self.size)[0])
        lengths = np.bincount(targets, weights=counts, minlength=self.size).astype(np.float32)
        usual = max(float(lengths.mean()) if self.size else 1.0, 1e-9)
        room = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * lengths / usual)
        impact = counts * (SATURATION + 1) / (counts + room[targets]) * rarities[stems]
        self.targets_of_stem = Rows(stems, targets, impact, len(self.stems))
        self.impacts: Floats | None = None
        if len(self.stems) * self.size <= MOST_DENSE:
            self.impacts = np.zeros((len(self.stems), self.size), np.float32)
            self.impacts[stems, targets] = impact
        self._stems_of_target = Rows(targets, stems, counts, self.size)

    def _weigh_pairs(self, targets: Ints, pairs: Ints, counts: Floats) -> None:
        found_in = _times(pairs, len(self._pairs))
        self.pair_rarity = rarity(found_in, self.size)
        value = np.log1p(counts) * self.pair_rarity[pairs]
        norms = np.sqrt(np.bincount(targets, weights=value**2, minlength=self.size)) + 1e-9
        value *= self.pair_rarity[pairs] / norms[targets]
        self.targets_of_pair = Rows(pairs, targets, value, len(self._pairs))

    def _weigh_letters(self, words: Ints) -> None:
        """Weighs the letter groups of all words; `words` has each once for each of its targets."""
        spelt, groups = groups_of_all(list(self.words))
        groups, owners, times = pooled(groups, spelt)
        is_new = np.diff(groups, prepend=-1) > 0
        self.grams = _numbered(groups[is_new])
        grams = np.cumsum(is_new) - 1
        found_in = _times(words, len(self.words))
        spread = np.bincount(grams, weights=found_in[owners], minlength=len(self.grams))
        self.gram_weight = weight_of(np.minimum(spread, self.size).astype(np.float32), self.size)
        value = times * self.gram_weight[grams]
        lengths = np.sqrt(np.bincount(owners, weights=value**2, minlength=len(self.words)))
        likeness = value * self.gram_weight[grams] / lengths[owners]
        self.like_words = Rows(grams, owners, likeness, len(self.grams))

    def _keep_examples(
        self, stems: tuple[Ints, Ints, Floats], pairs: tuple[Ints, Ints, Floats]
    ) -> None:
        many = len(self.example_targets)
        weights = weight_of(_times(stems[1], len(self.stems)), many)
        self.stem_weight: list[float] = weights.tolist()
        self.examples = Rows.of_length_one(*stems, weights, many)
        self.pair_times = _times(pairs[1], len(self._pairs))
        self.pair_weight = weight_of(self.pair_times, many)
        self.example_pairs = Rows.of_length_one(*pairs, self.pair_weight, many)


def _numbers_of(things: Iterable[str]) -> tuple[dict[str, int], NDArray[np.int64]]:
    """A number for each thing in the order in which they come, and the numbers of all."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__, {END: AT_THE_END})
    every = np.fromiter(map(numbers.__getitem__, things), np.int64)
    del numbers[END]
    return dict(numbers), every


def _worded(
    tokens: Tokens, example_targets: Ints, examples: NDArray[np.bool_]
) -> dict[bytes, tuple[int, ...]]:
    """For the words of each example, as their numbers, the targets that have it."""
    ends = np.cumsum(np.bincount(tokens.texts, minlength=len(examples))) * tokens.words.itemsize
    starts = np.append(0, ends)[:-1]
    numbers = tokens.words.tobytes()
    worded: dict[bytes, tuple[int, ...]] = {}
    columns = (example_targets, starts[examples], ends[examples])
    for target, start, end in zip(*(column.tolist() for column in columns), strict=True):
        said = numbers[start:end]
        bearers = worded.setdefault(said, (target,))
        if target not in bearers:
            worded[said] = (*bearers, target)
    return worded


def _numbered(keys: Ints) -> dict[int, int]:
    """The place of each key."""
    return dict(zip(keys.tolist(), range(len(keys)), strict=True))


def pairs_of(roots: Sequence[int]) -> list[int]:
    """The pairs of neighbouring stems as one number each, the edges of the text among them."""
    return [_pair(first, second) for first, second in pairwise((EDGE, *roots, EDGE))]


def _pair(first: Number, second: Number) -> Number:
    return (first - UNKNOWN) << ROOM | (second - UNKNOWN)


def _times(numbers: Ints, many: int) -> Floats:
    return np.bincount(numbers, minlength=many).astype(np.float32)
