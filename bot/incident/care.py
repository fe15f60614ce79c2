"""Whether the child was in a council's care, or a care leaver, when a sentence says it clearly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.incident.doubt import Said, clauses_of, how_said, is_of_another_time

if TYPE_CHECKING:
    from collections.abc import Sequence

_BODY = r"(?:a |an |the |another |our )?(?:council|borough|local authority|la|authority)"
_IN_CARE = (
    r"(?:looked after"
    r"(?! "
    rf"(?:by (?!{_BODY})|her|his|him|them|the|my|our|it|children team|children's team|team"
    r"|nurse|service))"
    r"|\blac\b(?! (?:team|nurse|review|doctor|service|policy))|\bcla\b"
    r"|\bin "
    r"(?:foster |local authority |council |residential |public |la |kinship foster )?care\b"
    r"(?! "
    r"(?:proceedings|of (?:his|her|the (?:mum|mother|father|grand\w*|family)|a )|leavers?))"
    r"|\bfoster (?:care|child|children|placement|home|kid)\b(?! (?:team|service|carer))"
    r"|\bfostered\b|\bcare order\b|\bplacement order\b|\bsectiontwenty\b"
    rf"|\baccommodated by {_BODY}|\bchildren'?s home\b"
    r"|\bresidential (?:care|home|unit|placement|children'?s home)\b(?! worker)"
    r"|\b(?:placed|living|lives|lived) with (?:\w+ )?foster (?:carers?|parents?|family)\b"
    r"|\bour foster children\b|\b(?:his|her|their) placement\b)"
)
_CARE = re.compile(_IN_CARE)
_NOT_IN_CARE = re.compile(
    r"\b(?:not|never|no longer|neither|nor|non|isn't|wasn't)"
    r"(?: "
    r"(?:a|an|been|currently|ever|yet|under|on|subject to|known to be|definitely|actually"
    rf"|in any way|is|was|he|she|they|were|living|placed)){{0,3}} ?{_IN_CARE}"
    r"|\badopted\b"
)
_LEAVER = re.compile(r"\bcare leavers?\b|\bcareleaver\b|\bcare experienced\b|\bleft care\b")
_NOT_LEAVER = re.compile(
    r"\b(?:not|never|neither|nor|non)(?: (?:a|an|been|currently|ever|was|is)){0,3} ?"
    r"(?:care leaver|care experienced|careleaver)\b"
)
_NEVER_IN_CARE = re.compile(r"\bnever (?:been |was )?(?:in care|looked after|in foster care)\b")
_ADOPTED = re.compile(r"\badopted\b(?! (?:a|the|an|by us)\b)")
_OLD_ENOUGH = frozenset({"16-17", "18-24"})
_CHILD_AGES = frozenset({None, "0-15", "16-17", "unsure"})


@dataclass(frozen=True, slots=True)
class Care:
    """What is said of care: `yes`, `no`, `unsure`, or None where nothing clear is said."""

    looked_after: str | None = None
    care_leaver: str | None = None


def read_care(sentences: Sequence[str], age: str | None) -> Care:
    """What the sentences clearly say of care, as far as the age allows it."""
    clauses = [clause for sentence in sentences for clause in clauses_of(sentence)]
    in_care = _one({_said(clause, _CARE, _NOT_IN_CARE) for clause in clauses})
    if in_care is None and any(_adopted(clause) for clause in clauses):
        in_care = "no"
    leaver = _one({_said(clause, _LEAVER, _NOT_LEAVER) for clause in clauses})
    if leaver is None and any(_plainly_never(clause) for clause in clauses):
        leaver = "no"
    if in_care == "yes" and leaver == "yes":
        return Care()
    return Care(
        looked_after=in_care if age in _CHILD_AGES else None,
        care_leaver=leaver if age in _OLD_ENOUGH or (age is None and leaver == "yes") else None,
    )


def _one(said: set[str | None]) -> str | None:
    options = said - {None}
    return options.pop() if len(options) == 1 else None


def _said(clause: str, thing: re.Pattern[str], denial: re.Pattern[str]) -> str | None:
    found = thing.search(clause)
    if found is None or is_of_another_time(clause):
        return None
    said = how_said(clause, found, denial)
    return {Said.SO: "yes", Said.NOT_SO: "no", Said.UNKNOWN: "unsure"}.get(said)


def _adopted(clause: str) -> bool:
    found = _ADOPTED.search(clause)
    return found is not None and how_said(clause, found) is Said.SO


def _plainly_never(clause: str) -> bool:
    found = _NEVER_IN_CARE.search(clause)
    return found is not None and how_said(clause, found, _NEVER_IN_CARE) is Said.NOT_SO
