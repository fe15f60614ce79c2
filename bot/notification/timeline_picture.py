"""The timeline as a picture: one row a day, read from top to bottom, as wide as a phone."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bot.drawing.png import png
from bot.drawing.shapes import Box, Disc, Drawing, Ink, Line, Shape, Words
from bot.drawing.svg import svg
from bot.drawing.text_width import wrapped
from bot.drawing.theme import Theme
from bot.notification.dates_in_words import WEEKDAYS, day_and_month, long_date
from bot.notification.timeline import BY_THIS_DAY, PASSED, MomentKind, timeline_text
from bot.notification.working_days import is_working_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.drawing.shapes import Part
    from bot.notification.timeline import Moment, Timeline

TITLE = "Dates and duties"
_WIDTH = 390
_EDGE = 16
_AXIS = 34
_WORDS_AT = 64
_ROOM = _WIDTH - _WORDS_AT - _EDGE
_SIZE = 16
_LINE = 21
_TITLE_SIZE = 20
_DAY = 13
_BAND = 30
_MARK = 8
_LONGEST_WAIT_DRAWN = 45
_NO_SEAM = 0.5
_ONE_DAY = timedelta(days=1)


def timeline_svg(timeline: Timeline, theme: Theme = Theme.AUTO) -> str:
    return svg(timeline_drawing(timeline), theme)


def timeline_png(timeline: Timeline, theme: Theme = Theme.LIGHT) -> bytes:
    return png(timeline_drawing(timeline), theme)


def timeline_drawing(timeline: Timeline) -> Drawing:
    """The whole picture, with the same facts as its description."""
    page = _Page(timeline)
    page.draw()
    return Drawing(
        name="timeline",
        title=TITLE,
        description=" ".join(timeline_text(timeline)),
        width=_WIDTH,
        height=page.y + _EDGE,
        parts=tuple(page.parts),
    )


class _Page:
    """Draws from top to bottom; `y` is the lower edge of what has been drawn."""

    def __init__(self, timeline: Timeline) -> None:
        self.parts: list[Part] = []
        self.y = float(_EDGE)
        self._timeline = timeline
        self._holidays = timeline.holidays
        self._moments = {
            day: tuple(moments)
            for day, moments in groupby(timeline.moments, key=lambda moment: moment.day)
        }

    def draw(self) -> None:
        self._write(TITLE, _EDGE, _WIDTH - 2 * _EDGE, size=_TITLE_SIZE, bold=True)
        self.y += 10
        top, place = self.y, len(self.parts)
        for day in self._days():
            self._day(day)
        self.parts.insert(place, Line(((_AXIS, top), (_AXIS, self.y)), Ink.RULE, 2))
        self.y += 10
        for line in self._timeline.without_a_day:
            self._write(line, _EDGE, _WIDTH - 2 * _EDGE)
        self._key()

    def _days(self) -> Iterator[date]:
        """Every day from awareness to the last moment; a long wait before today is left out."""
        day, last = self._timeline.aware, max(self._moments)
        while day <= last:
            yield day
            following = min((other for other in self._moments if other > day), default=last)
            if (following - day).days > _LONGEST_WAIT_DRAWN:
                self._gap((following - day).days)
                day = following
            else:
                day += _ONE_DAY

    def _day(self, day: date) -> None:
        top = self.y
        place = len(self.parts)
        moments = self._moments.get(day, ())
        title = self._holidays.titles.get(day)
        if moments:
            self._moment_words(day, moments, title)
        elif title:
            self._write(f"{_short(day)}: {title}", _WORDS_AT, _ROOM, ink=Ink.QUIET)
            self.y += 4
        else:
            self.y += _DAY
        middle = top + (_LINE if moments or title else _DAY) / 2
        marks = [*self._background(day, top), *_marks(moments, middle, self._is_working(day))]
        self.parts[place:place] = marks

    def _moment_words(self, day: date, moments: tuple[Moment, ...], title: str | None) -> None:
        self._write(long_date(day), _WORDS_AT, _ROOM, bold=True)
        for moment in moments:
            if moment is _first_deadline(moments):
                self._write(BY_THIS_DAY, _WORDS_AT, _ROOM)
            self._write(moment.label, _WORDS_AT, _ROOM)
            self._write(moment.detail, _WORDS_AT, _ROOM, ink=Ink.QUIET)
            self._write(PASSED * moment.passed, _WORDS_AT, _ROOM, bold=True, ink=Ink.MARK)
            self.y += 4
        if title:
            self._write(title, _WORDS_AT, _ROOM, ink=Ink.QUIET)
        self.y += 6

    def _is_working(self, day: date) -> bool:
        return is_working_day(day, self._holidays)

    def _background(self, day: date, top: float) -> Iterator[Part]:
        """A band for a weekend; an outlined band with a cross line for a bank holiday."""
        if self._is_working(day):
            return
        left, height = _AXIS - _BAND / 2, self.y - top
        if day in self._holidays.titles:
            yield from _holiday_mark(left, top + 1, height - 2)
        else:
            yield Box(left, top, _BAND, height + _NO_SEAM, fill=Ink.BAND)

    def _gap(self, days: int) -> None:
        self._write(f"{days} days, not drawn", _WORDS_AT, _ROOM, ink=Ink.QUIET)
        middle = self.y - _LINE / 2
        self.parts.append(Box(_AXIS - 3, middle - 8, 6, 16, fill=Ink.PAPER))
        self.parts += [
            Line(((_AXIS - 8, y + 3), (_AXIS + 8, y - 3)), Ink.RULE)
            for y in (middle - 8, middle + 8)
        ]

    def _key(self) -> None:
        """What the marks mean, in words beside each mark."""
        self.y += 6
        left = _AXIS - _BAND / 2
        for holiday, words in (
            (False, "Saturday or Sunday: not counted"),
            (True, "Bank holiday: not counted"),
        ):
            top = self.y
            self._write(words, _WORDS_AT, _ROOM)
            height = _LINE - 5
            if holiday:
                self.parts += _holiday_mark(left, top + 2, height)
            else:
                self.parts.append(Box(left, top + 2, _BAND, height, fill=Ink.BAND))

    def _write(
        self,
        text: str,
        x: float,
        room: float,
        *,
        size: float = _SIZE,
        bold: bool = False,
        ink: Ink = Ink.TEXT,
    ) -> None:
        for line in wrapped(text, room, size, bold=bold):
            self.parts.append(Words(x, self.y + size, line, size, ink, bold))
            self.y += size + _LINE - _SIZE


def _marks(moments: tuple[Moment, ...], y: float, working: bool) -> Iterator[Part]:
    """A ring for awareness, a disc for today, a diamond for a deadline; a dot for a working day."""
    kinds = {moment.kind for moment in moments}
    if not kinds and working:
        yield Disc(_AXIS, y, 2.5, fill=Ink.RULE)
    if MomentKind.AWARE in kinds:
        yield Disc(_AXIS, y, _MARK, fill=Ink.PAPER, stroke=Ink.TEXT, stroke_width=3)
    if MomentKind.DEADLINE in kinds:
        yield Shape(
            ((_AXIS, y - 11), (_AXIS + 11, y), (_AXIS, y + 11), (_AXIS - 11, y)), fill=Ink.MARK
        )
    if MomentKind.TODAY in kinds:
        yield Disc(_AXIS, y, 5, fill=Ink.CALM, stroke=Ink.PAPER)
        yield Shape(((4, y - 7), (16, y), (4, y + 7)), fill=Ink.CALM)


def _first_deadline(moments: tuple[Moment, ...]) -> Moment | None:
    return next((one for one in moments if one.kind is MomentKind.DEADLINE), None)


def _holiday_mark(x: float, y: float, height: float) -> tuple[Part, ...]:
    return (
        Box(x, y, _BAND, height, fill=Ink.BAND, stroke=Ink.TEXT),
        Line(((x, y + height), (x + _BAND, y)), Ink.TEXT),
    )


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"
