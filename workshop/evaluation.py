"""Evaluation: how well typed questions are answered, beside stock scorers in the same run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from sklearn.metrics import roc_auc_score

from bot.search.model import Decision
from bot.search.search import Search
from workshop.answered import from_matched
from workshop.baselines import stock_scorers
from workshop.collections import read_cards, read_questions, unknown_gold
from workshop.heads_file import fitted, lines_of
from workshop.typos import with_slips
from workshop.vectors import Vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.reading.encoder import Encoder
    from bot.search.model import Target
    from bot.search.sparse import Floats
    from workshop.answered import Answered
    from workshop.collections import Asked

    Ask = Callable[[str], Answered]

TOP = 3
MOST_WORST = 30
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer, judged."""

    asked: Asked
    answered: Answered
    rank: int | None

    @property
    def in_scope(self) -> bool:
        return bool(self.asked.gold)

    @property
    def right(self) -> bool:
        return self.rank == 1

    @property
    def with_a_card(self) -> bool:
        return self.answered.decision is Decision.ANSWER

    @property
    def wrong_with_confidence(self) -> bool:
        return self.with_a_card and not self.right


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one set of answers. Shares run from 0 to 1; None where nothing was asked.

    Args:
        top1: share of the questions with gold whose first answer is right.
        top3: share of them with a right answer among the first three.
        mrr: mean reciprocal rank of the right answer.
        auroc: how well confidence tells questions with gold from those without.
        answered_out_of_scope: share of the questions without gold that a card was the answer to.
        wrong_with_confidence: share of all questions that a card, and a wrong one, was the answer to.
        answered: share of the questions with gold that a card was the answer to.
        offered: share of them that choices were offered for.
        silent: share of them that were not answered.
    """

    n_in: int
    n_out: int
    top1: float | None
    top3: float | None
    mrr: float | None
    auroc: float | None
    answered_out_of_scope: float | None
    wrong_with_confidence: float | None
    answered: float | None
    offered: float | None
    silent: float | None


@dataclass(frozen=True, slots=True)
class Curves:
    """What the picture shows.

    Args:
        reliability: for each tenth of confidence its mean, the share that was right, the number.
        risk: for each share of all questions answered, the surest first, the share that was wrong.
    """

    reliability: tuple[tuple[float, float, int], ...]
    risk: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that an evaluation found."""

    figures: Figures
    without_encoder: Figures | None
    with_slips: Figures
    slices: Mapping[str, Figures]
    stock: Mapping[str, Figures]
    worst: tuple[str, ...]
    curves: Curves
    notes: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, object]:
        """The figures for scripts."""
        return {
            **_rounded(self.figures),
            "without_encoder": self.without_encoder and _rounded(self.without_encoder),
            "with_slips": _rounded(self.with_slips),
            "slices": {name: _rounded(one) for name, one in self.slices.items()},
            "stock": {name: _rounded(one) for name, one in self.stock.items()},
            "worst": list(self.worst),
            "reliability": [list(point) for point in self.curves.reliability],
            "notes": list(self.notes),
        }

    def as_text(self) -> str:
        """The figures as a table, and the worst cases."""
        rows = {
            "this guide": self.figures,
            **({"  without the encoder": self.without_encoder} if self.without_encoder else {}),
            "  with slips of the keys": self.with_slips,
            **self.stock,
            **{f"  {name}": one for name, one in self.slices.items()},
        }
        width = max(map(len, rows))
        return "\n".join(
            (
                f"{self.figures.n_in} questions with an answer, {self.figures.n_out} without.",
                "",
                f"{'':{width}}    n  top-1  top-3    mrr  auroc  out-answered  wrong-sure  answered  offered  silent",
                *(f"{name:{width}}{_row(one)}" for name, one in rows.items()),
                *(("", *self.notes) if self.notes else ()),
                *(("", "Worst cases, the surest first:", *self.worst) if self.worst else ()),
            )
        )


def evaluate(
    ask: Ask,
    targets: Sequence[Target],
    questions: Sequence[Asked],
    *,
    without_encoder: Ask | None = None,
    stock: bool = True,
) -> Report:
    """How well `ask` answers the questions, beside the same without encoder and stock scorers."""
    judged = judge(ask, questions)
    slices: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.asked.slice:
            slices[one.asked.slice].append(one)
    missing = [one for one in unknown_gold(questions, _addresses(targets)) if not _is_list(one)]
    return Report(
        figures=figures_of(judged),
        without_encoder=without_encoder and figures_of(judge(without_encoder, questions)),
        with_slips=figures_of(judge(ask, questions, with_slips)),
        slices={name: figures_of(some) for name, some in slices.items()},
        stock={
            name: figures_of(judge(match, questions))
            for name, match in (stock_scorers(targets) if stock else {}).items()
        },
        worst=tuple(worst_of(judged)),
        curves=curves_of(judged),
        notes=(f"No card has: {', '.join(missing)}.",) if missing else (),
    )


