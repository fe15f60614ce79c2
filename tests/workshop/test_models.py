"""The built files are made from what stands in the knowledge base and the labelled sets now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.__main__ import stale_files
from workshop.labelled import is_kept_apart, kept_apart, to_learn_from

if TYPE_CHECKING:
    from bot.knowledge import Knowledge


def test_no_built_file_is_stale(knowledge: Knowledge) -> None:
    assert stale_files(knowledge) == [], "Build them again: make models"


def test_a_fifth_of_each_set_is_never_fitted_on_and_case_does_not_matter() -> None:
    texts = [f"message {number}" for number in range(2000)]
    apart = kept_apart(texts, str)
    assert {*apart, *to_learn_from(texts, str)} == set(texts)
    assert 0.17 < len(apart) / len(texts) < 0.23
    assert all(is_kept_apart(text.upper()) for text in apart)
