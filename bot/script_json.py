"""The JSON for scripts: one ASCII object a line, stable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.plain import plain_reply, plain_text

if TYPE_CHECKING:
    from bot.screen import Reply, Screen, ShownOutcome


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
        "alarm": str(reply.alarm),
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
            "options": [
                {"id": one.id, "label": one.label, "address": one.address}
                for one in question.choices
            ],
        },
        "outcome": screen.outcome and _of_outcome(screen.outcome),
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
    }
