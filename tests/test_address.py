"""The address carries everything and any string at all may arrive as one."""

from __future__ import annotations

import json
import random
import string
from collections import Counter, deque
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.address import MAX_BYTES, SCREENS, address, parse
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import paths
from bot.guide import Guide
from bot.plain import plain_text
from bot.screen import Screen

TOPICS = [
    "what-is-a-review",
    "purpose-of-reviews",
    "criteria",
    "serious-harm",
    "known-or-suspected",
    "looked-after-children",
    "care-leavers",
    "serious-incident-notification",
    "who-to-notify",
    "child-death",
    "rapid-review",
    "local-review-decision",
    "national-panel",
    "croydon-partnership",
    "review-publication",
    "timescales",
    "incident-outside-croydon",
    "adults",
    "near-miss",
    "process-documents",
    "croydon-learning-summaries",
    "seven-minute-briefings",
    "immediate-danger",
    "referral",
    "lado",
    "escalation",
    "taking-part-in-a-review",
    "families-and-reviews",
    "training",
]
VECTORS = Path(__file__).parent / "addresses.jsonl"


def test_an_address_of_64_bytes_is_taken_and_one_of_65_is_not() -> None:
    assert parse("a" * 64) is not None
    assert parse("a" * 65) is None


@pytest.mark.parametrize("name", [*SCREENS, *(f"topic_{topic}" for topic in TOPICS)])
def test_every_fixed_address_opens_and_comes_back_unchanged(guide: Guide, name: str) -> None:
    screen = guide.open(name)
    assert screen.known
    assert screen.address == name


def test_every_card_and_theme_opens_at_its_own_address(guide: Guide) -> None:
    library = guide.knowledge.library
    for card in library.cards():
        assert guide.open(card.address).address == card.address
        assert guide.open(card.address).known
    for theme in library.themes:
        assert guide.open(f"theme_{theme}").known


def test_a_phones_capitals_and_a_slash_change_nothing(guide: Guide) -> None:
    assert guide.open("Check").address == "check"
    assert guide.open("/TOPIC_Rapid-Review ").address == "topic_rapid-review"


MOST_OF_A_FAMILY = 400
"""Answers, dates and readers multiply: so many screens of one family are walked, the first found."""


@pytest.fixture(scope="module")
def reachable(guide: Guide) -> list[Screen]:
    """Screens that the ways on of other screens lead to, breadth first from the start."""
    seen: dict[str, Screen] = {}
    walked: Counter[str] = Counter()
    waiting = deque(["start"])
    while waiting:
        here = waiting.popleft()
        family = here.partition("_")[0]
        if here in seen or walked[family] == MOST_OF_A_FAMILY:
            continue
        walked[family] += 1
        screen = seen[here] = guide.open(here)
        waiting.extend(action.address for action in screen.actions)
        waiting.extend(fold.address for fold in screen.folds)
        if screen.question:
            waiting.extend(one.address for one in screen.question.choices)
    return list(seen.values())


def test_every_address_that_a_screen_offers_opens_and_fits(
    guide: Guide, reachable: list[Screen]
) -> None:
    assert len(reachable) > 1000
    for screen in reachable:
        assert screen.known, screen.address
        assert len(screen.address.encode()) <= MAX_BYTES
        assert parse(screen.address) is not None
        assert guide.open(screen.address).address == screen.address


def test_every_screen_offers_a_way_on(reachable: list[Screen]) -> None:
    for screen in reachable:
        assert screen.actions, screen.address


def test_old_addresses_open_for_ever(guide: Guide) -> None:
    for line in VECTORS.read_text("utf-8").splitlines():
        vector = json.loads(line)
        screen = guide.open(vector["address"])
        assert screen.known, vector
        assert screen.address == vector["opens"], vector


def test_a_newer_version_of_the_criteria_is_never_taken_at_its_word(guide: Guide) -> None:
    whole = next(path for path in paths(guide.basis.table) if path.get("location") == "here")
    code = guide.open(_outcome_address(guide, whole)).address.split("_")[2]
    screen = guide.open(f"outcome_9_{code}")
    assert screen.title == "Check your answers"
    assert any("another version" in getattr(block, "text", "") for block in screen.blocks)


def test_an_outcome_is_shown_only_when_nothing_is_left_to_ask_or_confirm(guide: Guide) -> None:
    assert guide.open("outcome_2_ac").question is not None
    suggested = _outcome_address(
        guide, next(path for path in paths(guide.basis.table) if path["age"] == "25+")
    )
    assert guide.open(f"{suggested}-").outcome is None
    assert guide.open(suggested).outcome is not None


def _outcome_address(guide: Guide, path: dict[str, str]) -> str:
    return address(
        "outcome", str(guide.knowledge.criteria.version), encode(guide.knowledge.criteria, path)
    )


@given(text=st.text())
def test_any_text_at_all_gives_a_screen(guide: Guide, text: str) -> None:
    screen = guide.open(text)
    assert screen.title
    assert guide.open(screen.address).known


def test_100_000_random_and_mutated_addresses_give_a_screen(guide: Guide) -> None:
    chance = random.Random(20261126)
    known = [
        *SCREENS,
        *(card.address for card in guide.knowledge.library.cards()),
        *(_outcome_address(guide, path) for path in list(paths(guide.basis.table))[::20]),
        "date_2_actonn_20261123",
        "list_reviews_theme-neglect_page-2",
        "filter_learning_year-2022",
        "notify_agency_2",
        "help_2_ac",
        "change_2_acod_a",
    ]
    letters = string.ascii_letters + string.digits + "_-_-/ .%\x00é\N{CIRCLED DIGIT ONE}"
    for _ in range(100_000):
        assert guide.open(_mutated(chance, chance.choice(known), letters)).title


def _mutated(chance: random.Random, text: str, letters: str) -> str:
    if chance.random() < 0.1:
        return "".join(chance.choices(letters, k=chance.randrange(80)))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(("", chance.choice(letters))) + text[at + 1 :]
    return text


@pytest.mark.parametrize("old", ["outcome_1_auod", "outcome_1_auoh", "outcome_1_acodnslnph"])
def test_an_address_of_the_first_version_opens_and_says_since_when_it_changed(
    guide: Guide, old: str
) -> None:
    screen = guide.open(old)
    assert screen.known
    assert "changed on 1 December 2026" in plain_text(screen)
    assert "changed on 1 December 2026" not in plain_text(guide.open(screen.address))


def test_a_stillbirth_is_asked_about_abuse_and_about_a_hidden_pregnancy(guide: Guide) -> None:
    screen = guide.open("check_2_auod")
    assert screen.question is not None
    assert screen.question.id == "abuse_or_neglect"
    assert "the pregnancy was hidden" in plain_text(guide.open("check_2_auodnn"))
