"""Deep links: an address as a link that opens the guide in a private chat."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram takes after `?start=`."""
_DATE = re.compile(r"[0-9]{8}")


def deep_link(username: str, address: str) -> str:
    """The link that opens this address in a private chat; empty where there can be none."""
    if not PAYLOAD.fullmatch(address):
        return ""
    return f"https://t.me/{username}?start={address}"


def shareable(address: str) -> str:
    """The address without the date on which the council became aware, and all that follows it."""
    parts = address.split("_")
    for index, part in enumerate(parts):
        if _DATE.fullmatch(part):
            return "_".join(parts[:index])
    return address


def is_dated(address: str) -> bool:
    """Whether the address holds the date on which the council became aware."""
    return shareable(address) != address


def is_of_a_case(address: str) -> bool:
    """Whether the address may hold answers.

    The second part of such an address is the version of the criteria, its third are the answers.
    """
    parts = address.split("_")
    return len(parts) > 1 and parts[1].isdecimal()


def without_case(address: str) -> str:
    """The address for a place where others read along: of a case only where to start."""
    return "check" if is_of_a_case(address) else address


def shared_address(url: str | None) -> str | None:
    """The address that a deep link carries."""
    if not url:
        return None
    return next(iter(parse_qs(urlsplit(url).query).get("start", [])), None)
