"""What a text gets that was not read in time: the line for danger, the place kept, and ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screen import Paragraph, Reply, ReplyKind, Screen, Shown
from bot.screens.fixed import ways_on
from bot.screens.routes import open_at

if TYPE_CHECKING:
    from bot.screens.basis import Basis

_WAYS_ON = ("check", "notify", "contacts", "start")


def took_too_long(basis: Basis, text: str, at: str | Shown | None) -> Reply:
    """The reply to a text that took too long to read."""
    address = at.address if isinstance(at, Shown) else at
    here = open_at(basis, address) if address else None
    return Reply(text, ReplyKind.NONE, None, (took_too_long_screen(basis, here),))


def took_too_long_screen(basis: Basis, here: Screen | None) -> Screen:
    """The screen; `here` is the place that was open, which stays one step away."""
    back = here if here is not None and here.question is not None else None
    return Screen(
        address=back.address if back else "start",
        title="That took too long to read",
        blocks=(
            Paragraph("Nothing is lost, and nothing was kept."),
            Paragraph("Type it again in fewer words, or choose below."),
        ),
        question=back.question if back else None,
        actions=back.actions if back else tuple(ways_on(basis, *_WAYS_ON)),
    )


def to_type_again(basis: Basis) -> Screen:
    """The screen for a text that was being read when the guide stopped: it is not read again."""
    return Screen(
        address="start",
        title="I could not answer your last message",
        blocks=(
            Paragraph("The guide stopped while it was reading it. It reads no message twice."),
            Paragraph("Type it again in fewer words, or choose below."),
        ),
        actions=tuple(ways_on(basis, *_WAYS_ON)),
    )
