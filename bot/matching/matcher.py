"""The matcher: a typed question, and the card that it asks for."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.browse import Browser
from bot.matching.confidence import stored_calibration
from bot.matching.features import features_of
from bot.matching.index import Index, Text
from bot.matching.learned import learn
from bot.matching.lexicon import Lexicon
from bot.matching.model import Decision, Found, Matched
from bot.matching.names import Named, Names
from bot.matching.negation import without_negated
from bot.matching.parts import is_long, parts_of
from bot.matching.question import Reader
from bot.matching.scores import Scorer
from bot.matching.spelling import Spelling
from bot.matching.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.library.model import Term
    from bot.matching.confidence import Calibration
    from bot.matching.features import Features
    from bot.matching.model import Target
    from bot.matching.question import Question
    from bot.matching.scores import Scored

MOST_FOUND = 5
PREFER_A_SENTENCE = 0.1  # in a long message one sentence may be the question
MOST_QUESTIONS = 2  # in one message; more are answered with choices
NAMED = 2.0  # added to the score of a review that is named
DEMOTED = 1.0  # how much a target loses that fits what is not meant
WORD_FOR_WORD = 0.5  # added where the question stands in a target word for word
HANDICAPS = {"theme": 0.4}  # a list of cards answers a question less well than a card
SURE_OF_A_NAME = 0.97
SURE_OF_A_LIST = 0.9
ELSEWHERE = 0.02  # another council's number is never in these cards
MOST_WORDS_SHOWN = 5
SILENCE = Matched(Decision.NONE)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the targets for one question."""

    question: Question
    scored: Scored
    order: tuple[int, ...]
    features: Features
    answerable: float
    right: float


