"""What every typed text is looked at for, whatever it is and wherever it is typed: danger now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.reading.danger import Alarm, Danger
from bot.reading.language import language_of
from bot.reading.text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.reading.encoder import Encoder
    from bot.reading.text import Text

    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Look:
    """What a text was seen to hold.

    Args:
        danger: what it tells of danger now.
        vector: its vector, for who else needs it; None without an encoder.
    """

    danger: Danger
    vector: Floats | None


class FirstLook:
    """Looks at texts for danger.

    Args:
        language: the language files as they were read.
        encoder: gives a text its vector; None where it is switched off.
        alarm: weighs danger; the stored one unless given.
    """

    def __init__(
        self,
        language: Mapping[str, Mapping[str, Any]],
        encoder: Encoder | None,
        alarm: Alarm | None = None,
    ) -> None:
        self._language = language_of(language)
        self._encoder = encoder
        self._alarm = alarm or Alarm()

    def read(self, typed: str) -> Text:
        """A text in its normal form."""
        return read_text(typed, self._language.forms)

    def at(self, typed: str) -> Look:
        """What a text holds."""
        text = self.read(typed)
        vector = self._encoder.vector_of(text.typed) if self._encoder and text.words else None
        marks = self._language.danger.marks_in(text)
        encode = self._encoder.vector_of if self._encoder else None
        return Look(self._alarm.danger_of(text, marks, vector, encode), vector)
