"""One question over today's cards, over 1,000, 10,000 and 100,000, beside rapidfuzz."""

from __future__ import annotations

import random
import resource
import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.knowledge_base.loader import read_knowledge
from bot.search.model import Target
from bot.search.search import Search
from bot.search.targets import targets_of
from workshop.baselines import Fuzzy
from workshop.collections import read_questions
from workshop.typos import with_slips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000)
EXAMPLES = 6
SLOW = 12  # questions for a baseline that takes a second each


def run() -> None:
    """Medians of CPU time for one question; half of the questions have slips of the keys."""
    base = read_knowledge([ROOT / "knowledge" / "england", ROOT / "knowledge" / "croydon"])
    asked = read_questions(ROOT / "tests" / "questions" / "development.jsonl")
    questions = [
        with_slips(one.q) if place % 2 else one.q for place, one in enumerate(asked) if one.q
    ]
    targets = targets_of(base)
    _head()
    _row(
        f"today: {len(targets)}",
        targets,
        lambda: Search(targets, base.vocabulary(), base.out_of_scope),
        questions,
    )
    for size in SIZES:
        many = _synthetic(size, targets)
        _row(f"{size:,}", many, lambda many=many: Search(many), questions)  # type: ignore[misc]  # mypy cannot infer a default's type


def _synthetic(size: int, targets: Sequence[Target]) -> tuple[Target, ...]:
    """Cards whose words follow those of today's cards, with new words as a library grows."""
    dice = random.Random(0)  # noqa: S311  (no secret)
    texts = [text for one in targets for text in (*one.examples, one.title)]
    words = [word for text in texts for word in text.split()]
    syllables = ["ba", "den", "lo", "mi", "tor", "ran", "shel", "ki", "wen", "sto", "fal", "gre"]

    def word() -> str:
        if dice.random() < 0.9:  # noqa: PLR2004  (nine words of ten are known ones)
            return dice.choice(words)
        return "".join(dice.choice(syllables) for _ in range(dice.randrange(2, 5)))

    return tuple(
        Target(
            f"topic_{number}",
            " ".join(word() for _ in range(5)),
            examples=tuple(
                " ".join(word() for _ in range(dice.randrange(4, 12))) for _ in range(EXAMPLES)
            ),
        )
        for number in range(size)
    )


def _head() -> None:
    names = (
        "cards",
        "build s",
        "ms",
        "p99",
        "WRatio ms",
        "x",
        "token_set ms",
        "x",
        "MB",
    )
    print("".join(f"{name:>14}" for name in names))


def _row(
    name: str, targets: Sequence[Target], build: Callable[[], Search], questions: Sequence[str]
) -> None:
    began = process_time()
    matcher = build()
    built = process_time() - began
    own = _times(matcher.match, questions)
    ours = median(own)
    wratio = median(_times(Fuzzy(targets, fuzz.WRatio).match, questions[:SLOW]))
    tokens = median(_times(Fuzzy(targets, fuzz.token_set_ratio).match, questions[:SLOW]))
    columns = (
        name,
        f"{built:.2f}",
        f"{ours:.2f}",
        f"{sorted(own)[int(len(own) * 0.99)]:.2f}",
        f"{wratio:.1f}",
        f"{wratio / ours:.0f}",
        f"{tokens:.1f}",
        f"{tokens / ours:.0f}",
        f"{_megabytes():.0f}",
    )
    print("".join(f"{column:>14}" for column in columns), flush=True)


def _times(ask: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """Milliseconds of CPU for each question, after a few to warm up."""
    for question in questions[:3]:
        ask(question)
    times = []
    for question in questions:
        began = process_time()
        ask(question)
        times.append((process_time() - began) * 1000)
    return times


def _megabytes() -> float:
    """The most memory that the process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
