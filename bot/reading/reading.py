"""The one reading of a typed text: danger and details of the text alone, then act and facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.reading.act import Act, ActKind, act_of
from bot.reading.facts import Fact, facts_of
from bot.reading.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from bot.reading.language import Language
    from bot.reading.place import Place
    from bot.reading.text import Text

_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, at the place where it was typed. It knows no screen.

    Args:
        alarm: "loud", "quiet" or None: how surely it tells of danger now.
        details: kinds of identifying details, never what was written.
        act: what the person does.
        facts: what it states, by question.
        heard: names of lists that stand in it, for the reply.
    """

    alarm: str | None
    details: tuple[str, ...]
    act: Act
    facts: Mapping[str, Fact]
    heard: frozenset[str] = frozenset()

    def why(self) -> tuple[str, ...]:
        """The evidence, a line for each, for an author's own screen."""
        act = f"act: {self.act.kind}"
        if self.act.value:
            act += f" {self.act.value}"
        if self.act.evidence:
            act += f", from “{self.act.evidence}”"
        return (
            f"danger: {self.alarm or 'none'}",
            f"details: {', '.join(self.details) or 'none'}",
            act,
            *(f"{name}: {one.option}, from “{one.evidence}”" for name, one in self.facts.items()),
        )


@dataclass(frozen=True)
class TextReader:
    """Reads typed texts.

    Args:
        language: the words and phrases.
        today: the date of today; years are compared with it.
        alarm_of: how surely a text tells of danger now.
        details_of: the kinds of identifying details in a text.
        public_names: names of cases known to the public, which are no case of the reader's.
    """

    language: Language
    today: Callable[[], date]
    alarm_of: Callable[[str], str | None]
    details_of: Callable[[str], tuple[str, ...]]
    public_names: Collection[str] = field(default=())

    def read(self, typed: str, place: Place) -> Reading:
        """What a text says. Danger and details are looked at first, and nothing changes them."""
        alarm, details = self.alarm_of(typed), self.details_of(typed)
        text = self.language.read(typed)
        scope = Scope(text, self.language.marks(text), self.language, self.today())
        public = place.question is None and self._names_a_public_case(text)
        facts = {} if public else facts_of(scope, place.question)
        act = Act(ActKind.ASK) if not text.words else act_of(scope, place, facts)
        return Reading(alarm, details, act, facts, frozenset(scope.marks))

    def _names_a_public_case(self, text: Text) -> bool:
        words = text.normal
        return any(
            " ".join(words[at : at + length]) in self._public
            for length in range(2, _LONGEST_NAME + 1)
            for at in range(len(words) - length + 1)
        )

    @property
    def _public(self) -> frozenset[str]:
        return _normal_names(self.language, frozenset(self.public_names))


_NAMES: dict[tuple[int, frozenset[str]], frozenset[str]] = {}


def _normal_names(language: Language, names: frozenset[str]) -> frozenset[str]:
    key = (id(language), names)
    if key not in _NAMES:
        _NAMES[key] = frozenset(" ".join(language.read(name).normal) for name in names)
    return _NAMES[key]
