"""The matcher: a typed question, and the card that it asks for."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.matching.browse import Browser
from bot.matching.confidence import stored_calibration
from bot.matching.looking import MOST_FOUND, NOBODY, Looker
from bot.matching.model import Decision, Found, Matched
from bot.matching.names import Names
from bot.matching.negation import without_negated
from bot.matching.parts import is_long, parts_of
from bot.matching.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.library.model import Term
    from bot.matching.browse import Browsing
    from bot.matching.confidence import Calibration
    from bot.matching.looking import Look
    from bot.matching.model import Target
    from bot.matching.names import Named

MOST_QUESTIONS = 2  # in one message; more are answered with choices
SURE_OF_A_NAME = 0.97
SURE_OF_A_LIST = 0.9
ELSEWHERE = 0.02  # another council's number is never in these cards
SILENCE = Matched(Decision.NONE)


class Matcher:
    """Finds the target that a question asks for, and says how sure it is.

    Args:
        targets: what a question may be answered with.
        vocabulary: what practitioners type, and what it means.
        out_of_scope: questions that must not be answered.
        calibration: how sure to be; the stored one unless given.
        published_elsewhere: names of reviews that are known, and in no library of ours.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        vocabulary: Sequence[Term] = (),
        out_of_scope: Sequence[str] = (),
        calibration: Calibration | None = None,
        published_elsewhere: Sequence[str] = (),
    ) -> None:
        self.targets = tuple(targets)
        self.calibration = calibration or stored_calibration()
        self._looker = Looker(self.targets, vocabulary, out_of_scope)
        self._names = Names(self.targets, self._looker.spelling, published_elsewhere)
        self._browser = Browser(self.targets)

    def match(self, text: str) -> Matched:
        """What a typed question was matched with; any text at all gets an answer, or silence."""
        if not self.targets or not words_of(text):
            return SILENCE
        with self._looker.spelling.one_message():
            return self._match(text)

    def look(self, text: str) -> Look | None:
        """The look that the rule weighs; None where a name or a list decides."""
        with self._looker.spelling.one_message():
            asked, kept, named = self._read(text)
            if named != NOBODY:
                return None
            look = self._looker.look(asked, kept)
            return None if self._listed(look, kept) else look

    def _match(self, text: str) -> Matched:
        asked, kept, named = self._read(text)
        if named.unknown is not None:
            return replace(SILENCE, unknown_review=named.unknown)
        look = self._looker.look(asked, kept, named)
        if named.elsewhere is not None:
            return Matched(Decision.NONE, tuple(self._found(look, ELSEWHERE)), ELSEWHERE)
        if named.known or named.near:
            return self._of_a_name(look, named)
        listed = self._listed(look, kept)
        if listed is not None:
            sure = max(self.calibration.answerable.of(look.features), SURE_OF_A_LIST)
            return self._browsed(look, listed, sure)
        return self._in_parts(asked, look) or self._matched(look)

    def _read(self, text: str) -> tuple[str, str, Named]:
        """What to look up, the same without slips, and whom it names."""
        mended = self._looker.spelling.mended(text, self._names.words)
        kept, negated = without_negated(mended)
        named = self._names.read(kept)
        if not negated:
            return text, kept, named
        return kept, kept, replace(named, known=self._without(named.known, negated))

    def _listed(self, look: Look, kept: str) -> Browsing | None:
        """The list that is asked for, unless a card beside it is surely meant."""
        browsing = self._browser.read(kept)
        return None if browsing is None or self._is_surer(look, browsing) else browsing

    def with_calibration(self, calibration: Calibration) -> Matcher:
        """The same matcher, as sure as another calibration says."""
        other = copy(self)
        other.calibration = calibration
        return other

    def _without(self, known: tuple[int, ...], negated: str) -> tuple[int, ...]:
        """The named reviews but those of a place that is not meant, unless no other is left."""
        said = set(words_of(negated))
        meant = tuple(one for one in known if not said & set(words_of(self.targets[one].area)))
        return meant or known

    def _is_surer(self, look: Look, browsing: Browsing) -> bool:
        """Whether a card beside the cards of a list is surely meant after all.

        Beside the cards of a year, only a card that says that year itself.
        """
        if look.first in browsing.targets or self._right(look) < SURE_OF_A_LIST:
            return False
        if browsing.is_theme:
            return True
        is_card = self.targets[look.first].kind != "screen"
        return is_card and browsing.year in self._looker.because(look, look.first)

    def _matched(self, look: Look) -> Matched:
        confidence = self.calibration.answerable.of(look.features)
        decision, first = self._decision(look), self.targets[look.first]
        if decision is Decision.ANSWER and first.kind == "theme":
            listed = self._browser.of_theme(first.themes[0])
            if listed is not None:
                return self._browsed(look, listed, confidence)
        found = tuple(self._found(look, confidence))
        return Matched(decision, found, confidence, why=_why(found))

    def _of_a_name(self, look: Look, named: Named) -> Matched:
        """A named review is the answer; one with a name a slip away is only offered."""
        found = tuple(self._found(look, SURE_OF_A_NAME))
        decision = Decision.ANSWER if named.known else Decision.CHOICES
        return Matched(decision, found, SURE_OF_A_NAME, why=_why(found))

    def _browsed(self, look: Look, browsing: Browsing, confidence: float) -> Matched:
        scores = dict(zip(look.scored.targets.tolist(), look.scored.total.tolist(), strict=True))

        def worth(number: int) -> tuple[float, int]:
            local = 1.0 if self.targets[number].kind == "review" else 0.0
            return -scores.get(number, 0.0) - local, number

        found = tuple(
            Found(self.targets[number].address, confidence, self._looker.because(look, number))
            for number in sorted(browsing.targets, key=worth)[:MOST_FOUND]
        )
        return Matched(
            Decision.ANSWER, found, confidence, browse=browsing.address, why=_why(found)
        )

    def _in_parts(self, text: str, whole: Look) -> Matched | None:
        """The answers to the two questions of a message; a long one is looked at as a whole."""
        parts = parts_of(text)
        if len(parts) == 1 or is_long(text):
            return None
        looks = [self._looker.look(part) for part in parts]
        sure = {look.first: look for look in looks if self._decision(look) is Decision.ANSWER}
        if len(sure) == MOST_QUESTIONS:
            return _together(tuple(self._matched(look) for look in sure.values()), Decision.ANSWER)
        if len(looks) == MOST_QUESTIONS and self._decision(whole) is Decision.CHOICES:
            offered = tuple(self._matched(look) for look in looks)
            if all(part.decision is not Decision.NONE for part in offered):
                return replace(_together(offered, Decision.CHOICES), parts=())
        return None

    def _right(self, look: Look) -> float:
        return self.calibration.right.of(look.features)

    def _decision(self, look: Look) -> Decision:
        return self.calibration.decide(
            self.calibration.answerable.of(look.features), self._right(look)
        )

    def _found(self, look: Look, confidence: float) -> Iterator[Found]:
        best = max(float(look.scored.total[look.order[0]]), 1e-6)
        for place in look.order:
            score = float(look.scored.total[place])
            if score <= 0:
                return
            number = int(look.scored.targets[place])
            yield Found(
                self.targets[number].address,
                round(confidence * score / best, 4),
                self._looker.because(look, number),
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
