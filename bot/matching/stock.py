"""Stock scorers, to measure against: what a few lines with a library would reach."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.matching.answered import Answered
from bot.matching.model import Decision
from bot.matching.words import stem, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.matching.model import Target

MOST_STRINGS = 60
SATURATION = 1.5
LENGTH_SHARE = 0.75


class Fuzzy:
    """The best single string of any target, by one of rapidfuzz's scorers.

    Args:
        targets: what a question may be answered with.
        scorer: `fuzz.WRatio` or `fuzz.token_set_ratio`.
    """

    def __init__(self, targets: Sequence[Target], scorer: Callable[..., float]) -> None:
        strings = [(text, target.address) for target in targets for text in texts_of(target)]
        self._texts = [utils.default_process(text) for text, _ in strings]
        self._addresses = [address for _, address in strings]
        self._scorer = scorer

    def match(self, text: str) -> Answered:
        """The targets of the best strings; it always answers, as it comes."""
        best = process.extract(
            utils.default_process(text), self._texts, scorer=self._scorer, limit=MOST_STRINGS
        )
        found = dict.fromkeys(self._addresses[place] for _, _, place in best)
        confidence = best[0][1] / 100 if best else 0.0
        return Answered(tuple(frozenset({one}) for one in found), confidence, Decision.ANSWER)


class Bm25:
    """Okapi BM25 over stems, all strings of a target taken together.

    Args:
        targets: what a question may be answered with.
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        self._addresses = [target.address for target in targets]
        stems = [
            [stem(word) for text in texts_of(one) for word in words_of(text)] for one in targets
        ]
        usual = sum(map(len, stems)) / max(len(stems), 1)
        self._found_in: dict[str, dict[int, float]] = {}
        for number, words in enumerate(stems):
            for word in words:
                counts = self._found_in.setdefault(word, {})
                counts[number] = counts.get(number, 0.0) + 1
        for counts in self._found_in.values():
            rare = log(1 + (len(stems) - len(counts) + 0.5) / (len(counts) + 0.5))
            for number, count in counts.items():
                room = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * len(stems[number]) / usual)
                counts[number] = rare * count * (SATURATION + 1) / (count + room)

    def match(self, text: str) -> Answered:
        """The targets with the highest score; it always answers, as it comes."""
        scores: dict[int, float] = {}
        for word in words_of(text):
            for number, score in self._found_in.get(stem(word), {}).items():
                scores[number] = scores.get(number, 0.0) + score
        best = sorted(scores, key=lambda number: (-scores[number], number))[:MOST_STRINGS]
        confidence = scores[best[0]] if best else 0.0
        return Answered(
            tuple(frozenset({self._addresses[number]}) for number in best),
            confidence / (1 + confidence),
            Decision.ANSWER,
        )


def stock_scorers(targets: Sequence[Target]) -> dict[str, Callable[[str], Answered]]:
    """The stock scorers by name, each over every string of every target."""
    return {
        "rapidfuzz WRatio": Fuzzy(targets, fuzz.WRatio).match,
        "rapidfuzz token_set_ratio": Fuzzy(targets, fuzz.token_set_ratio).match,
        "BM25": Bm25(targets).match,
    }


def texts_of(target: Target) -> tuple[str, ...]:
    """Every string by which a stock scorer can find a target."""
    texts = (target.title, *target.aliases, *target.examples, *target.search_words, target.summary)
    return tuple(text for text in texts if text)
