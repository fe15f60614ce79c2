"""Doubt and denial around a word: what is not sure is no fact, what is plainly denied is one."""

from __future__ import annotations

import re
from enum import StrEnum


class Said(StrEnum):
    """How a thing is said."""

    SO = "so"
    NOT_SO = "not so"
    UNKNOWN = "unknown"
    DOUBTED = "doubted"


_CLAUSE = re.compile(r"[,:()]| - | but | although | though | however ")
_ADDED_DOUBT = re.compile(
    r"^ ?(?:i think|we think|i believe|we believe|i suppose|i guess|as far as|so far as|apparently|probably|maybe|possibly|perhaps|not sure|unsure"
    r"|(?:i|we) (?:am|are) not sure|allegedly|or so|afaik|or was|but not|tbc|to be confirmed|not confirmed|unconfirmed|that is not|i would have to|i'd have to|need to check"
    r"|do not quote|could be wrong|not 100|not certain|or not|is what)"
)
_UNKNOWN = re.compile(
    r"\b(?:not (?:yet )?(?:sure|clear|certain|known|confirmed)|unsure|unclear|unknown|do not (?:yet )?(?:know|think)|does not (?:know|think)|no idea|whether|can not tell|cannot tell"
    r"|can not (?:be )?rule[d]?(?: \w+)? out|not (?:been )?ruled out|can not rule|have not (?:been able to )?check\w*)\b"
)
_DOUBT = re.compile(
    r"\b(?:think|thinks|thought|believe|believes|believed|maybe|may|might|possibl[ey]|could|probabl[ey]|presumabl[ey]|perhaps|apparently|seems?|appears?|assume\w*|suppose\w*|guess"
    r"|says?|said|told|claims?|claimed|reckons?|doubt\w*|as far as|afaik|to (?:our|my) knowledge|asking|asks|query|queries|considered|considering|planned|planning|proposed|going to|"
    r"waiting|awaiting|should (?:be|have)|likely|allegedly|supposedly|check|checking|rumour\w*|heard|if|or|almost|nearly|about to|due to|applied|application|pending|edge|brink|hope\w*|would|used to|previous\w*|"
    r"former\w*|formerly|once|until|years? ago|in the past|ever|had been|ex|before|no longer sure|wrongly|mistaken\w*|wondering|visit\w*|requested|refused|offered|never clear)\b"
)
_NOT = re.compile(r"\b(?:not|never|no|neither|nor|non|without|no longer|none|nobody)\b")


def clauses_of(sentence: str) -> list[str]:
    """The clauses of a sentence; a doubt that is added after a comma stays with what it doubts."""
    clauses: list[str] = []
    for clause in _CLAUSE.split(sentence):
        if clauses and _ADDED_DOUBT.match(clause.strip()):
            clauses[-1] = f"{clauses[-1]} {clause}"
        else:
            clauses.append(clause)
    return clauses


def how_said(
    clause: str, thing: re.Match[str], ways_of_denying: re.Pattern[str] | None = None
) -> Said:
    """How a clause says the thing that was found in it."""
    if _UNKNOWN.search(clause):
        return Said.UNKNOWN
    denied = ways_of_denying.search(clause) if ways_of_denying else None
    without = clause[: denied.start()] + clause[denied.end() :] if denied else clause
    without = without.replace(thing.group(), " ")
    if _DOUBT.search(without) or (clause.rstrip().endswith("?") and _asks(clause)):
        return Said.DOUBTED
    if denied:
        return Said.NOT_SO
    return Said.DOUBTED if _NOT.search(clause[: thing.start()]) else Said.SO


def _asks(clause: str) -> bool:
    return bool(
        re.match(
            r" ?(?:and |so |or )?(?:is|was|are|were|has|had|does|did) (?:he|she|they|this child|the child|it)\b",
            clause,
        )
    )
