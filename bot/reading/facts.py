"""Facts: what a text says about the child, question by question, each with its evidence.

One function for a first message, an answer and a correction. A fact that is read wrongly is worse
than one that is not read: what is doubted, denied, general, long ago or somebody else's is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.reading.ages import Ages, option_of
from bot.reading.language import DENIED
from bot.reading.places import place_of_harm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.reading.phrases import Mark
    from bot.reading.scope import Scope

AGE, PLACE, UNSURE = "age", "location", "unsure"
_OF_THE_CHILD = frozenset({"age", "outcome", "looked_after", "care_leaver"})
_EVER = frozenset({"care_leaver", "began_before_18"})
"""Questions about any time, so what was long ago answers them too."""
_TAKES_A_WORRY = frozenset({("abuse_or_neglect", "suspected"), ("abuse_or_neglect", "unsure")})
_ALWAYS = frozenset({UNSURE, "possibly_seriously_harmed"})


@dataclass(frozen=True, slots=True)
class Fact:
    """The option of a question that a text states.

    Args:
        option: its id.
        evidence: the words that say so, for the reader's own screen; never kept.
    """

    option: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Said:
    option: str
    mark: Mark
    here: bool
    """It counts only as an answer to the open question."""


def facts_of(scope: Scope, asked: str | None = None) -> dict[str, Fact]:
    """The facts of a text, question id to what is said, in the order of the questions.

    Args:
        scope: the text with its clauses.
        asked: the open question, or None.
    """
    found: dict[str, Fact] = {}
    for question in scope.language.names("facts"):
        fact = _age(scope, asked) if question == AGE else _fact(scope, question, asked)
        if fact is not None:
            found[question] = fact
    place = place_of_harm(scope, asked=asked == PLACE)
    if place is not None:
        found[PLACE] = Fact(place.option, scope.text.span(place.start, place.end))
    return found


def _age(scope: Scope, asked: str | None) -> Fact | None:
    """Numbers first; without one, words such as "baby"."""
    ages = Ages(scope, asked=asked == AGE).of_the_child()
    ages = tuple(one for one in ages if asked == AGE or not scope.general(one.start))
    if not ages:
        return _fact(scope, AGE, asked)
    option, sure = option_of(ages, scope.language.names(f"facts/{AGE}"))
    evidence = scope.text.span(ages[0].start, ages[-1].end)
    if option is not None and sure:
        unborn = _fact(scope, AGE, asked)
        return unborn if unborn and unborn.option == "unborn" else Fact(option, evidence)
    return Fact(UNSURE, evidence) if asked == AGE else None


def _fact(scope: Scope, question: str, asked: str | None) -> Fact | None:
    said = [
        one
        for one in _longest(list(_said(scope, question, asked == question)))
        if not one.here or asked == question
    ]
    meant = [
        (option, one)
        for one in said
        if (option := _meant(scope, question, one, asked == question)) is not None
    ]
    if not meant:
        return None
    order = scope.language.tables["order"].get(question, ())
    stated = [pair for pair in meant if not pair[1].here]
    opening = [pair for pair in meant if pair[1].here and _opens(scope, pair[1].mark)]
    if stated:
        option, one = min((*stated, *opening), key=lambda pair: _rank(order, pair[0]))
    else:
        option, one = min(meant, key=lambda pair: pair[1].mark.start)
    return Fact(option, scope.text.span(one.mark.start, one.mark.end))


def _opens(scope: Scope, mark: Mark) -> bool:
    """The answer stands first, and what follows is its reason."""
    openers = scope.language.lists["opener"]
    return all(word in openers for word in scope.text.normal[: mark.start])


def _rank(order: Sequence[str], option: str) -> int:
    return list(order).index(option) if option in order else len(order)


def _said(scope: Scope, question: str, asked: bool) -> Iterator[_Said]:
    for option in scope.language.names(f"facts/{question}"):
        path = f"facts/{question}/{option}"
        unless = scope.marks[f"{path}/unless"]
        for name in ("says", "at") if asked else ("says",):
            for mark in scope.marks[f"{path}/{name}"]:
                if not any(_overlap(mark, other) for other in unless):
                    yield _Said(option, mark, name == "at")


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _longest(said: list[_Said]) -> list[_Said]:
    """Without those that stand inside a longer one: `brain dead` is not `dead`."""
    kept: list[_Said] = []
    around: dict[int, list[_Said]] = {}
    for one in sorted(said, key=lambda each: each.mark.start - each.mark.end):
        inside = any(
            other.mark.start <= one.mark.start
            and one.mark.end <= other.mark.end
            and other.option != one.option
            and other.here <= one.here
            for other in around.get(one.mark.start, ())
        )
        if not inside:
            kept.append(one)
            for at in range(one.mark.start, one.mark.end):
                around.setdefault(at, []).append(one)
    return kept


def _meant(scope: Scope, question: str, said: _Said, asked: bool) -> str | None:
    """The option that a mark gives, once all that reaches it is heard."""
    mark, option = said.mark, said.option
    if said.here:
        return None if scope.denied(mark) and mark.end - mark.start > 1 else option
    if _set_aside(scope, question, said, asked):
        return None
    if option in _ALWAYS:
        return option
    if scope.denied(mark):
        return _denied(scope, question, option)
    return _as_sure_as_said(scope, question, said, asked)


def _set_aside(scope: Scope, question: str, said: _Said, asked: bool) -> bool:
    """Of no one case, of another time, or of somebody else."""
    return (
        scope.of_no_case(said.mark, asked=asked)
        or (scope.past(said.mark) and question not in _EVER)
        or (question in _OF_THE_CHILD and _anothers(scope, said.mark, said.option))
    )


def _as_sure_as_said(scope: Scope, question: str, said: _Said, asked: bool) -> str | None:
    if scope.unknown(said.mark):
        return UNSURE if asked else None
    worry = (question, said.option) in _TAKES_A_WORRY
    return said.option if worry or not scope.doubted(said.mark) else None


def _denied(scope: Scope, question: str, option: str) -> str | None:
    denied = scope.language.options.get(f"facts/{question}/{option}")
    return denied if denied != DENIED else None


def _anothers(scope: Scope, mark: Mark, option: str) -> bool:
    """It is said of another person, or of a thing."""
    words = scope.text.normal
    lists = scope.language.lists
    if not (lists["child"] | lists["old"]).isdisjoint(words[mark.start : mark.end]):
        return False
    before = words[mark.start - 1] if mark.start else ""
    if option == "died" and before in scope.language.lists["things"]:
        return True
    if scope.after(mark) in scope.language.lists["child"] and before in {"so", ""}:
        return False
    person = scope.subject(mark)
    return person is not None and not person.child


def stated(facts: Mapping[str, Fact]) -> dict[str, str]:
    """The options alone."""
    return {question: fact.option for question, fact in facts.items()}
