"""A question finds its card by what it means, also where they share no word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.discriminant_analysis import (  # type: ignore[import-untyped]  # it has no types
    LinearDiscriminantAnalysis,
)

from bot.matching import meaning as meaning_module
from bot.matching.index import AS_A_NAME, Index, Text
from bot.matching.lexicon import Lexicon
from bot.matching.matcher import Matcher
from bot.matching.meaning import Meaning
from bot.matching.meanings import stored_meanings
from bot.matching.model import Target
from bot.matching.question import Reader
from bot.matching.scores import Scored, Scorer
from bot.matching.spelling import Spelling

CARDS = (
    Target(
        "topic_parents",
        "Parents",
        examples=("the mother shouts at her husband", "father and mother argue"),
    ),
    Target(
        "topic_school",
        "School",
        examples=("a teacher in the classroom", "pupils at school"),
    ),
    Target(
        "topic_hospital",
        "Hospital",
        examples=("the doctor examined the patient", "surgery at the hospital"),
    ),
    Target(
        "topic_money", "Money", examples=("pay the bill at the bank", "money is owed to the bank")
    ),
)
PARAPHRASES = (
    ("dad yells", 0),
    ("education lessons", 1),
    ("nurse, clinic", 2),
    ("nursse, cliniic", 2),
    ("loan, cash", 3),
)
SAID_ONCE = (
    "the mother shouts at her husband",
    "a teacher in the classroom",
    "the doctor examined the patient",
    "pay the bill at the bank",
    "a ship sails on the ocean",
    "she plays the guitar",
    "he cooks dinner",
    "soldiers fight a battle",
)
OTHER_WORDS = (
    "dad yells",
    "education lessons",
    "nurse, clinic",
    "loan, cash",
    "boat, sea",
    "song, piano",
    "eating meals",
    "army attacks",
)
OF_EACH = [(question, card) for card, question in enumerate(OTHER_WORDS)]


def _examples(*cards: tuple[str, ...]) -> list[Text]:
    return [Text(number, line, 1.0) for number, card in enumerate(cards) for line in card]


def _names(*names: str) -> list[Text]:
    return [Text(number, name, AS_A_NAME) for number, name in enumerate(names)]


def _scored(texts: list[Text], question: str) -> Scored:
    size = texts[-1].target + 1
    index = Index(texts, size)
    reader = Reader(index, Spelling(index), Lexicon(()))
    return Scorer(index, np.ones(size, np.bool_)).score(reader.read(question))


TEXTS = _examples(*(card.examples for card in CARDS))


@pytest.mark.parametrize(("question", "card"), PARAPHRASES)
def test_a_paraphrase_without_a_shared_word_finds_its_card(question: str, card: int) -> None:
    scored = _scored(TEXTS, question)
    assert not scored.words.any()
    assert int(scored.meaning.argmax()) == card
    assert int(scored.near.argmax()) == card
    assert Matcher(CARDS).match(question).found[0].address == CARDS[card].address


@pytest.mark.parametrize(("question", "card"), OF_EACH)
def test_cards_with_one_example_each_are_told_apart_too(question: str, card: int) -> None:
    once = _examples(*((line,) for line in SAID_ONCE))
    twice = _examples(*((line, line) for line in SAID_ONCE))
    assert int(_scored(once, question).meaning.argmax()) == card
    assert int(_scored(twice, question).meaning.argmax()) == card


@pytest.mark.parametrize(("question", "card"), OF_EACH)
def test_a_card_without_examples_is_known_by_its_names(question: str, card: int) -> None:
    assert int(_scored(_names(*SAID_ONCE), question).meaning.argmax()) == card


def test_cards_are_told_apart_as_in_linear_discriminant_analysis() -> None:
    # A word said twice counts a little less than two words, so none is here.
    texts = [text._replace(line=text.line.replace("the ", "")) for text in TEXTS]
    index = Index(texts, len(CARDS))
    reader = Reader(index, Spelling(index), Lexicon(()))
    meaning = Meaning(index, stored_meanings())
    examples = np.array([meaning._of_question(reader.read(text.line)) for text in texts])
    cards = np.array([text.target for text in texts])
    # Half of the spread and half of the plain measure is the same but for a factor.
    expected = LinearDiscriminantAnalysis("lsqr", shrinkage=0.5).fit(examples, cards)
    for question, _ in PARAPHRASES:
        read = reader.read(question)
        scores = expected.decision_function(meaning._of_question(read)[None])[0]
        scores = (scores - scores.mean()) / scores.std()
        assert meaning.scores(read, np.arange(len(CARDS)))[0] == pytest.approx(scores, abs=1e-3)


def test_the_names_of_a_card_with_examples_are_not_learned_from() -> None:
    as_a_name = _scored([*_names("bananas and apples"), *TEXTS], "fruit")
    as_an_example = _scored([Text(0, "bananas and apples", 1.0), *TEXTS], "fruit")
    assert as_a_name.near[0] < 0.1
    assert as_an_example.near[0] > 0.3


def test_a_card_without_a_known_word_is_never_the_nearest_in_meaning() -> None:
    texts = [*TEXTS, Text(len(CARDS), "zzqx qqzv", 1.0)]
    for question, card in PARAPHRASES:
        scored = _scored(texts, question)
        assert int(scored.meaning.argmax()) == card
        assert scored.near[-1] == 0


def test_a_card_without_any_text_to_learn_from_takes_the_lowest_score() -> None:
    texts = [*TEXTS, Text(len(CARDS), "dad yells", 0.15, example=False)]
    scored = _scored(texts, "dad yells")
    assert scored.meaning[-1] == scored.meaning.min()


@pytest.mark.parametrize("question", ["", "?!", "zzqx", "mother", "the the the"])
@pytest.mark.parametrize(
    "texts",
    [
        TEXTS,
        TEXTS[:1],
        _examples(("zzqx",), ("qqzv xxzq",)),
        _examples(("zzqx",), ("the mother",)),
        _examples(*((line,) for line in ["the mother"] * 3)),
    ],
    ids=["some cards", "one card", "no known word", "one known word", "all alike"],
)
def test_the_scores_are_numbers_whatever_is_known(texts: list[Text], question: str) -> None:
    scored = _scored(texts, question)
    assert np.isfinite(scored.meaning).all()
    assert np.isfinite(scored.near).all()
    assert np.isfinite(scored.total).all()


def test_the_one_card_there_is_has_no_neighbour_to_be_told_from() -> None:
    scored = _scored(TEXTS[:1], "dad yells")
    assert scored.meaning.tolist() == [0.0]
    assert scored.near[0] > 0.5


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_question_is_at_most_as_near_as_the_examples_themselves(question: str) -> None:
    scored = _scored(TEXTS, question)
    assert np.isfinite(scored.meaning).all()
    assert np.abs(scored.near).max() <= 1 + 1e-5


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(st.text(max_size=20), max_size=3).map(tuple), min_size=1, max_size=4))
def test_any_examples_can_be_learned_from(cards: list[tuple[str, ...]]) -> None:
    texts = _examples(*cards, ("the mother",))
    assert np.isfinite(_scored(texts, "father").meaning).all()


def test_many_examples_are_learned_from_in_chunks_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = [_scored(TEXTS, question) for question, _ in PARAPHRASES]
    for at_once in (1, 3):
        monkeypatch.setattr(meaning_module, "AT_ONCE", at_once)
        for (question, _), expected in zip(PARAPHRASES, whole, strict=True):
            scored = _scored(TEXTS, question)
            assert scored.meaning == pytest.approx(expected.meaning, abs=1e-4)
            assert scored.near == pytest.approx(expected.near, abs=1e-4)


def test_the_scores_are_the_same_on_every_run() -> None:
    for question, _ in PARAPHRASES:
        first, second = _scored(TEXTS, question), _scored(TEXTS, question)
        assert first.meaning.tobytes() == second.meaning.tobytes()
        assert first.near.tobytes() == second.near.tobytes()
