"""Stock scorers, to measure against: what a few lines with a library would reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.search.model import Decision
from workshop.answered import Answered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.model import Target

MOST_STRINGS = 60


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


def stock_scorers(targets: Sequence[Target]) -> dict[str, Callable[[str], Answered]]:
    """The stock scorers by name, each over every string of every target."""
    return {
        "rapidfuzz WRatio": Fuzzy(targets, fuzz.WRatio).match,
        "rapidfuzz token_set_ratio": Fuzzy(targets, fuzz.token_set_ratio).match,
    }


def texts_of(target: Target) -> tuple[str, ...]:
    """Every string by which a stock scorer can find a target."""
    texts = (target.title, *target.aliases, *target.examples, *target.search_words, target.summary)
    return tuple(text for text in texts if text)
