"""Faults that a test orders: which calls, what goes wrong, how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from tests.channels.telegram.server.refusals import Refused


class Wrong(StrEnum):
    """What can go wrong with a call."""

    REFUSE = "refuse"  # answered with the given refusal, not executed
    HTML = "html"  # a gateway's 502 page
    GARBAGE = "garbage"
    EMPTY = "empty"
    DROP_BEFORE = "drop before"  # the connection closes, nothing was done
    DROP_AFTER = "drop after"  # the connection closes, it was done
    HANG = "hang"
    SLOW = "slow"


@dataclass
class Fault:
    """One ordered fault.

    Args:
        wrong: what goes wrong.
        methods: of these methods only; empty for all.
        chat: in this chat only.
        times: so often, then no more; None for ever.
        share: for this share of the calls.
        refusal: what REFUSE answers.
        seconds: how long SLOW and HANG last.
    """

    wrong: Wrong
    methods: frozenset[str] = frozenset()
    chat: int | None = None
    times: int | None = None
    share: float = 1.0
    refusal: Refused | None = None
    seconds: float = 0.5

    def strikes(self, method: str, chat: int | None, chance: Random) -> bool:
        if self.times == 0 or (self.methods and method not in self.methods):
            return False
        if self.chat is not None and chat != self.chat:
            return False
        if self.share < 1 and chance.random() >= self.share:
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass
class Faults:
    """The faults that are on."""

    ordered: list[Fault] = field(default_factory=list)
    chance: Random = field(default_factory=lambda: Random(7))

    def order(self, fault: Fault) -> None:
        self.ordered.append(fault)

    def clear(self) -> None:
        self.ordered.clear()

    def strike(self, method: str, chat: int | None) -> Fault | None:
        for fault in self.ordered:
            if fault.strikes(method, chat, self.chance):
                return fault
        return None
