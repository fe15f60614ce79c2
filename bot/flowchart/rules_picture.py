"""The flowchart for fact-checkers: every rule in the order in which it is read, with its sources.

The first rule that fits decides: "yes" leads to its verdict, "no" to the next rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.shapes import Box, Drawing, Ink, Line
from bot.drawing.text_width import wrapped
from bot.flowchart.sheet import LINE, SIZE, Sheet

if TYPE_CHECKING:
    from bot.criteria.model import Rule
    from bot.flowchart.wording import Wording

TITLE = "Every rule of the decision table, with its sources"
_WIDTH = 1000
_EDGE = 24
_RULE_WIDTH = 400
_GAP = 60
_PAD = 10
_STEP = 34


def rules_picture(wording: Wording) -> Drawing:
    """The whole decision table as a picture."""
    page = _Page(wording)
    page.draw()
    return Drawing(
        name="rules",
        title=TITLE,
        description=" ".join(rules_lines(wording)),
        width=_WIDTH,
        height=page.y + _EDGE,
        parts=tuple(page.parts),
    )


def rules_lines(wording: Wording) -> tuple[str, ...]:
    """The same as text, one line a rule."""
    return tuple(
        f"{number}. {rule.id}. If {'; '.join(wording.rule_conditions(rule))}:"
        f" {' '.join(_told(rule, wording))} {_sources(rule, wording)}"
        for number, rule in enumerate(wording.criteria.rules, start=1)
    )


def _told(rule: Rule, wording: Wording) -> tuple[str, ...]:
    duties = (
        "; ".join(wording.duties[duty] for duty in wording.in_order(rule.duties))
        or "none of its own"
    )
    return (f"{wording.verdicts[rule.verdict].rstrip(':')}.", f"Duties: {duties}.")


def _sources(rule: Rule, wording: Wording) -> str:
    sources = "; ".join(wording.source(source) for source in rule.sources)
    return f"Sources: {sources}. Grade {rule.grade}."


class _Page(Sheet):
    """Draws from top to bottom; `y` is the lower edge of what has been drawn."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.y = float(_EDGE)
        self._wording = wording

    def draw(self) -> None:
        self.y = self.write((TITLE,), _EDGE, self.y, size=24, bold=True)
        introduction = (
            "Read from the top: the first rule that fits decides. The rules are for sure answers;"
            " an answer that is not sure stands for every sure answer that it could turn out to be."
            f" Criteria version {self._wording.criteria.version}."
        )
        lines = wrapped(introduction, _WIDTH - 2 * _EDGE, SIZE)
        self.y = self.write(lines, _EDGE, self.y + 6) + 14
        last = len(self._wording.criteria.rules)
        for number, rule in enumerate(self._wording.criteria.rules, start=1):
            self._rule(number, rule)
            if number < last:
                self._next()

    def _rule(self, number: int, rule: Rule) -> None:
        """Conditions on the left, an arrow "yes", and what is told on the right."""
        right = _EDGE + _RULE_WIDTH + _GAP
        top = self.y
        ends = (
            self._conditions(number, rule, _EDGE + _PAD, top + _PAD),
            self._conclusion(rule, right + _PAD, top + _PAD, _WIDTH - _EDGE - right - 2 * _PAD),
        )
        height = max(ends) + _PAD - top
        boxes = (
            Box(_EDGE, top, _RULE_WIDTH, height, stroke=Ink.RULE, radius=3),
            Box(right, top, _WIDTH - _EDGE - right, height, stroke=Ink.RULE, radius=3),
        )
        middle = top + height / 2
        arrow = Line(((_EDGE + _RULE_WIDTH, middle), (right, middle)), Ink.RULE, arrow=True)
        self.parts += [*boxes, arrow]
        self.write(("yes",), _EDGE + _RULE_WIDTH + 14, middle - LINE - 3)
        self.y = top + height

    def _conditions(self, number: int, rule: Rule, x: float, y: float) -> float:
        room = _RULE_WIDTH - 2 * _PAD
        local = f" ({rule.local})" if rule.local else ""
        heading = wrapped(f"{number}. {rule.id}{local}", room, SIZE, bold=True)
        y = self.write(heading, x, y, bold=True)
        for line in self._wording.rule_conditions(rule):
            y = self.write(wrapped(line, room, SIZE), x, y)
        return y

    def _conclusion(self, rule: Rule, x: float, y: float, room: float) -> float:
        verdict, duties = _told(rule, self._wording)
        y = self.write(wrapped(verdict, room, SIZE, bold=True), x, y, bold=True)
        y = self.write(wrapped(duties, room, SIZE), x, y)
        return self.write(wrapped(_sources(rule, self._wording), room, SIZE), x, y, ink=Ink.QUIET)

    def _next(self) -> None:
        x = _EDGE + _RULE_WIDTH / 2
        self.parts.append(Line(((x, self.y), (x, self.y + _STEP)), Ink.RULE, arrow=True))
        self.write(("no",), x + 8, self.y + 7)
        self.y += _STEP
