"""What every typed text is looked at for first, whatever it is and wherever it is typed: danger now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading.danger import Alarm, Danger, Strength, marks_of

if TYPE_CHECKING:
    from bot.reading.encoder import Encoder
    from bot.reading.language import Language


class FirstLook:
    """Looks at texts for danger.

    Args:
        language: the words and phrases.
        encoder: gives a text its vector; None where it is switched off.
        alarm: weighs danger; the stored one unless given.
    """

    def __init__(
        self, language: Language, encoder: Encoder | None, alarm: Alarm | None = None
    ) -> None:
        self._language = language
        self._encode = encoder.vector_of if encoder else None
        self._alarm = alarm or Alarm()

    def danger_of(self, typed: str) -> Danger:
        """What a text tells of danger now."""
        text = self._language.read(typed)
        vector = self._encode(text.typed) if self._encode and text.words else None
        return self._alarm.danger_of(text, marks_of(self._language, text), vector, self._encode)

    def alarm_of(self, typed: str) -> str | None:
        """How loud the alarm is, in a word; None where there is none."""
        strength = self.danger_of(typed).strength
        return None if strength is Strength.NONE else strength.value
