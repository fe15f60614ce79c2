"""A reading at a place → the reply: the only place that knows both what was said and the screens.

`ROWS` is the table of acts. Above every row stands the alarm, and the line on personal details;
neither takes the place away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.address import parse
from bot.criteria.answers_in_address import Reader
from bot.criteria.dialogue import replay
from bot.exact_ways import exact_way
from bot.plain import plain_text
from bot.reading.act import ActKind
from bot.reading.place import Place, PlaceKind
from bot.reading.text import LONGEST_READ, fold
from bot.screen import Action, Entries, Notice, Reply, ReplyKind, Screen, Shown, Tone, shown
from bot.screens import answers, fixed, pathway
from bot.screens.aware_in_words import aware_screen, day_within
from bot.screens.routes import open_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.reading.reading import Reading, TextReader
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway
    from bot.search.model import Matched

LOUD, QUIET = "loud", "quiet"
NOTHING_SHOWN = Shown("", (), ())
CALL_999 = "Call 999 now"
ONE_CHECK = "One check for each child: this one first. Start again for the next child."
LINES = {
    ActKind.THANKS: "You are welcome. Your place is kept.",
    ActKind.GREET: "Hello. Say what has happened, ask in your own words, or start the check.",
    ActKind.WHO: "This is an automated guide, not a person and not AI. It checks what has happened "
    "against the criteria, says whom to tell, and finds reviews.",
    ActKind.KEEPS: "Nothing that you type is kept by this guide. Please leave names out all the "
    "same.",
    ActKind.LEAVE: "Goodbye. Nothing was kept.",
    ActKind.NONE_OF_THESE: "None of these: ask in other words, or browse.",
}
_SPACES = re.compile(r"[^\S\n]{2,}")
_QUIET_LINE = "If a child is in danger now, call 999. For police advice that can wait, call 101."
_ALIKE = 0.9
_HEAD = 400
"""Letters of a card that say which one it is."""

_SUMMARY_TITLE = "Check your answers"
_KINDS = {
    "outcome": PlaceKind.OUTCOME,
    "date": PlaceKind.DATE,
    "help": PlaceKind.HELP,
    "change": PlaceKind.CHANGE,
    "check": PlaceKind.QUESTION,
    "topic": PlaceKind.CARD,
    "review": PlaceKind.CARD,
    "learning": PlaceKind.CARD,
    "theme": PlaceKind.LIST,
    "list": PlaceKind.LIST,
}


@dataclass(frozen=True)
class Turn:
    """One text at one place, and what was read of it."""

    basis: Basis
    text: str
    here: Screen
    ways: Shown
    place: Place
    reading: Reading
    way: Pathway | None
    match: Callable[[str], Matched]

    @property
    def start(self) -> Pathway:
        """The answers so far, or none."""
        return self.way or pathway.nothing_answered(self.basis)


@dataclass(frozen=True)
class Replies:
    """Answers typed texts.

    Args:
        basis: what screens stand on.
        match: finds the cards for a question.
        reader: reads a text at a place.
    """

    basis: Basis
    match: Callable[[str], Matched]
    reader: TextReader

    def ask(self, text: str, at: str | Shown | None, correcting: str | None = None) -> Reply:
        """The answer to a typed text.

        Args:
            text: as typed.
            at: the screen in front of the reader, or its address.
            correcting: the address of the screen that the text answered before it was edited.
        """
        heard = _SPACES.sub(" ", text)[:LONGEST_READ]
        reply = self._reply(heard, at, correcting)
        return reply if heard == text else replace(reply, query=text)

    def _reply(self, text: str, at: str | Shown | None, correcting: str | None) -> Reply:
        address = at.address if isinstance(at, Shown) else at
        here = open_at(self.basis, address) if address else None
        ways = at if isinstance(at, Shown) else shown(here) if here else NOTHING_SHOWN
        if not fold(text):
            return Reply(text, ReplyKind.NONE, None, (here or open_at(self.basis, "start"),))
        if correcting is not None and (edited := self._edited(text, here, ways, correcting)):
            return edited
        exact = exact_way(self.basis, text, here, ways)
        if exact is not None:
            return exact
        turn = self._turn(text, here or open_at(self.basis, "start"), ways)
        return _with_alarm(turn, _with_details(turn, _row_of(turn)))

    def _turn(self, text: str, here: Screen, ways: Shown) -> Turn:
        way = _pathway_of(self.basis, here)
        place = place_of(here, ways, way)
        return Turn(
            self.basis, text, here, ways, place, self.reader.read(text, place), way, self.match
        )

    def _edited(self, text: str, here: Screen | None, ways: Shown, before: str) -> Reply | None:
        """An edit changes the answer that its message gave, and nothing else."""
        old = open_at(self.basis, before)
        way = _pathway_of(self.basis, here) if here else None
        if here is None or way is None or old.question is None or old.address == here.address:
            return None
        turn = self._turn(text, old, shown(old))
        exact = exact_way(self.basis, text, old, shown(old))
        question = old.question.id
        option = turn.reading.act.changes.get(question) or next(
            (
                one.id
                for one in old.question.choices
                if exact is not None
                and exact.kind is ReplyKind.ANSWER
                and one.address == exact.address
            ),
            None,
        )
        if option is None or question not in way.answers:
            return None
        now = replace(turn, here=here, ways=ways, way=way, place=place_of(here, ways, way))
        return _with_alarm(now, _with_details(now, _changed(now, {question: option})))


def place_of(here: Screen, ways: Shown, way: Pathway | None) -> Place:
    """What the reading may know of a screen."""
    family = here.address.split("_")[0]
    kind = _KINDS.get(family, PlaceKind.START)
    if family == "check" and here.question is None:
        kind = PlaceKind.SUMMARY
    elif family == "start" and any(isinstance(block, Entries) for block in here.blocks):
        kind = PlaceKind.CHOICES
    elif family in {"reviews", "learning", "topics", "themes"} and "_" not in here.address:
        kind = PlaceKind.LIST
    question = here.question
    given = dict(way.answers) if way else {}
    if kind is PlaceKind.CHANGE and question:
        given.pop(question.id, None)
    return Place(
        kind,
        question.id if question else None,
        given,
        tuple(one.id for one in question.choices) if question else (),
        ways.numbers or (tuple(one.address for one in question.choices) if question else ()),
        ways.before,
    )


def _pathway_of(basis: Basis, here: Screen) -> Pathway | None:
    parsed = parse(here.address)
    families = {"check", "help", "change", "outcome", "date", "like", "sofar"}
    if parsed is None or not parsed.arguments:
        return None
    inside = parsed.screen in families or parsed.arguments[0].isdecimal()
    return pathway.of_address(basis, parsed)[0] if inside else None


def _row_of(turn: Turn) -> Reply:
    """The reply of the act's row; who types goes along in the address."""
    reader = _reader_of(turn)
    if reader is not None and turn.reading.act.kind not in {ActKind.TELL, ActKind.ANSWER}:
        return _for_reader(turn, reader)
    dated = _dated(turn)
    if dated is not None:
        return dated
    return ROWS[turn.reading.act.kind](turn)


