"""The language files as the readers use them: normal forms, and phrases by list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.reading.phrases import Phrases
from bot.reading.text import Forms

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Language:
    """What the readers know of how people type.

    Args:
        forms: short forms and number words.
        danger: the lists of danger.yaml.
    """

    forms: Forms
    danger: Phrases


def language_of(read: Mapping[str, Mapping[str, Any]]) -> Language:
    """The language of the files as they were read.

    Raises:
        PhraseError: a phrase is not written as phrases are.
    """
    numbers = read["numbers"]
    words = {name: [str(one) for one in some] for name, some in read.get("words", {}).items()}
    return Language(
        forms=Forms(
            short={
                str(said): tuple(str(meant).split()) for said, meant in numbers["short"].items()
            },
            numbers={str(word): int(number) for word, number in numbers["numbers"].items()},
            units={form: unit for unit, forms in numbers["units"].items() for form in forms},
        ),
        danger=Phrases(read["danger"], words),
    )
