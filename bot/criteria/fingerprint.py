"""A hash of what the criteria decide, so that the version cannot lag behind the rules."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.criteria.model import Condition, Criteria


def fingerprint(criteria: Criteria) -> str:
    """Twelve letters that change with questions, options, rules or codes, and not with wording."""
    decided = {
        "questions": [
            [
                question.id,
                question.code,
                question.only_for,
                [_plain(condition) for condition in question.asked_when],
                [
                    [option.id, option.code, [_plain(one) for one in option.stands_for]]
                    for option in question.options
                ],
            ]
            for question in criteria.questions
        ],
        "impossible": [_plain(condition) for condition in criteria.impossible],
        "rules": [
            [rule.id, _plain(rule.when), rule.verdict, sorted(rule.duties)]
            for rule in criteria.rules
        ],
    }
    written = json.dumps(decided, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def _plain(condition: Condition) -> dict[str, list[str]]:
    return {question: sorted(options) for question, options in condition.items()}