def _reader_of(turn: Turn) -> Reader | None:
    heard = turn.reading.heard
    if "acts/reader/agency" in heard:
        return Reader.AGENCY
    return Reader.COUNCIL if "acts/reader/council" in heard else None


def _for_reader(turn: Turn, reader: Reader) -> Reply:
    family = turn.here.address.split("_")[0]
    screen = family if turn.way and family in {"check", "outcome"} else "check"
    where = "the council" if reader is Reader.COUNCIL else "another agency"
    opened = open_at(turn.basis, pathway.with_reader(turn.basis, screen, turn.start, reader))
    return _noted(turn, opened, f"Shown for someone who works for {where}.")


def _dated(turn: Turn) -> Reply | None:
    """A day in words, where the date is asked for or an outcome says when the council knew."""
    if turn.way is None or turn.place.kind not in {PlaceKind.DATE, PlaceKind.OUTCOME}:
        return None
    if turn.place.kind is PlaceKind.OUTCOME and "acts/aware/anywhere" not in turn.reading.heard:
        return None
    asks = turn.here.field is not None
    act = turn.reading.act
    if act.kind is ActKind.ANSWER and act.value in turn.place.options:
        day = day_within(turn.text, turn.basis.today(), turn.basis.holidays())
        if day is None or (act.value == "yes" and day == turn.way.aware):
            return None
    screen = aware_screen(turn.basis, turn.way, turn.text, asked=asks)
    return Reply(turn.text, ReplyKind.ANSWER, screen.address, (screen,)) if screen else None


