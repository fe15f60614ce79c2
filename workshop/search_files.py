"""Builds the files of the search: the heads and the calibration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.search import confidence, heads
from bot.search.search import Search
from bot.search.targets import targets_of
from workshop import calibrating, heads_file
from workshop.collections import read_questions
from workshop.labelled import to_learn_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.knowledge import Knowledge
    from bot.search.confidence import Calibration
    from bot.search.sparse import Floats
    from workshop.vectors import Vectors

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions" / "development.jsonl"


def lines_of(knowledge: Knowledge) -> list[tuple[str, str]]:
    """The lines that the heads of a knowledge base are fitted on."""
    return heads_file.lines_of(targets_of(knowledge), knowledge.out_of_scope)


def write_heads(knowledge: Knowledge, vectors: Vectors, path: Path) -> None:
    """Fits and writes the heads."""
    np.savez_compressed(
        path, allow_pickle=False, **heads_file.fitted(lines_of(knowledge), vectors)
    )


def write_calibration(knowledge: Knowledge, vectors: Vectors, path: Path) -> None:
    """Fits and writes the calibrations, over the heads that stand beside them."""
    with np.load(path.parent / heads.FILE) as stored:
        own = {name: stored[name] for name in stored.files}
    cards, outside, asked = calibrating.small_collection(
        targets_of(knowledge), knowledge.out_of_scope
    )
    few = heads_file.fitted(heads_file.lines_of(cards, outside), vectors)
    learned = to_learn_from(read_questions(QUESTIONS), lambda one: one.q)

    def fitted(encode: Callable[[str], Floats] | None) -> Calibration:
        large = Search(
            targets_of(knowledge),
            knowledge.vocabulary(),
            knowledge.out_of_scope,
            heads=own,
            encode=encode,
            calibration=calibrating.ANYTHING,
            published_elsewhere=knowledge.published_elsewhere,
        )
        small = Search(
            cards, (), outside, heads=few, encode=encode, calibration=calibrating.ANYTHING
        )
        return calibrating.fitted(
            calibrating.Collection(large, learned), [calibrating.Collection(small, asked)]
        )

    both = {
        "how": calibrating.__name__,
        "with_encoder": calibrating.written(fitted(vectors.vector_of)),
        "without_encoder": calibrating.written(fitted(None)),
    }
    path.write_text(json.dumps(both, indent=2) + "\n", encoding="utf-8")


FILES = {heads.FILE: write_heads, confidence.FILE: write_calibration}