def evaluate_files(cards: Path, questions: Path, encoder: Encoder | None) -> Report:
    """How well the search answers questions over any collection of cards with examples.

    The heads are fitted on its examples as those of the knowledge base are on its own. Without an
    encoder the vectors of the examples are not asked for either.
    """
    targets = read_cards(cards)
    asked = read_questions(questions)
    heads = fitted(lines_of(targets, ()), Vectors(encoder) if encoder else None)

    def over(encode: Callable[[str], Floats] | None) -> Ask:
        search = Search(targets, heads=heads, encode=encode)
        return lambda text: from_matched(search.match(text))

    if encoder is None:
        return evaluate(over(None), targets, asked)
    return evaluate(over(encoder.vector_of), targets, asked, without_encoder=over(None))


def judge(
    ask: Ask, questions: Iterable[Asked], changed: Callable[[str], str] = str
) -> tuple[Judged, ...]:
    """Every question with its answer; `changed` alters the question first."""
    judged = []
    for asked in questions:
        answered = ask(changed(asked.q))
        judged.append(Judged(asked, answered, answered.rank_of(asked.gold)))
    return tuple(judged)


def figures_of(judged: Sequence[Judged]) -> Figures:
    """The figures of some answers."""
    inside = [one for one in judged if one.in_scope]
    outside = [one for one in judged if not one.in_scope]
    return Figures(
        n_in=len(inside),
        n_out=len(outside),
        top1=_share(one.right for one in inside),
        top3=_share(one.rank is not None and one.rank <= TOP for one in inside),
        mrr=_mean([1 / one.rank if one.rank else 0.0 for one in inside]),
        auroc=auroc(
            [one.answered.confidence for one in inside],
            [one.answered.confidence for one in outside],
        ),
        answered_out_of_scope=_share(one.with_a_card for one in outside),
        wrong_with_confidence=_share(one.wrong_with_confidence for one in judged),
        answered=_share(one.with_a_card for one in inside),
        offered=_share(one.answered.decision is Decision.CHOICES for one in inside),
        silent=_share(one.answered.decision is Decision.NONE for one in inside),
    )


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float | None:
    """The chance that a question with gold has the higher confidence; ties count half."""
    if not inside or not outside:
        return None
    truth = [1] * len(inside) + [0] * len(outside)
    return float(roc_auc_score(truth, [*inside, *outside]))


def worst_of(judged: Sequence[Judged], most: int = MOST_WORST) -> list[str]:
    """The worst cases, one a line: wrong with a card first, then wrong offers, the surest first."""
    bad = [one for one in judged if (one.with_a_card or one.in_scope) and not one.right]
    bad.sort(key=lambda one: (not one.with_a_card, -one.answered.confidence, one.asked.q))
    return [
        f"{one.answered.confidence:.2f} {one.answered.decision}: {one.asked.q!r} "
        f"-> {_first(one.answered)}, wanted {' '.join(sorted(one.asked.gold)) or 'no answer'}"
        f" (rank {one.rank or 'none'})"
        for one in bad[:most]
    ]


def curves_of(judged: Sequence[Judged]) -> Curves:
    """The curves of some answers."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        bins[min(BINS - 1, int(one.answered.confidence * BINS))].append(one)
    reliability = tuple(
        (
            sum(one.answered.confidence for one in some) / len(some),
            sum(one.right for one in some) / len(some),
            len(some),
        )
        for _, some in sorted(bins.items())
    )
    surest = sorted(judged, key=lambda one: -one.answered.confidence)
    wrong = 0
    risk = []
    for number, one in enumerate(surest, start=1):
        wrong += not one.right
        risk.append((number / len(surest), wrong / number))
    return Curves(reliability, tuple(risk))


def _is_list(address: str) -> bool:
    return address.startswith("list_")


def _addresses(targets: Sequence[Target]) -> tuple[str, ...]:
    return tuple(target.address for target in targets)


def _first(answered: Answered) -> str:
    return "/".join(sorted(answered.ranks[0])) if answered.ranks else "nothing"


def _share(values: Iterable[bool]) -> float | None:
    return _mean([float(value) for value in values])


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _rounded(figures: Figures) -> dict[str, float | None]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(figures).items()
    }


def _row(one: Figures) -> str:
    shown = (one.top1, one.top3, one.mrr, one.auroc)
    rest = (one.answered_out_of_scope, one.wrong_with_confidence, one.answered, one.offered)
    return "".join(
        (
            f"{one.n_in + one.n_out:5}",
            *(_number(value, 7) for value in shown),
            _number(rest[0], 14),
            _number(rest[1], 12),
            _number(rest[2], 10),
            _number(rest[3], 9),
            _number(one.silent, 8),
        )
    )


def _number(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"