def _said(turn: Turn, screen: Screen, kind: ReplyKind = ReplyKind.ANSWER) -> Reply:
    address = screen.address if kind is not ReplyKind.NONE else None
    return Reply(turn.text, kind, address, (screen,), facts=_facts(turn))


def _noted(turn: Turn, screen: Screen, note: str, kind: ReplyKind = ReplyKind.ANSWER) -> Reply:
    return _said(turn, screen.below(Notice(Tone.NOTE, note)), kind)


def _facts(turn: Turn) -> dict[str, str]:
    return {question: fact.option for question, fact in turn.reading.facts.items()}


def _after(turn: Turn, given: Mapping[str, str], suggested: Mapping[str, str]) -> str:
    """The address once these answers are given and those are suggested; all others stay."""
    way = turn.start
    new = {name: option for name, option in suggested.items() if name not in way.answers}
    position = replay(turn.basis.table, {**way.answers, **given, **new})
    kept = {**position.path, **position.pending}
    after = replace(
        way,
        path=position.path,
        question=position.question,
        pending=position.pending,
        suggested=((way.suggested - given.keys()) | (new.keys() - given.keys())) & kept.keys(),
        foreign=False,
        reader=_reader_of(turn) or way.reader,
    )
    return pathway.at(turn.basis, "outcome" if after.settled else "check", after)


def _answer(turn: Turn) -> Reply:
    question = turn.place.question or ""
    option = turn.reading.act.changes.get(question, turn.reading.act.value)
    choice = next(
        (one for one in turn.here.question.choices if one.id == option)
        if turn.here.question
        else iter(()),
        None,
    )
    known = {one.id for one in turn.basis.knowledge.criteria.questions}
    if question not in known:
        return _said(turn, open_at(turn.basis, choice.address)) if choice else _unclear(turn)
    if choice is None:
        return _unclear(turn)
    beside = {name: one for name, one in _facts(turn).items() if name != question}
    screen = open_at(turn.basis, _after(turn, {question: option}, beside))
    if "acts/two/anywhere" in turn.reading.heard and not turn.place.answers:
        return _noted(turn, screen, ONE_CHECK)
    return _said(turn, screen)


def _correct(turn: Turn) -> Reply:
    return _changed(turn, turn.reading.act.changes)


def _changed(turn: Turn, changes: Mapping[str, str]) -> Reply:
    beside = {
        name: one
        for name, one in _facts(turn).items()
        if name not in {*changes, turn.place.question}
    }
    screen = open_at(turn.basis, _after(turn, changes, beside))
    words = turn.basis.knowledge.criteria.answer_in_words
    changed = ", ".join(words(*one) for one in changes.items())
    return _noted(turn, screen, f"Changed: {changed}. Your other answers are kept.")


def _change(turn: Turn) -> Reply:
    question = turn.basis.knowledge.criteria.question(turn.reading.act.value)
    return _said(
        turn, open_at(turn.basis, pathway.at(turn.basis, "change", turn.start, question.code))
    )


def _back(turn: Turn) -> Reply:
    action = next((one for one in turn.here.actions if one.id == "back"), None)
    return _said(turn, open_at(turn.basis, action.address if action else "start"))


def _restart(turn: Turn) -> Reply:
    action = next((one for one in turn.here.actions if one.id == "restart"), None)
    return _said(turn, open_at(turn.basis, action.address if action else "check"))


def _choose(turn: Turn) -> Reply:
    number = int(turn.reading.act.value)
    before = turn.place.before if turn.place.kind is PlaceKind.CARD else ()
    listed = before or turn.place.shown
    if 1 <= number <= len(listed):
        return _said(turn, open_at(turn.basis, listed[number - 1]))
    note = f"There is no {number} here. Choose a number from 1 to {len(turn.place.shown)}."
    return _noted(turn, turn.here, note, ReplyKind.NONE)


