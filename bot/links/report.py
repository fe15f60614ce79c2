"""What came of opening the addresses, as lines of text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.links.checking import GOOD, NOT_A_FAULT, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.links.addresses import Address
    from bot.links.checking import Opened
    from bot.links.publications import Proposal


def is_fault(opened: Opened) -> bool:
    """The address leads no reader anywhere, or nowhere good."""
    return opened.state not in NOT_A_FAULT


def text_report(found: Mapping[Address, Opened], skipped: int) -> Iterator[str]:
    """A line for each address that is worth a look, faults last, then the count."""
    ordered = sorted(found.items(), key=lambda one: (is_fault(one[1]), one[1].state))
    for address, opened in ordered:
        if opened.state is not State.OPENS:
            yield from _lines(address, opened)
    opens = sum(one.state in GOOD for one in found.values())
    faults = sum(is_fault(one) for one in found.values())
    by_hand = len(found) - opens - faults
    yield f"{len(found)} addresses: {opens} open, {by_hand} to open by hand, {faults} faults"
    if skipped:
        yield f"{skipped} not opened: no reader is led there (linked: false)"


def json_report(address: Address, opened: Opened) -> dict[str, Any]:
    """One address as an object."""
    return {
        "url": address.url,
        "state": opened.state.value,
        "fault": is_fault(opened),
        "status": opened.status,
        "hops": list(opened.hops),
        "title": opened.title,
        "note": opened.note,
        "tries": opened.tries,
        "places": [str(place) for place in address.places],
    }


def json_proposal(one: Proposal) -> dict[str, Any]:
    """One proposal as an object."""
    return {
        "review": one.review,
        "document": one.document,
        "url": one.url,
        "label": one.label,
        "confidence": one.confidence,
        "doubt": one.doubt,
        "file": str(one.place.file),
    }


def _lines(address: Address, opened: Opened) -> Iterator[str]:
    status = f" {opened.status}" if opened.status else ""
    yield f"{opened.state}{status}: {address.url}"
    yield from (f"  leads to {hop}" for hop in opened.hops)
    if opened.title and opened.state is State.SAYS_NOT_FOUND:
        yield f"  its title: {opened.title}"
    if opened.note:
        yield f"  {opened.note}"
    yield from (f"  stands in {place}" for place in address.places)
