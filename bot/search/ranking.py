"""All targets ranked for one question: scores, order and what speaks for the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.features import AMONG, features_of
from bot.search.heads import Heads
from bot.search.index import AS_A_NAME, Index, Text
from bot.search.intent import wants_learning
from bot.search.lexicon import Lexicon
from bot.search.query import Reader
from bot.search.review_names import Named
from bot.search.score import Scorer
from bot.search.segments import is_long, parts_of
from bot.search.spelling import Spelling
from bot.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.library.model import Term
    from bot.search.features import Features
    from bot.search.model import Target
    from bot.search.query import Question
    from bot.search.score import Scored
    from bot.search.sparse import Floats

MOST_FOUND = 5
NAMED = 2.6  # added to the score of a review that is named
NEXT_NAMED = 0.65  # how much less for each further bearer of the name
WORD_FOR_WORD = 0.7  # added where the question stands in a card word for word
HANDICAPS = {"theme": 0.1, "screen": 0.4}  # a card answers a question better than these
UNTAUGHT = frozenset({"theme"})  # its examples are those of its cards
TEACHES_NOTHING = 0.5  # how much a plain answer or screen loses where learning is wanted
BY_SENTENCE = 0.8  # in a long text, where much stands beside the point
TELLING = 0.4  # of the rarity of the rarest word, from which on a word is named as a reason
NOBODY = Named()


@dataclass(frozen=True, slots=True)
class Ranking:
    """How the targets rank for a question.

    Args:
        question: what was looked up.
        scored: how well the targets fit.
        order: the places of the best in `scored`, best first.
        first: the number of the best target.
        features: what speaks for it.
    """

    question: Question
    scored: Scored
    order: tuple[int, ...]
    first: int
    features: Features


class Ranker:
    """Ranks all targets for a question.

    Args:
        targets: what a question may be answered with.
        vocabulary: what practitioners type, and what it means.
        out_of_scope: questions that must not be answered.
        stored: what was fitted on the examples.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        vocabulary: Sequence[Term],
        out_of_scope: Sequence[str],
        stored: Mapping[str, NDArray[Any]],
    ) -> None:
        self.index = Index(_texts(targets), len(targets), out_of_scope)
        self.spelling = Spelling(self.index)
        self._reader = Reader(self.index, self.spelling, Lexicon(vocabulary))
        self._taught = frozenset(
            number for number, one in enumerate(targets) if one.kind not in UNTAUGHT
        )
        self._scorer = Scorer(self.index, Heads(stored, [one.address for one in targets]))
        self._handicaps = np.array([HANDICAPS.get(one.kind, 0.0) for one in targets], np.float32)
        self._teaches_nothing = np.array(
            [TEACHES_NOTHING * (one.kind in {"topic", "screen"}) for one in targets], np.float32
        )

    def rank(
        self, text: str, mended: str = "", named: Named = NOBODY, vector: Floats | None = None
    ) -> Ranking:
        """What a text asks for.

        Args:
            text: the question as typed.
            mended: the question without slips, for the heads and to be found word for word.
            named: the reviews that it names.
            vector: its vector, where there is an encoder.
        """
        question = self._reader.read(text)
        scored = self._scorer.score(question, mended or text, vector)
        total = scored.total - self._handicaps[scored.targets]
        if wants_learning(text):
            total -= self._teaches_nothing[scored.targets]
        if is_long(text):
            total += BY_SENTENCE * self._by_sentence(text)[scored.targets]
        for rank, number in enumerate((*named.known, *named.near)):
            total[scored.targets == number] += NAMED - NEXT_NAMED * rank
        for number in self._taught.intersection(self.index.worded(words_of(mended or text))):
            total[scored.targets == number] += WORD_FOR_WORD
        scored = replace(scored, total=total)
        order = np.argsort(-total.round(3), kind="stable")[: max(MOST_FOUND, AMONG)].tolist()
        return Ranking(
            question,
            scored,
            tuple(order[:MOST_FOUND]),
            int(scored.targets[order[0]]),
            features_of(question, scored, self.index, order),
        )

    def _by_sentence(self, text: str) -> Floats:
        """How well each target fits the sentence of a long text that it fits best."""
        sentences = [self._reader.read(part) for part in parts_of(text)]
        best: Floats = np.maximum.reduce([self._scorer.by_words(one) for one in sentences])
        return best

    def because(self, ranking: Ranking, target: int) -> tuple[str, ...]:
        """The telling words of the question that a target says too, in order, five at most."""
        stems = self.index.said_by(target)
        said: dict[str, float] = {}
        for words, readings, rarity in ranking.question.units:
            for roots, _ in readings:
                if roots[0] in stems and stems.issuperset(roots):
                    said[words] = rarity
                    break
        rarest = sorted(said, key=said.__getitem__, reverse=True)[:MOST_FOUND]
        least = TELLING * said[rarest[0]] if rarest else 0.0
        return tuple([word for word in said if word in rarest and said[word] >= least])


def _texts(targets: Sequence[Target]) -> list[Text]:
    """All texts of all targets, in order."""
    return [
        Text(number, *text) for number, target in enumerate(targets) for text in _texts_of(target)
    ]


def _texts_of(target: Target) -> Iterator[tuple[str, float, bool]]:
    """The texts of a target, how much each counts, and whether it is an example of a question."""
    for text in target.examples:
        yield text, 1.0, True
    for text in (target.title, *target.aliases):
        yield text, AS_A_NAME, True
    yield " ".join(target.search_words), 0.5, False
    yield " ".join(target.theme_words), 0.15, False
    yield target.summary, 0.15, False
