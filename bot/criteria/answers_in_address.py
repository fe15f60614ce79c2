"""Answers as they stand in an address: a letter for the question, a letter for the option.

Keyed by question and never by position, so a question that is added later moves nothing. An
answer that was only suggested (picked up from a sentence) is followed by a hyphen until the
reader confirms it. One more pair may say for whom the reader works; it answers no question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.criteria.model import Answers, Criteria

_PAIR = re.compile(r"([a-z0-9])([a-z0-9])(-?)")
_PAIRS = re.compile(r"(?:[a-z0-9][a-z0-9]-?)+")
SUGGESTED = "-"
READER_CODE = "r"
"""The letter of the pair that says for whom the reader works. No question may have it."""


class Reader(StrEnum):
    """For whom the reader works. It changes words and their order, never a verdict or a duty."""

    AGENCY = "agency"
    COUNCIL = "council"

    @property
    def pair(self) -> str:
        return READER_CODE + self.value[0]


_READERS = {reader.pair: reader for reader in Reader}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Answers read from an address.

    Args:
        answers: question id to option id.
        suggested: ids of questions whose answer the reader has not confirmed yet.
        unknown: how many pairs name a question or an option that the criteria do not have.
        reader: for whom the reader works, or None where it is not said.
    """

    answers: dict[str, str] = field(default_factory=dict)
    suggested: frozenset[str] = frozenset()
    unknown: int = 0
    reader: Reader | None = None


def encode(
    criteria: Criteria,
    answers: Answers,
    suggested: Collection[str] = (),
    reader: Reader | None = None,
) -> str:
    """The answers as pairs of letters, in the order in which they are given; the reader last."""
    pairs = "".join(
        _encode_one(criteria, question_id, option_id) + SUGGESTED * (question_id in suggested)
        for question_id, option_id in answers.items()
    )
    return pairs + (reader.pair if reader else "")


def decode(criteria: Criteria, text: str) -> Decoded | None:
    """The answers in a text of pairs, or None when it is not made of pairs.

    The first answer to a question counts, and the first reader. A pair that is not known is left out.
    """
    if not _PAIRS.fullmatch(text):
        return None
    options = {
        question.code + option.code: (question.id, option.id)
        for question in criteria.questions
        for option in question.options
    }
    answers: dict[str, str] = {}
    suggested: set[str] = set()
    unknown = 0
    reader: Reader | None = None
    for question_code, option_code, mark in _PAIR.findall(text):
        if question_code + option_code in _READERS:
            reader = reader or _READERS[question_code + option_code]
            continue
        found = options.get(question_code + option_code)
        if found is None:
            unknown += 1
        elif found[0] not in answers:
            answers[found[0]] = found[1]
            suggested |= {found[0]} if mark else set()
    return Decoded(answers, frozenset(suggested), unknown, reader)


def _encode_one(criteria: Criteria, question_id: str, option_id: str) -> str:
    question = criteria.question(question_id)
    return question.code + question.option(option_id).code
