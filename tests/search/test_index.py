"""The index finds the same whether its tables are dense or sparse."""

from __future__ import annotations

import numpy as np
import pytest

from bot.search import index as index_module
from bot.search.heads import Heads, stored_heads
from bot.search.index import Index, Text, pairs_of
from bot.search.lexicon import Lexicon
from bot.search.query import Reader
from bot.search.score import Scorer
from bot.search.spelling import Spelling

TEXTS = (
    Text(0, "how long does a rapid review take", 1.0),
    Text(0, "rapid reviews and their deadline", 1.5),
    Text(1, "who is the LADO", 1.0),
    Text(2, "a complaint about a teacher", 1.0),
    Text(2, "staff and volunteers", 0.15, example=False),
)
QUESTIONS = ("rapid review", "whois the ladoo", "complaint about staff", "teacher", "qqqq zzzz")


def _totals(question: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    index = Index(TEXTS, 3)
    reader = Reader(index, Spelling(index), Lexicon(()))
    scorer = Scorer(index, Heads(stored_heads(), ["a", "b", "c"]))
    return np.asarray(scorer.score(reader.read(question), question, None).total)


@pytest.mark.parametrize("question", QUESTIONS)
def test_dense_and_sparse_tables_give_the_same_scores(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dense = _totals(question)
    monkeypatch.setattr(index_module, "MOST_DENSE", 0)
    assert _totals(question) == pytest.approx(dense, abs=1e-5)


def test_a_word_is_known_in_american_spelling_too() -> None:
    index = Index((Text(0, "an organisation", 1.0),), 1)
    assert index.known("organization") == index.known("organisation") is not None


def test_a_target_says_the_stems_of_its_texts() -> None:
    index = Index(TEXTS, 3)
    assert index.stems["rapid"] in index.said_by(0)
    assert index.stems["rapid"] not in index.said_by(1)


def test_the_nearest_example_is_the_same_question() -> None:
    index = Index(TEXTS, 3)
    vector = np.zeros(len(index.stems), np.float32)
    stems, values = index.examples.row(2)
    vector[stems] = values
    assert index.nearest(vector, 1) == pytest.approx(1)
    assert index.nearest(vector, 0) < 1


def test_a_question_that_must_not_be_answered_is_an_example_of_no_target() -> None:
    index = Index(TEXTS, 3, ("pay my council tax",))
    assert index.example_targets[-1] == index.size
    assert all(index.stems["tax"] not in index.said_by(target) for target in range(3))


def test_the_targets_that_have_a_question_word_for_word_are_known() -> None:
    index = Index((*TEXTS, Text(1, "", 1.0), Text(2, "Who is the LADO?", 1.0)), 3, ("the bins",))
    assert index.worded(["who", "is", "the", "lado"]) == (1, 2)
    assert index.worded(["staff", "and", "volunteers"]) == ()
    assert index.worded(["the", "bins"]) == (3,)
    assert index.worded(["who", "is", "nobody"]) == index.worded([]) == ()


def test_an_empty_library_has_an_index() -> None:
    assert Index((), 0).size == 0


def test_pairs_mark_the_ends_of_a_text() -> None:
    assert len({*pairs_of([7, 9]), *pairs_of([9]), *pairs_of([7])}) == 5
