"""What is learned tells neighbours apart, and is the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching import learned as learned_module
from bot.matching.index import Index, Text
from bot.matching.learned import Learned
from bot.matching.lexicon import Lexicon
from bot.matching.question import Reader
from bot.matching.spelling import Spelling

TEXTS = (
    Text(0, "report a death to the panel", 1.0),
    Text(0, "report the death of a child", 1.0),
    Text(1, "report an injury to the panel", 1.0),
    Text(1, "report the injury of a child", 1.0),
)


def _scores(question: str, outside: tuple[str, ...] = ()) -> list[float]:
    index = Index(TEXTS, 2, outside)
    reader = Reader(index, Spelling(index), Lexicon(()))
    scores = Learned(index, np.ones(2, bool)).scores(reader.read(question))
    return [float(score) for score in scores]


def test_the_word_that_tells_two_targets_apart_decides() -> None:
    death, injury = _scores("report the death")
    assert death > injury


def test_questions_that_must_not_be_answered_are_a_class_of_their_own() -> None:
    scores = _scores("pay council tax", ("pay my council tax", "council tax bands"))
    assert len(scores) == 3
    assert scores[2] == max(scores)


def test_it_is_the_same_on_every_run() -> None:
    assert _scores("report the injury") == _scores("report the injury")


def test_nothing_is_learned_where_it_would_cost_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned_module, "MOST_CELLS", 1)
    assert _scores("report the death") == [0, 0]


@pytest.mark.parametrize("often", [0, 1, 100])
def test_the_product_is_the_product_however_it_is_laid_out(
    often: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned_module, "OFTEN", often)
    index = Index((*TEXTS, Text(0, " ".join(f"word{one}" for one in range(40)), 1.0)), 2)
    rows = index.examples
    dense = np.zeros((len(rows), len(index.stems)), np.float32)
    for number in range(len(rows)):
        columns, values = rows.row(number)
        dense[number, columns] = values
    cells = learned_module.Cells(rows.owners(), rows.columns, rows.values)
    product = learned_module._Product(cells, len(rows), len(index.stems))
    forth = np.arange(len(index.stems) * 3, dtype=np.float32).reshape(-1, 3)
    assert product.forth(forth) == pytest.approx(dense @ forth, rel=1e-5)
    back = np.arange(len(rows) * 3, dtype=np.float32).reshape(-1, 3)
    filled = np.ones_like(forth)
    product.back(back, filled)
    assert filled == pytest.approx(dense.T @ back, rel=1e-5)
