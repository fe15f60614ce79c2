"""The matcher: a typed question, and the card that it asks for."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.matching.model import Decision, Found, Matched
from bot.matching.words import SHORT, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.library.model import Term
    from bot.matching.model import Target
ANSWERABLE = 0.25
SURE = 0.4


class Matcher:
    """Finds the target that a question asks for, and says how sure it is.

    Args:
        targets: what a question may be answered with.
        vocabulary: what practitioners type, and what it means.
        out_of_scope: questions that must not be answered.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        vocabulary: Sequence[Term] = (),
        out_of_scope: Sequence[str] = (),
    ) -> None:
        self.targets = tuple(targets)
        self.vocabulary = tuple(vocabulary)
        self.out_of_scope = tuple(out_of_scope)
        self._found_in: dict[str, dict[int, float]] = defaultdict(dict)
        for number, target in enumerate(self.targets):
            for text, weight in texts_of(target):
                for word in words_of(text):
                    stems = self._found_in[stem(word)]
                    stems[number] = stems.get(number, 0.0) + weight

    def match(self, text: str) -> Matched:
        """What the question was matched with; any text at all is answered."""
        scores: dict[int, float] = defaultdict(float)
        asked = 0.0
        because: dict[int, list[str]] = defaultdict(list)
        for word in words_of(text):
            root, share = self._known(stem(word))
            rarity = self._rarity(root)
            asked += rarity
            for number, weight in self._found_in.get(root, {}).items():
                scores[number] += share * rarity * weight / (weight + 1)
                because[number].append(word)
        best = sorted(scores, key=lambda number: (-scores[number], number))[:5]
        found = tuple(
            Found(
                self.targets[number].address,
                min(1.0, scores[number] / (asked + 1)),
                tuple(because[number]),
            )
            for number in best
        )
        if not found or found[0].score < ANSWERABLE:
            return Matched(Decision.NONE, found, found[0].score if found else 0.0)
        decision = Decision.ANSWER if found[0].score > SURE else Decision.CHOICES
        words = ", ".join(f"\u201c{word}\u201d" for word in found[0].because)
        return Matched(decision, found, found[0].score, why=f"Matched on {words}.")

    def _known(self, root: str) -> tuple[str, float]:
        if root in self._found_in or len(root) < SHORT:
            return root, 1.0
        near = extract(
            root, list(self._found_in), scorer=OSA.distance, score_cutoff=len(root) // 4, limit=1
        )
        return (str(near[0][0]), 0.8) if near else (root, 1.0)

    def _rarity(self, root: str) -> float:
        found_in = len(self._found_in.get(root, ()))
        return log(1 + (len(self.targets) - found_in + 0.5) / (found_in + 0.5))


def texts_of(target: Target) -> Iterator[tuple[str, float]]:
    """The texts of a target, each with the weight of its field."""
    yield target.title, 2.0
    for alias in target.aliases:
        yield alias, 2.0
    for example in target.examples:
        yield example, 1.0
    for word in (*target.search_words, *target.theme_words):
        yield word, 0.5
    yield target.summary, 0.3
