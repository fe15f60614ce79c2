"""The search: a typed question, and the card that it asks for."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.search.acronyms import in_one_dress
from bot.search.confidence import stored_calibration
from bot.search.heads import stored_heads
from bot.search.lists import Browser
from bot.search.model import Decision, Found, Matched
from bot.search.negation import without_negated
from bot.search.ranking import MOST_FOUND, NOBODY, Ranker
from bot.search.review_names import Names
from bot.search.segments import is_long, parts_of
from bot.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.library.model import Term
    from bot.search.confidence import Calibration
    from bot.search.lists import Browsing
    from bot.search.model import Target
    from bot.search.ranking import Ranking
    from bot.search.review_names import Named
    from bot.search.sparse import Floats

MOST_PARTS = 3  # of a message that are looked up each for itself
MOST_QUESTIONS = 2  # in one message; more are answered with choices
SURE_OF_A_NAME = 0.97
SURE_OF_A_LIST = 0.9
ELSEWHERE = 0.02  # another council's number is never in these cards
SILENCE = Matched(Decision.NONE)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What to look up, the same without slips, whom it names, and its vector."""

    asked: str
    kept: str
    named: Named
    vector: Floats | None


class Search:
    """Finds the target that a question asks for, and says how sure it is.

    Args:
        targets: what a question may be answered with.
        vocabulary: what practitioners type, and what it means.
        out_of_scope: questions that must not be answered.
        heads: what was fitted on the examples; the stored ones unless given.
        encode: gives a text its vector; None where the encoder is switched off.
        calibration: how sure to be; the stored one unless given.
        published_elsewhere: names of reviews that are known, and in no library of ours.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        vocabulary: Sequence[Term] = (),
        out_of_scope: Sequence[str] = (),
        *,
        heads: Mapping[str, NDArray[Any]] | None = None,
        encode: Callable[[str], Floats] | None = None,
        calibration: Calibration | None = None,
        published_elsewhere: Sequence[str] = (),
    ) -> None:
        self.targets = tuple(targets)
        self.calibration = calibration or stored_calibration(with_encoder=encode is not None)
        self._encode = encode
        stored = stored_heads() if heads is None else heads
        self._ranker = Ranker(self.targets, vocabulary, out_of_scope, stored)
        self._names = Names(self.targets, self._ranker.spelling, published_elsewhere)
        self._browser = Browser(self.targets)

    def match(self, text: str, vector: Floats | None = None) -> Matched:
        """What a typed question was matched with; any text at all gets an answer, or silence.

        Args:
            text: the question as typed.
            vector: its vector, where it is known already.
        """
        if not self.targets or not words_of(text):
            return SILENCE
        with self._ranker.spelling.one_message():
            return self._match(self._read(text, vector))

    def ranking_of(self, text: str) -> Ranking | None:
        """The ranking that the rule weighs; None where a name or a list decides."""
        with self._ranker.spelling.one_message():
            heard = self._read(text)
            if heard.named != NOBODY:
                return None
            ranking = self._rank(heard)
            return None if self._listed(ranking, heard.kept) else ranking

    def _match(self, heard: _Heard) -> Matched:
        named = heard.named
        if named.unknown is not None:
            return replace(SILENCE, unknown_review=named.unknown)
        ranking = self._rank(heard)
        if named.elsewhere is not None:
            return Matched(Decision.NONE, tuple(self._found(ranking, ELSEWHERE)), ELSEWHERE)
        if named.known or named.near:
            return self._of_a_name(ranking, named)
        listed = self._listed(ranking, heard.kept)
        if listed is not None:
            sure = max(self.calibration.answerable.of(ranking.features), SURE_OF_A_LIST)
            return self._browsed(ranking, listed, sure)
        return self._in_parts(heard.asked, ranking) or self._matched(ranking)

    def _read(self, text: str, vector: Floats | None = None) -> _Heard:
        text = in_one_dress(text)
        mended = self._ranker.spelling.mended(text, self._names.words)
        kept, negated = without_negated(mended)
        named = self._names.read(kept)
        if not negated:
            if vector is None:
                vector = self._vector_of(text if is_long(text) else kept)
            return _Heard(text, kept, named, vector)
        named = replace(named, known=self._without(named.known, negated))
        return _Heard(kept, kept, named, self._vector_of(kept))

    def _vector_of(self, text: str) -> Floats | None:
        return None if self._encode is None else self._encode(text)

    def _rank(self, heard: _Heard) -> Ranking:
        return self._ranker.rank(heard.asked, heard.kept, heard.named, heard.vector)

    def _listed(self, ranking: Ranking, kept: str) -> Browsing | None:
        """The list that is asked for, unless a card beside it is surely meant."""
        browsing = self._browser.read(kept)
        return None if browsing is None or self._is_surer(ranking, browsing) else browsing

    def with_calibration(self, calibration: Calibration) -> Search:
        """The same matcher, as sure as another calibration says."""
        other = copy(self)
        other.calibration = calibration
        return other

    def _without(self, known: tuple[int, ...], negated: str) -> tuple[int, ...]:
        """The named reviews but those of a place that is not meant, unless no other is left."""
        said = set(words_of(negated))
        meant = tuple(one for one in known if not said & set(words_of(self.targets[one].area)))
        return meant or known

    def _is_surer(self, ranking: Ranking, browsing: Browsing) -> bool:
        """Whether a card beside the cards of a list is surely meant after all.

        Beside the cards of a year, only a card that says that year itself.
        """
        if ranking.first in browsing.targets or self._right(ranking) < SURE_OF_A_LIST:
            return False
        if browsing.is_theme:
            return True
        is_card = self.targets[ranking.first].kind != "screen"
        return is_card and browsing.year in self._ranker.because(ranking, ranking.first)

    def _matched(self, ranking: Ranking) -> Matched:
        confidence = self.calibration.answerable.of(ranking.features)
        decision, first = self._decision(ranking), self.targets[ranking.first]
        if decision is Decision.ANSWER and first.kind == "theme":
            listed = self._browser.of_theme(first.themes[0])
            if listed is not None:
                return self._browsed(ranking, listed, confidence)
        found = tuple(self._found(ranking, confidence))
        return Matched(decision, found, confidence, why=_why(found))

    def _of_a_name(self, ranking: Ranking, named: Named) -> Matched:
        """A named review is the answer; one with a name a slip away is only offered."""
        found = tuple(self._found(ranking, SURE_OF_A_NAME))
        one = named.known and not named.several
        decision = Decision.ANSWER if one else Decision.CHOICES
        return Matched(decision, found, SURE_OF_A_NAME, why=_why(found))

    def _browsed(self, ranking: Ranking, browsing: Browsing, confidence: float) -> Matched:
        scores = dict(
            zip(ranking.scored.targets.tolist(), ranking.scored.total.tolist(), strict=True)
        )

        def worth(number: int) -> tuple[float, int]:
            local = 1.0 if self.targets[number].kind == "review" else 0.0
            return -scores.get(number, 0.0) - local, number

        found = tuple(
            Found(self.targets[number].address, confidence, self._ranker.because(ranking, number))
            for number in sorted(browsing.targets, key=worth)[:MOST_FOUND]
        )
        return Matched(
            Decision.ANSWER, found, confidence, browse=browsing.address, why=_why(found)
        )

    def _in_parts(self, text: str, whole: Ranking) -> Matched | None:
        """The answers to the two questions of a message; a long one is looked at as a whole."""
        parts = parts_of(text)
        if not 1 < len(parts) <= MOST_PARTS or is_long(text):
            return None
        rankings = [self._ranker.rank(part, vector=self._vector_of(part)) for part in parts]
        sure = {
            ranking.first: ranking
            for ranking in rankings
            if self._decision(ranking) is Decision.ANSWER
        }
        if len(sure) == MOST_QUESTIONS:
            return _together(
                tuple(self._matched(ranking) for ranking in sure.values()), Decision.ANSWER
            )
        if len(rankings) == MOST_QUESTIONS and self._decision(whole) is Decision.CHOICES:
            offered = tuple(self._matched(ranking) for ranking in rankings)
            if all(part.decision is not Decision.NONE for part in offered):
                return replace(_together(offered, Decision.CHOICES), parts=())
        return None

    def _right(self, ranking: Ranking) -> float:
        return self.calibration.right.of(ranking.features)

    def _decision(self, ranking: Ranking) -> Decision:
        return self.calibration.decide(
            self.calibration.answerable.of(ranking.features), self._right(ranking)
        )

    def _found(self, ranking: Ranking, confidence: float) -> Iterator[Found]:
        best = max(float(ranking.scored.total[ranking.order[0]]), 1e-6)
        for place in ranking.order:
            score = float(ranking.scored.total[place])
            if score <= 0:
                return
            number = int(ranking.scored.targets[place])
            yield Found(
                self.targets[number].address,
                round(confidence * score / best, 4),
                self._ranker.because(ranking, number),
            )


def _together(parts: tuple[Matched, ...], decision: Decision) -> Matched:
    """The answers to several questions, the first of each before the second of any."""
    found: dict[str, Found] = {}
    for rank in range(MOST_FOUND):
        for part in parts:
            for one in part.found[rank : rank + 1]:
                found.setdefault(one.address, one)
    return Matched(
        decision,
        tuple(found.values())[:MOST_FOUND],
        min(part.confidence for part in parts),
        parts=parts,
        why=" ".join(part.why for part in parts),
    )


def _why(found: Sequence[Found]) -> str:
    if not found or not found[0].because:
        return ""
    words = ", ".join(f"\u201c{word}\u201d" for word in found[0].because)
    return f"Matched on {words}."
