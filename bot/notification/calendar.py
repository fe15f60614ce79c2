"""Deadlines as calendar files: one all-day event each, with an alarm on the working day before.

The titles name no child, no harm and no council body, because council calendars are often shared.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.notification.dates_in_words import long_date
from bot.notification.working_days import working_day_before

if TYPE_CHECKING:
    from datetime import date

    from icalendar import Alarm, Event

    from bot.notification.deadlines import Deadline
    from bot.notification.working_days import BankHolidays

_PRODUCT = "-//spr-guide//deadlines//EN"
_NINE_IN_THE_MORNING = timedelta(hours=9)
_TITLES = {
    "panel": "Safeguarding notification: last day",
    "ofsted_sos": "Safeguarding notification, second duty: last day",
    "rapid_review": "Safeguarding follow-up: last day",
}
_OTHER_TITLE = "Safeguarding duty: last day"
_FIRST_REVISION = datetime(2026, 1, 1, tzinfo=UTC)


def calendar_file(entry: CalendarEntry, owner: str, reference: str, stamp: datetime) -> bytes:
    """One deadline as an iCalendar file of one event.

    One event a file: a calendar program may open a file of several as a calendar of its own.
    The same owner and reference give the same id, so a second import updates the event of the
    first, also when the date of awareness was corrected; another case has another reference, and
    another partnership another owner.

    Args:
        entry: the deadline.
        owner: a short name of the partnership whose guide made it.
        reference: the short random reference in the outcome's address.
        stamp: the time at which the file is made, with its time zone.
    """
    from icalendar import Calendar  # noqa: PLC0415  only who takes the file pays for the import

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_event(entry, owner, reference, stamp))
    content: bytes = calendar.to_ical()
    return content


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A deadline that has a date, under a title that anyone may see.

    Args:
        title: what the calendar shows; it names no child and no harm.
        deadline: the deadline.
        due: its day.
        reminder: the working day before it, on whose morning the alarm rings.
    """

    title: str
    deadline: Deadline
    due: date
    reminder: date


def calendar_entries(
    deadlines: tuple[Deadline, ...], holidays: BankHolidays
) -> tuple[CalendarEntry, ...]:
    """One entry a deadline that has a date, earliest first; where a duty has several, its titles are counted."""
    many = Counter(deadline.rule.duty for deadline in deadlines if deadline.due)
    seen: Counter[str] = Counter()
    entries = []
    for deadline in deadlines:
        if deadline.due is None:
            continue
        duty = deadline.rule.duty
        seen[duty] += 1
        title = _TITLES.get(duty, _OTHER_TITLE)
        if many[duty] > 1:
            title += f" (way of counting {seen[duty]} of {many[duty]})"
        reminder = working_day_before(deadline.due, holidays)
        entries.append(CalendarEntry(title, deadline, deadline.due, reminder))
    return tuple(entries)


def _event(entry: CalendarEntry, owner: str, reference: str, stamp: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415  as above

    event = Event()
    event.add("uid", f"spr-guide-{owner}-{reference}-{entry.deadline.rule.id}")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", _revision(stamp))
    event.add("dtstart", entry.due)
    event.add("dtend", entry.due + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", _description(entry, reference))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(entry))
    return event


def _alarm(entry: CalendarEntry) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415  as above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _NINE_IN_THE_MORNING - (entry.due - entry.reminder))
    return alarm


def _revision(stamp: datetime) -> int:
    """Rises with every minute, so that a later file of the same outcome is the newer one."""
    return max(0, int((stamp - _FIRST_REVISION) / timedelta(minutes=1)))


def _description(entry: CalendarEntry, reference: str) -> str:
    skipped = entry.deadline.skipped
    lines = [
        f"No later than this day: {entry.deadline.count_in_words}",
        *(f"Not counted: {title}, {long_date(day)}." for day, title in skipped),
        f"Reference {reference}. An automated guide made this entry; the council decides.",
    ]
    return "\n".join(lines)
