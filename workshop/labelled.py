"""Labelled texts, and the fifth of each set that no fit sees: the gates read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workshop.vectors import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Labelled = TypeVar("Labelled")
PARTS = 5


def is_kept_apart(text: str) -> bool:
    """Whether a text belongs to the fifth that is never fitted on."""
    return digest_of(text.casefold()) % PARTS == 0


def to_learn_from(
    every: Iterable[Labelled], text_of: Callable[[Labelled], str]
) -> tuple[Labelled, ...]:
    """The labelled texts that a fit may see."""
    return tuple(one for one in every if not is_kept_apart(text_of(one)))


def kept_apart(
    every: Iterable[Labelled], text_of: Callable[[Labelled], str]
) -> tuple[Labelled, ...]:
    """The labelled texts that only the gates see."""
    return tuple(one for one in every if is_kept_apart(text_of(one)))
