"""Weights are learned alike every time, and tell messages they have not seen."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.safety.fitting import FOLDS, Labelled, fitted, main, read_messages, weights_for, written
from bot.safety.signs import Kind, signs_of
from bot.safety.weighing import Weights, read_weights, stored_weights

ROOT = Path(__file__).resolve().parents[2]
DANGER = ROOT / "tests" / "questions" / "danger.jsonl"
AREA = "Croydon"
ONE_IN = 30


@pytest.fixture(scope="module")
def few() -> list[Labelled]:
    """A tenth of the labelled messages."""
    return list(islice(read_messages([DANGER], AREA), None, None, 10))


@pytest.fixture(scope="module")
def weights_of_few(few: list[Labelled]) -> Weights:
    return fitted(few)[0]


def test_the_same_messages_give_the_same_bytes(
    few: list[Labelled], weights_of_few: Weights
) -> None:
    assert written(fitted(few)[0]) == written(weights_of_few)


def test_what_is_written_is_read_again(weights_of_few: Weights) -> None:
    assert read_weights(written(weights_of_few)) == weights_of_few


def test_signs_are_stored_in_order(weights_of_few: Weights) -> None:
    stored = json.loads(written(weights_of_few))["signs"]
    assert all(list(of) == sorted(of) for of in stored.values())


def test_of_messages_not_seen_at_most_one_in_thirty_is_told_wrong() -> None:
    messages = read_messages([DANGER], AREA)
    alarm_from = stored_weights().alarm_from
    unseen = [one for at, one in enumerate(messages) if at % FOLDS == 0]
    weights = weights_for([one for at, one in enumerate(messages) if at % FOLDS], alarm_from)
    missed = [one for one in unseen if one.urgent and not weights.is_danger(one.signs)]
    false = [one for one in unseen if not one.urgent and weights.is_danger(one.signs)]
    assert (len(missed) + len(false)) * ONE_IN <= len(unseen)


@pytest.mark.slow
def test_the_command_writes_weights_and_says_what_it_missed(tmp_path: Path) -> None:
    lines = DANGER.read_text(encoding="utf-8").splitlines()
    some, into = tmp_path / "some.jsonl", tmp_path / "weights.json"
    some.write_text("\n".join(lines[::10]), encoding="utf-8")
    arguments = [str(some), "--into", str(into)]
    for folder in ("england", "croydon"):
        arguments += ["--knowledge", str(ROOT / "knowledge" / folder)]
    told = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "dangers missed" in told.output
    assert read_weights(into.read_text(encoding="utf-8")).signs[Kind.WORDS]


def test_an_ordinary_question_lowers_what_its_signs_weigh(few: list[Labelled]) -> None:
    question = Labelled(signs_of("best nappy brand"), urgent=False, ordinary=True)
    before, after = weights_for(few), weights_for([*few, *[question] * 20])
    assert after.of(question.signs) < before.of(question.signs)
