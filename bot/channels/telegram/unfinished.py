"""Which updates are in hand, which are answered, and up to where Telegram may forget them.

Telegram forgets every update below the offset of the next getUpdates. So the offset is the oldest
update that is not answered yet, and a killed process loses nothing.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HOLD = 120.0
"""Seconds for which an unanswered update holds back those behind it."""


class Unfinished:
    """The updates between the oldest in hand and the newest seen.

    Args:
        hold: for how many seconds an update may hold back the offset.
        clock: seconds that never run backwards.
    """

    def __init__(self, hold: float = HOLD, clock: Callable[[], float] = time.monotonic) -> None:
        self.hold = hold
        self.clock = clock
        self.in_hand: dict[int, float] = {}
        self.answered: set[int] = set()
        self.confirmed = True

    @property
    def window(self) -> int:
        """How many updates Telegram will send again, since they are not confirmed."""
        return len(self.in_hand) + len(self.answered)

    def take(self, update: int) -> bool:
        """Whether this update is new; then it is in hand."""
        if update in self.in_hand or update in self.answered:
            return False
        self.in_hand[update] = self.clock()
        self.confirmed = False
        return True

    def finish(self, update: int) -> None:
        if self.in_hand.pop(update, None) is not None:
            self.answered.add(update)

    def offset(self) -> int | None:
        """The oldest update that Telegram must keep; None when it has been told of all."""
        if self.confirmed:
            return None
        late = self.clock() - self.hold
        held = [update for update, since in self.in_hand.items() if since > late]
        if held:
            return min(held)
        return max((*self.in_hand, *self.answered)) + 1

    def confirm(self, offset: int | None) -> None:
        """Telegram has taken this offset: what lies below it never comes again."""
        if offset is None:
            return
        self.answered = {update for update in self.answered if update >= offset}
        self.in_hand = {update: at for update, at in self.in_hand.items() if update >= offset}
        self.confirmed = not self.in_hand and not self.answered
