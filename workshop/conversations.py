"""Conversations, typed one turn after the other, and sentences: what each turn should have done.

`python -m workshop.conversations FILE…` prints each turn that did not, then the figures: turns in
one go, and turns where each is first put right. A file of sentences is scored by its facts.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.address import parse
from bot.opening import open_guide, settings_of
from bot.plain import plain_reply
from bot.screen import Shown, shown
from bot.screens import pathway

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.guide import Guide
    from bot.screen import Reply, Screen

TODAY = date(2026, 12, 1)
_QUIET_OR_LOUD = "Call 999 now"


@dataclass
class Score:
    """Turns or facts: how many there were, how many were right, how many were wrong."""

    all: int = 0
    right: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0


def run_dialogues(guide: Guide, dialogues: Sequence[dict[str, Any]]) -> Score:
    """Every turn typed after the one before it, whatever became of that."""
    score = Score()
    for dialogue in dialogues:
        under = shown(guide.open("start"))
        here = guide.open("start")
        for number, turn in enumerate(dialogue["turns"], start=1):
            reply = guide.ask(turn["say"], under)
            faults = list(_faults(guide, turn["want"], reply, here))
            score.all += 1
            score.right += not faults
            if faults:
                score.faults.append(f"{dialogue['id']} {number} {turn['say']!r}: {faults}")
            here = reply.screens[-1]
            under = shown(here, under)
    return score


def run_put_right(guide: Guide, dialogues: Sequence[dict[str, Any]]) -> Score:
    """Every turn typed at the place where it belongs, by what the turn before wanted."""
    score = Score()
    for dialogue in dialogues:
        here, under = guide.open("start"), shown(guide.open("start"))
        for number, turn in enumerate(dialogue["turns"], start=1):
            reply = guide.ask(turn["say"], under)
            faults = list(_faults(guide, turn["want"], reply, here))
            score.all += 1
            score.right += not faults
            if faults:
                score.faults.append(f"{dialogue['id']} {number} {turn['say']!r}: {faults}")
                here, under = _put_right(guide, turn["want"], here, under)
            else:
                here = reply.screens[-1]
                under = shown(here, under)
    return score


def run_sentences(guide: Guide, sentences: Sequence[dict[str, Any]]) -> Score:
    """The facts that a sentence states: picked up, missed, or wrong."""
    score = Score()
    for sentence in sentences:
        got = dict(guide.ask(sentence["q"]).facts)
        wanted, may = sentence["states"], sentence.get("may", {})
        score.all += len(wanted)
        for question in wanted.keys() | got.keys():
            want, have = wanted.get(question), got.get(question)
            if have == want:
                score.right += 1
            elif have is None:
                score.faults.append(f"missed {question} {want}: {sentence['q']}")
            elif have not in _several(may.get(question)):
                score.wrong += 1
                score.faults.append(f"wrong {question} {have}, not {want}: {sentence['q']}")
    return score


def _several(value: Any) -> list[Any]:  # noqa: ANN401 - what stands in a file is any value
    return value if isinstance(value, list) else [value]


def _put_right(
    guide: Guide, want: dict[str, Any], here: Screen, under: Shown
) -> tuple[Screen, Shown]:
    """Where the turn should have led, as far as its wants say so."""
    facts = want.get("facts")
    if facts is None:
        address = want.get("address") or next(iter(want.get("address_in", ())), here.address)
        screen = guide.open(address)
        return screen, shown(screen, under)
    plain = {name: _several(one)[-1] for name, one in facts.items() if _several(one)[-1]}
    start = pathway.nothing_answered(guide.basis)
    address = "check"
    for name, option in plain.items():
        parsed = parse(address)
        found = (
            pathway.of_address(guide.basis, parsed)[0] if parsed and parsed.arguments else start
        )
        address = pathway.with_answer(guide.basis, found or start, name, option)
    screen = guide.open(address)
    return screen, shown(screen, under)


def _faults(guide: Guide, want: dict[str, Any], reply: Reply, before: Screen) -> Iterator[str]:
    screen = reply.screens[-1]
    text = plain_reply(reply)
    given = _answers(guide, screen.address)
    for name, wanted in want.items():
        check = _CHECKS.get(name)
        if check is not None and not check(wanted, want, screen, text, given, reply, before):
            yield f"{name} {wanted!r}, at {screen.address}"


def _answers(guide: Guide, address: str) -> dict[str, str]:
    parsed = parse(address)
    if parsed is None or not parsed.arguments or not parsed.arguments[0].isdecimal():
        return {}
    found = pathway.of_address(guide.basis, parsed)[0]
    return dict(found.answers) if found else {}


def _suggested(address: str) -> bool:
    return "-" in address and address.startswith("check")


def _facts_hold(wanted: dict[str, Any], want: dict[str, Any], given: dict[str, str]) -> bool:
    may = want.get("may", {})
    if any(given.get(name) not in _several(one) for name, one in wanted.items()):
        return False
    return all(name in wanted or given[name] in _several(may.get(name)) for name in given)


_CHECKS: dict[str, Any] = {
    "question": lambda wanted, _w, screen, *_: bool(
        screen.question and screen.question.id == wanted
    ),
    "question_or_more": lambda _wanted, _w, screen, *_: bool(screen.question or screen.outcome),
    "facts": lambda wanted, want, _s, _t, given, *_: _facts_hold(wanted, want, given),
    "facts_has": lambda wanted, _w, _s, _t, given, *_: all(
        given.get(name) in _several(one) for name, one in wanted.items()
    ),
    "not_facts": lambda wanted, _w, _s, _t, given, *_: all(
        given.get(name) not in _several(one) for name, one in wanted.items()
    ),
    "urgent": lambda wanted, _w, _s, text, *_: wanted == text.startswith(_QUIET_OR_LOUD),
    "keeps_place": lambda _wanted, _w, screen, _t, _g, reply, before: (
        _stem(screen.address) == _stem(before.address)
        or any(
            _stem(action.address) == _stem(before.address)
            for one in reply.screens
            for action in one.actions
        )
    ),
    "outcome": lambda wanted, _w, screen, *_: bool(
        screen.outcome and screen.outcome.verdict == wanted
    ),
    "confirmed": lambda _wanted, _w, screen, *_: not _suggested(screen.address),
    "address": lambda wanted, _w, screen, *_: screen.address == wanted,
    "address_in": lambda wanted, _w, screen, *_: screen.address in wanted,
    "not_address": lambda wanted, _w, screen, *_: screen.address != wanted,
    "says": lambda wanted, _w, _s, text, *_: re.search(wanted, text) is not None,
    "not_says": lambda wanted, _w, _s, text, *_: re.search(wanted, text) is None,
    "not_title": lambda wanted, _w, screen, *_: screen.title != wanted,
}


def _stem(address: str) -> str:
    """The answers of an address, whichever screen shows them."""
    screen, _, rest = address.partition("_")
    return rest if screen in {"check", "help", "outcome", "change"} else address


def main(paths: Sequence[str]) -> None:
    """Score each file."""
    guide = open_guide(settings_of(), today=TODAY)
    for path in paths:
        lines = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]
        if lines and "turns" in lines[0]:
            for name, score in (
                ("in one go", run_dialogues(guide, lines)),
                ("each put right first", run_put_right(guide, lines)),
            ):
                _print(path, f"turns {name}", score)
        else:
            _print(path, "facts", run_sentences(guide, [one for one in lines if "states" in one]))


def _print(path: str, name: str, score: Score) -> None:
    for fault in score.faults:
        print(fault)  # noqa: T201 - what a person runs this for
    print(  # noqa: T201 - as above
        f"{path}: {name}: {score.right} of {score.all} ({score.share:.3f}), {score.wrong} wrong"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
