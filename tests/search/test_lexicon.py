"""A short form stands for its words, and a synonym for the word of the cards."""

from __future__ import annotations

from bot.library.model import Term
from bot.search.lexicon import LOWER_CASE, Lexicon
from bot.search.words import stem, words_of

TERMS = (
    Term(term="RR", expansion="rapid review", category="reviews", exact_case=True),
    Term(
        term="the Panel",
        expansion="Child Safeguarding Practice Review Panel",
        category="reviews",
        synonyms=("national panel",),
    ),
)


def _mentions(text: str) -> list[tuple[int, int, dict[tuple[str, ...], float]]]:
    stems = [stem(word) for word in words_of(text)]
    return [
        (found.start, found.end, {one.stems: one.share for one in found.wordings})
        for found in Lexicon(TERMS).mentions(text, stems)
    ]


def test_a_short_form_stands_for_its_words() -> None:
    start, end, wordings = _mentions("what is an RR")[0]
    assert (start, end) == (3, 4)
    assert (stem("rapid"), stem("review")) in wordings


def test_a_short_form_that_is_also_a_word_counts_less_in_lower_case() -> None:
    rapid_review = (stem("rapid"), stem("review"))
    as_written = _mentions("RR")[0][2][rapid_review]
    in_lower_case = _mentions("rr")[0][2][rapid_review]
    assert in_lower_case == as_written * LOWER_CASE


def test_the_longest_term_at_a_place_is_taken() -> None:
    assert [(start, end) for start, end, _ in _mentions("ask the national panel now")] == [(2, 4)]


def test_without_terms_nothing_is_mentioned() -> None:
    assert Lexicon(()).mentions("RR", ["rr"]) == ()
