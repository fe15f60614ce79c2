"""The stock scorers are what a few lines with a library would reach."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz, process, utils

from bot.matching.stock import Bm25, stock_scorers, texts_of
from tests.matching.library import LADO, RAPID_REVIEW, TARGETS


@pytest.mark.parametrize("question", ["what is a rapid review", "a complaint about a carer", "q"])
def test_the_fuzzy_baseline_is_rapidfuzz_as_it_comes(question: str) -> None:
    strings = [text for target in TARGETS for text in texts_of(target)]
    best = process.extractOne(
        question, strings, scorer=fuzz.token_set_ratio, processor=utils.default_process
    )
    answered = stock_scorers(TARGETS)["rapidfuzz token_set_ratio"](question)
    assert answered.confidence == pytest.approx(best[1] / 100)


def test_bm25_puts_the_rare_word_first() -> None:
    assert Bm25(TARGETS).match("rapid").ranks[0] == {RAPID_REVIEW.address}
    assert Bm25(TARGETS).match("the lado").ranks[0] == {LADO.address}


def test_a_text_without_words_has_no_ranks_in_bm25() -> None:
    assert Bm25(TARGETS).match("").ranks == ()
