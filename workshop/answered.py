"""One answer as an evaluation sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.screen import ReplyKind
from bot.search.model import Decision

if TYPE_CHECKING:
    from bot.screen import Reply
    from bot.search.model import Matched


@dataclass(frozen=True, slots=True)
class Answered:
    """What a question was answered with.

    Args:
        ranks: the addresses at each rank, best first; a list and its first card share the first.
        confidence: how sure it was, from 0 to 1.
        decision: one card, choices, or nothing.
    """

    ranks: tuple[frozenset[str], ...]
    confidence: float
    decision: Decision

    def rank_of(self, gold: frozenset[str]) -> int | None:
        """The rank, from 1, of the first address that answers the question."""
        for rank, addresses in enumerate(self.ranks, start=1):
            if addresses & gold:
                return rank
        return None


def from_matched(matched: Matched) -> Answered:
    """What the matcher alone answers."""
    ranks = [frozenset({one.address}) for one in matched.found]
    if matched.browse is not None:
        ranks[:1] = [frozenset({matched.browse}).union(*ranks[:1])]
    return Answered(tuple(ranks), matched.confidence, matched.decision)


def from_reply(reply: Reply) -> Answered:
    """What the whole guide answers to a typed text."""
    ranks = [frozenset({one.address}) for one in reply.matches]
    if reply.address is not None and not (ranks and reply.address in ranks[0]):
        ranks[:1] = [frozenset({reply.address, _screen(reply.address)}).union(*ranks[:1])]
    decision = {
        ReplyKind.ANSWER: Decision.ANSWER,
        ReplyKind.COMMAND: Decision.ANSWER,
        ReplyKind.CHOICES: Decision.CHOICES,
        ReplyKind.NONE: Decision.NONE,
    }[reply.kind]
    confidence = reply.matches[0].score if reply.matches else 0.0
    if reply.kind is ReplyKind.COMMAND:
        confidence = 1.0
    return Answered(tuple(ranks), confidence, decision)


def _screen(address: str) -> str:
    """The dialogue with answers picked up (`check_2_a2`) is the dialogue."""
    screen = address.split("_", 1)[0]
    return screen if screen == "check" else address