def _other(turn: Turn) -> Reply:
    """The other one of the list before; in a list, the second."""
    others = [one for one in turn.place.before if one != turn.here.address and "_" in one]
    if not others and turn.place.kind in {PlaceKind.LIST, PlaceKind.CHOICES}:
        others = list(turn.place.shown[1:2])
    return _said(turn, open_at(turn.basis, others[0])) if others else _ask(turn)


def _finish(turn: Turn) -> Reply:
    way = turn.start
    if turn.place.kind is PlaceKind.OUTCOME:
        return _noted(turn, turn.here, "This is the result on your answers.")
    return _said(turn, open_at(turn.basis, pathway.confirmed(turn.basis, way, way.suggested)))


def _help(turn: Turn) -> Reply:
    asked = turn.here.question is not None and turn.way is not None
    if turn.place.kind is PlaceKind.QUESTION or asked:
        return _said(turn, open_at(turn.basis, pathway.at(turn.basis, "help", turn.start)))
    if turn.place.kind is PlaceKind.START:
        return (
            _ask(turn)
            if len(turn.reading.act.evidence.split()) > 1
            else _said(turn, open_at(turn.basis, "help"))
        )
    return _ask(turn)


def _repeat(turn: Turn) -> Reply:
    return _said(turn, turn.here)


def _one_line(turn: Turn) -> Reply:
    return _noted(turn, turn.here, LINES[turn.reading.act.kind])


def _leave(turn: Turn) -> Reply:
    screen = open_at(turn.basis, "start")
    if turn.way is not None and turn.way.answers:
        back = Action("back", "Back to your answers", turn.here.address)
        screen = replace(screen, actions=(back, *screen.actions))
    return _noted(turn, screen, LINES[ActKind.LEAVE])


def _tell(turn: Turn) -> Reply:
    """The check, with what was said as suggestions; a card that fits is one step away."""
    told = turn.reading.act.changes
    new = replace(
        turn, way=replace(pathway.nothing_answered(turn.basis), reader=turn.start.reader)
    )
    screen = open_at(turn.basis, _after(new, {}, told))
    words = turn.basis.knowledge.criteria.answer_in_words
    picked = ", ".join(words(*one) for one in told.items())
    notes = [f"Picked up from your words, for you to confirm at the end: {picked}."]
    if "acts/two/anywhere" in turn.reading.heard:
        notes.append(ONE_CHECK)
    found = answers.answer(turn.basis, turn.text, turn.match(turn.text))
    best = next(iter(found.matches), None)
    if best is not None and found.kind is ReplyKind.ANSWER and best.score >= _ALIKE:
        way_on = Action(best.address, f"Read: {best.title}", best.address)
        screen = replace(screen, actions=(*screen.actions, way_on))
    reply = _said(turn, screen.below(*(Notice(Tone.NOTE, note) for note in notes)))
    return replace(reply, matches=found.matches)


def _ask(turn: Turn) -> Reply:
    """The answer of the library, then the question that was open; or a way back to the answers."""
    if "acts/that_one/anywhere" in turn.reading.heard and turn.place.kind in {
        PlaceKind.CARD,
        PlaceKind.LIST,
    }:
        listed = turn.place.kind is PlaceKind.LIST and turn.place.shown
        screen = open_at(turn.basis, turn.place.shown[0]) if listed else turn.here
        return _noted(turn, screen, "What this guide has of it stands here.")
    named = _named_among_shown(turn)
    if named is not None:
        return named
    reply = answers.answer(turn.basis, turn.text, turn.match(turn.text))
    reply = replace(reply, facts=_facts(turn))
    if "outcome" in reply.facts and turn.way is None:
        way_on = Action("check", "Check this against the criteria", _after(turn, {}, reply.facts))
        first, *rest = reply.screens
        others = (one for one in first.actions if one.id != "check")
        reply = replace(reply, screens=(replace(first, actions=(way_on, *others)), *rest))
    unfinished = turn.here.question is not None or turn.here.address.startswith("check")
    if turn.reading.alarm == LOUD and unfinished and reply.kind is not ReplyKind.ANSWER:
        return _said(turn, turn.here, ReplyKind.NONE)
    if unfinished:
        return replace(reply, screens=(*reply.screens, turn.here))
    if turn.way is not None:
        first, *rest = reply.screens
        back = Action("back", "Back to your answers", turn.here.address)
        first = replace(first, actions=(back, *(one for one in first.actions if one.id != "back")))
        return replace(reply, screens=(first, *rest))
    return reply


