"""What an author may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The question "did you mean …?", or nothing where no known word is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only when something is wrong

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""
