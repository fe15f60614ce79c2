"""The JSON for scripts: one ASCII object a line, stable."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.plain import plain_reply, plain_text, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.screen import Line, Reply, Screen, ShownOutcome


def line(shown: dict[str, Any]) -> str:
    """One object on one line, in ASCII."""
    return json.dumps(shown, ensure_ascii=True)


def of_reply(reply: Reply) -> dict[str, Any]:
    return {
        "query": reply.query,
        "kind": reply.kind.value,
        "address": reply.address,
        "matches": [
            {"address": one.address, "title": one.title, "score": round(one.score, 4)}
            for one in reply.matches
        ],
        "urgent": reply.urgent,
        "alarm": reply.alarm,
        "personal_data": list(reply.personal_data),
        "facts": dict(reply.facts),
        "text": plain_reply(reply),
    }


def of_screen(screen: Screen) -> dict[str, Any]:
    question = screen.question
    return {
        "address": screen.address,
        "title": screen.title,
        "text": plain_text(screen),
        "question": question
        and {
            "id": question.id,
            "help": question.help,
            "options": [
                {
                    "id": one.id,
                    "label": one.label,
                    "help": one.help,
                    "address": one.address,
                }
                for one in question.choices
            ],
        },
        "outcome": screen.outcome and _of_outcome(screen.outcome),
        "folds": [
            {"id": one.id, "title": one.title, "address": one.address, "words": words_in(one)}
            for one in screen.folds
        ],
        "actions": [
            {"id": one.id, "label": one.label, "address": one.address} for one in screen.actions
        ],
        "links": [{"label": one.label, "url": one.url} for one in screen.links],
        "attachments": [
            {"name": one.name, "type": one.type, "address": one.address}
            for one in screen.attachments
        ],
    }


def _of_outcome(outcome: ShownOutcome) -> dict[str, Any]:
    return {
        "verdict": outcome.verdict,
        "rules": list(outcome.rules),
        "now": list(outcome.now),
        "if": [{"duty": one.duty, "condition": one.condition} for one in outcome.if_],
        "notifier": outcome.notifier,
        "criteria": [
            {"id": one.id, "state": one.state.value, "source": one.source}
            for one in outcome.criteria
        ],
        "deadlines": [
            {
                "duty": one.duty,
                "due": one.due.isoformat(),
                "counted_from": one.counted_from.isoformat(),
                "basis": one.basis,
            }
            for one in outcome.deadlines
        ],
        "first": [_of_line(part, lines) for part, lines in groupby(outcome.first, _part)],
        "call": outcome.call and asdict(outcome.call),
        "say": list(outcome.say),
        "reader": outcome.reader,
    }


def _part(line: Line) -> str:
    return line.part.value


def _of_line(part: str, lines: Iterable[Line]) -> dict[str, str]:
    """The lines of one part as one text; the number in it that can be rung."""
    together = tuple(lines)
    phone = next((line.phone for line in together if line.phone), None)
    said = {"part": part, "text": " ".join(line.text for line in together)}
    return {**said, "phone": phone} if phone else said
