"""The picture of an evaluation: is confidence what it says, and what does silence buy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.shapes import Anchor, Disc, Drawing, Ink, Line, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.drawing.shapes import Part
    from workshop.evaluation import Report

SIDE = 280.0
TOP = 70.0
LEFTS = (70.0, 450.0)
WIDTH = 780.0
HEIGHT = 430.0
TENTHS = (0.0, 0.25, 0.5, 0.75, 1.0)


def drawing_of(report: Report) -> Drawing:
    """The reliability curve beside the risk-coverage curve."""
    reliability = [(mean, right) for mean, right, _ in report.curves.reliability]
    return Drawing(
        name="evaluation",
        title="How far the confidence of the matcher can be trusted",
        description=_in_words(report),
        width=WIDTH,
        height=HEIGHT,
        parts=(
            *_frame(LEFTS[0], "Reliability", "confidence", "share that was right"),
            *_frame(LEFTS[1], "Risk and coverage", "share of questions answered", "share wrong"),
            Line((_at(LEFTS[0], 0, 0), _at(LEFTS[0], 1, 1)), Ink.QUIET, dashed=True),
            *_curve(LEFTS[0], reliability),
            *(
                Disc(*_at(LEFTS[0], mean, right), _radius(number), fill=Ink.MARK)
                for mean, right, number in report.curves.reliability
            ),
            *_curve(LEFTS[1], report.curves.risk),
        ),
    )


def _in_words(report: Report) -> str:
    points = "; ".join(
        f"confidence {mean:.2f}: {right:.0%} right of {number}"
        for mean, right, number in report.curves.reliability
    )
    return (
        f"Reliability. {points}. Risk when every question is answered: {_last(report):.0%} wrong."
    )


def _last(report: Report) -> float:
    return report.curves.risk[-1][1] if report.curves.risk else 0.0


def _frame(left: float, title: str, across: str, up: str) -> Iterator[Part]:
    yield Words(left, TOP - 34, title, 17, bold=True)
    yield Words(left, TOP - 14, up, 12, ink=Ink.QUIET)
    yield Words(left + SIDE / 2, TOP + SIDE + 44, across, 12, ink=Ink.QUIET, anchor=Anchor.MIDDLE)
    for share in TENTHS:
        x, y = _at(left, share, share)
        yield Line(((left, y), (left + SIDE, y)), Ink.RULE, stroke_width=1)
        yield Words(left - 8, y + 4, f"{share:.0%}", 11, ink=Ink.QUIET, anchor=Anchor.END)
        yield Words(x, TOP + SIDE + 20, f"{share:.0%}", 11, ink=Ink.QUIET, anchor=Anchor.MIDDLE)


def _curve(left: float, points: Sequence[tuple[float, float]]) -> Iterator[Part]:
    if len(points) > 1:
        yield Line(tuple(_at(left, x, y) for x, y in points), Ink.MARK, stroke_width=2.5)


def _at(left: float, x: float, y: float) -> tuple[float, float]:
    return left + SIDE * x, TOP + SIDE * (1 - y)


def _radius(number: int) -> float:
    return float(min(9.0, 3.0 + number**0.5 / 4))