def _named_among_shown(turn: Turn) -> Reply | None:
    """`the croydon one`: the only entry on the screen that has this word."""
    words = fold(turn.text).split()
    if len(words) > len(("no", "the", "nice", "long", "one")) or "one" not in words:
        return None
    wanted = [word for word in words if word not in {"the", "one", "no", "that", "and", "please"}]
    entries = [
        entry for block in turn.here.blocks if isinstance(block, Entries) for entry in block.items
    ]
    addresses = [entry.address for entry in entries] or list(turn.place.shown)
    if turn.place.kind is PlaceKind.CARD:
        addresses = [turn.here.address]
    fitting = [
        address
        for address in addresses
        if wanted and all(word in _words_of(turn, address) for word in wanted)
    ]
    return _said(turn, open_at(turn.basis, fitting[0])) if len(fitting) == 1 else None


def _words_of(turn: Turn, address: str) -> str:
    screen = open_at(turn.basis, address)
    entry = " ".join(
        f"{one.label} {one.detail}"
        for block in turn.here.blocks
        if isinstance(block, Entries)
        for one in block.items
        if one.address == address
    )
    return f"{address} {screen.title} {entry} {plain_text(screen)[:_HEAD]}".lower()


def _unclear(turn: Turn) -> Reply:
    """The question in one line more; elsewhere what can be said here."""
    value = turn.reading.act.value
    if turn.here.question is None:
        return answers.no_such_answer(turn.basis, turn.text, turn.here)
    note = {
        "abroad": "Outside England: where was the child's normal home?",
        "yes": "Which of these is it?",
    }.get(
        value, "That was not understood as an answer. Choose an option, or say it in other words."
    )
    return _said(turn, turn.here.below(Notice(Tone.NOTE, note)), ReplyKind.NONE)


ROWS: Mapping[ActKind, Callable[[Turn], Reply]] = {
    ActKind.ANSWER: _answer,
    ActKind.CORRECT: _correct,
    ActKind.CHANGE: _change,
    ActKind.BACK: _back,
    ActKind.RESTART: _restart,
    ActKind.CHOOSE: _choose,
    ActKind.OTHER: _other,
    ActKind.NONE_OF_THESE: _one_line,
    ActKind.FINISH: _finish,
    ActKind.HELP: _help,
    ActKind.REPEAT: _repeat,
    ActKind.THANKS: _one_line,
    ActKind.GREET: _one_line,
    ActKind.WHO: _one_line,
    ActKind.KEEPS: _one_line,
    ActKind.LEAVE: _leave,
    ActKind.ASK: _ask,
    ActKind.TELL: _tell,
    ActKind.UNCLEAR: _unclear,
}


def _with_details(turn: Turn, reply: Reply) -> Reply:
    """The reply with a gentle line first, where the text holds identifying details."""
    reply = replace(reply, personal_data=turn.reading.details, why=turn.reading.why())
    if not turn.reading.details:
        return reply
    first, *rest = reply.screens
    return replace(reply, screens=(first.below(fixed.leave_details_out()), *rest))


def _with_alarm(turn: Turn, reply: Reply) -> Reply:
    """The alarm above everything, and the place below it."""
    alarm = turn.reading.alarm
    reply = replace(reply, urgent=alarm is not None, alarm=alarm)
    if alarm is None:
        return reply
    first, *rest = reply.screens
    if alarm == QUIET:
        return replace(reply, screens=(first.below(Notice(Tone.URGENT, _QUIET_LINE)), *rest))
    alone = turn.here.question is None and turn.way is None
    if alone:
        reply = answers.danger_alone(turn.basis, reply)
    loud = Screen(
        address=reply.screens[-1].address, title=CALL_999, blocks=fixed.danger_now(turn.basis)
    )
    return replace(reply, screens=(loud, *reply.screens))
