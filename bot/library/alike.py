"""Learning from cases like this: reviews that share ages and circumstances with some answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.model import AgeGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.library.model import Library, Review

_AGES = {
    "unborn": {AgeGroup.UNDER_1},
    "0-15": {
        AgeGroup.UNDER_1,
        AgeGroup.FROM_1_TO_4,
        AgeGroup.FROM_5_TO_10,
        AgeGroup.FROM_11_TO_15,
    },
    "16-17": {AgeGroup.FROM_16_TO_17},
    "18-24": {AgeGroup.FROM_18},
}
_THEME_OF_CARE = "looked-after-children"


def reviews_alike(library: Library, answers: Mapping[str, str]) -> tuple[Review, ...]:
    """The reviews that share the age group, those that share being looked after first."""
    ages = _AGES.get(answers.get("age", ""), set(AgeGroup))
    in_care = "yes" in (answers.get("looked_after"), answers.get("care_leaver"))
    shared = [review for review in library.reviews.values() if ages & set(review.age_groups)]
    return tuple(
        sorted(
            shared,
            key=lambda review: (
                in_care and _THEME_OF_CARE not in review.themes,
                -review.published.toordinal(),
            ),
        )
    )
