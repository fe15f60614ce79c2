"""How many messages a person may send in a minute, by the dates of the messages.

The date and not the arrival counts: a backlog after an outage is not abuse.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import TYPE_CHECKING

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter

if TYPE_CHECKING:
    from limits import RateLimitItem

MINUTE = 60


class Pace:
    """Counts messages by person and minute. It holds salted hashes, for about a minute."""

    def __init__(self, messages_per_minute: int) -> None:
        self.allowed: RateLimitItem = RateLimitItemPerMinute(messages_per_minute)
        self.told: RateLimitItem = RateLimitItemPerMinute(1)
        self.limiter = FixedWindowRateLimiter(MemoryStorage())
        self.salt = secrets.token_bytes(16)

    async def allows(self, person: int, date: float) -> bool:
        """Counts a message of this date; whether it is still to be answered."""
        return await self.limiter.hit(self.allowed, *self._key(person, date))

    async def would_allow(self, person: int, date: float) -> bool:
        return await self.limiter.test(self.allowed, *self._key(person, date))

    async def first_refusal(self, person: int, date: float) -> bool:
        """Whether the person has not been told yet, in this minute, that they are too fast."""
        return await self.limiter.hit(self.told, "told", *self._key(person, date))

    def _key(self, person: int, date: float) -> tuple[str, str]:
        return anonymous(person, self.salt), str(int(date // MINUTE))


def anonymous(number: int, salt: bytes) -> str:
    """A stand-in for a Telegram id that leads nowhere once the process has ended."""
    return blake2b(str(number).encode(), key=salt, digest_size=12).hexdigest()