class Matcher:
    """Finds the target that a question asks for, and says how sure it is.

    Args:
        targets: what a question may be answered with.
        vocabulary: what practitioners type, and what it means.
        out_of_scope: questions that must not be answered.
        calibration: how sure to be; the stored one unless given.
    """

    def __init__(
        self,
        targets: Sequence[Target],
        vocabulary: Sequence[Term] = (),
        out_of_scope: Sequence[str] = (),
        calibration: Calibration | None = None,
    ) -> None:
        self.targets = tuple(targets)
        self.calibration = calibration or stored_calibration()
        self._index = Index(tuple(_texts(self.targets)), len(self.targets), out_of_scope)
        self._spelling = Spelling(self._index)
        self._reader = Reader(self._index, self._spelling, Lexicon(vocabulary))
        weights = learn(
            self._index.examples,
            self._index.example_targets,
            len(self._index.stems),
            len(self.targets) + bool(out_of_scope),
        )
        self._scorer = Scorer(self._index, weights)
        self._names = Names(self.targets, self._spelling)
        self._browser = Browser(self.targets)
        self._handicaps = np.array(
            [HANDICAPS.get(one.kind, 0.0) for one in self.targets], np.float32
        )
        self._worded = _word_for_word(self.targets)

    def match(self, text: str) -> Matched:
        """What a typed question was matched with; any text at all gets an answer, or silence."""
        if not self.targets or not words_of(text):
            return SILENCE
        mended = self._spelling.mended(text, self._names.words)
        kept, negated = without_negated(mended)
        named = self._names.read(kept)
        if named.unknown is not None:
            return replace(SILENCE, unknown_review=named.unknown)
        if negated:
            named = replace(named, known=self._without(named.known, negated))
        look = self._look(kept if negated else text, negated, named)
        browsing = None if named.known else self._browser.read(kept)
        if browsing is not None:
            return self._browsed(look, browsing.address, browsing.targets)
        if named.elsewhere is not None:
            return Matched(Decision.NONE, tuple(self._found(look, ELSEWHERE)), ELSEWHERE)
        if named.known or named.near:
            return self._matched(look, named)
        return self._in_parts(kept if negated else text, negated, look) or self._matched(
            look, named
        )

    def _without(self, known: tuple[int, ...], negated: str) -> tuple[int, ...]:
        """The named reviews, those of a place that is not meant put last."""
        said = set(words_of(negated))
        return tuple(
            sorted(known, key=lambda number: bool(said & set(words_of(self.targets[number].area))))
        )

    def with_calibration(self, calibration: Calibration) -> Matcher:
        """The same matcher, as sure as another calibration says."""
        other = copy(self)
        other.calibration = calibration
        return other

    def look(self, text: str) -> Look:
        """What one look at a text finds, without names, parts and lists: for calibration."""
        return self._look(text, "", Named())

    def _look(self, text: str, negated: str, named: Named) -> Look:
        question = self._reader.read(text)
        scored = self._scorer.score(question)
        total = scored.total
        if negated:
            total = (
                total - DEMOTED * self._scorer.by_words(self._reader.read(negated))[scored.targets]
            )
        for rank, number in enumerate((*named.known, *named.near)):
            total = total + np.where(scored.targets == number, NAMED - 0.1 * rank, 0)
        total = total - self._handicaps[scored.targets]
        for number in self._worded.get(_folded(text), ()):
            total = total + np.where(scored.targets == number, WORD_FOR_WORD, 0)
        scored = replace(scored, total=total.astype(np.float32))
        order = tuple(np.argsort(-scored.total, kind="stable")[:MOST_FOUND].tolist())
        features = features_of(question, scored, self._index, order[0])
        return Look(
            question,
            scored,
            order,
            features,
            self.calibration.answerable.of(features),
            self.calibration.right.of(features),
        )

    def _matched(self, look: Look, named: Named) -> Matched:
        answerable, right = look.answerable, look.right
        if named.known:
            answerable = right = max(answerable, SURE_OF_A_NAME)
        decision = self.calibration.decide(answerable, right)
        if named.near:
            decision, answerable = (
                Decision.CHOICES,
                max(answerable, self.calibration.choices_from),
            )
        found = tuple(self._found(look, answerable))
        return Matched(decision, found, answerable, why=_why(found))

    def _browsed(self, look: Look, address: str, targets: Sequence[int]) -> Matched:
        place = {int(number): where for where, number in enumerate(look.scored.targets)}
        best = sorted(targets, key=lambda number: (-self._worth(look, place, number), number))
        confidence = max(look.answerable, SURE_OF_A_LIST)
        found = tuple(
            Found(self.targets[number].address, confidence, self._because(look, number))
            for number in best[:MOST_FOUND]
        )
        return Matched(Decision.ANSWER, found, confidence, browse=address, why=_why(found))

    def _worth(self, look: Look, place: dict[int, int], number: int) -> float:
        here = place.get(number)
        score = float(look.scored.total[here]) if here is not None else 0.0
        return score + (1.0 if self.targets[number].kind == "review" else 0.0)

    def _in_parts(self, text: str, negated: str, whole: Look) -> Matched | None:
        parts = parts_of(text)
        if len(parts) == 1:
            return None
        looks = [self._look(part, negated, self._names.read(part)) for part in parts]
        sure = [look for look in looks if self._decision(look) is Decision.ANSWER]
        firsts = list(dict.fromkeys(look.order[0] for look in sure))
        if len(firsts) == MOST_QUESTIONS:
            matched = tuple(
                self._matched(next(look for look in sure if look.order[0] == first), Named())
                for first in firsts
            )
            return self._together(matched)
        if is_long(text) and sure:
            best = max(sure, key=lambda look: look.right)
            if best.right > whole.right - PREFER_A_SENTENCE:
                return self._matched(best, Named())
        return None

    def _decision(self, look: Look) -> Decision:
        return self.calibration.decide(look.answerable, look.right)

    @staticmethod
    def _together(parts: tuple[Matched, ...]) -> Matched:
        found = dict.fromkeys(
            one.address
            for rank in range(MOST_FOUND)
            for part in parts
            for one in part.found[rank : rank + 1]
        )
        by_address = {one.address: one for part in reversed(parts) for one in part.found}
        best = tuple(by_address[address] for address in found)[:MOST_FOUND]
        confidence = min(part.confidence for part in parts)
        return Matched(
            Decision.ANSWER,
            best,
            confidence,
            parts=parts,
            why=" ".join(part.why for part in parts),
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
                self._because(look, number),
            )

    def _because(self, look: Look, number: int) -> tuple[str, ...]:
        """The words of the question that the target says too, the rarest first."""
        said = {
            unit.said: unit.rarity
            for unit in look.question.units
            if any(self._index.says(number, reading.stems) for reading in unit.readings)
        }
        best = sorted(said, key=lambda word: -said[word])[:MOST_WORDS_SHOWN]
        return tuple(word for word in said if word in best)


def _texts(targets: Sequence[Target]) -> Iterator[Text]:
    for number, target in enumerate(targets):
        for text in target.examples:
            yield Text(number, text, 1.0)
        for text in (target.title, *target.aliases):
            yield Text(number, text, 1.5)
        for text in target.search_words:
            yield Text(number, text, 0.5, example=False)
        for text in target.theme_words:
            yield Text(number, text, 0.15, example=False)
        yield Text(number, target.summary, 0.15, example=False)


def _word_for_word(targets: Sequence[Target]) -> dict[str, tuple[int, ...]]:
    """For each text of a target the targets that have it."""
    worded: dict[str, tuple[int, ...]] = {}
    for number, target in enumerate(targets):
        for text in (target.title, *target.aliases, *target.examples):
            folded = _folded(text)
            if folded and number not in worded.get(folded, ()):
                worded[folded] = (*worded.get(folded, ()), number)
    return worded


def _folded(text: str) -> str:
    return " ".join(words_of(text))


def _why(found: Sequence[Found]) -> str:
    if not found or not found[0].because:
        return ""
    words = ", ".join(f"\u201c{word}\u201d" for word in found[0].because)
    return f"Matched on {words}."
