"""The matcher answers with the card that was meant."""

from __future__ import annotations

from bot.matching.matcher import Matcher
from bot.matching.model import Decision, Target

TARGETS = (
    Target(
        "topic_rapid-review", "What a rapid review is", examples=("how long for a rapid review",)
    ),
    Target("topic_lado", "Allegations against staff", aliases=("LADO",)),
    Target("topic_training", "Training"),
)


def test_the_card_that_shares_the_rare_words_comes_first() -> None:
    assert (
        Matcher(TARGETS).match("what is a rapid review").found[0].address == "topic_rapid-review"
    )


def test_a_typo_finds_the_same_card() -> None:
    assert Matcher(TARGETS).match("a rapid reveiw").found[0].address == "topic_rapid-review"


def test_a_text_without_a_known_word_is_not_answered() -> None:
    assert Matcher(TARGETS).match("zzzz qqqq").decision is Decision.NONE


def test_a_blank_text_is_not_answered() -> None:
    assert Matcher(TARGETS).match("  ").decision is Decision.NONE
