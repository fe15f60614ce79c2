"""The start, the questions and the steps: short, with the options first and the numbers in reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.clock import ENGLAND
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import most_questions_left, paths
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.plain import lines_of, plain_text
from bot.screen import Line, Lines, Screen, SourceLine

NOW = datetime(2026, 12, 4, 17, 40, tzinfo=ENGLAND)
DEATHS = "Danger now, or an unexpected death with no police or ambulance there? Call 999"


@pytest.fixture(scope="module")
def guide(knowledge: Knowledge) -> Guide:
    return Guide(knowledge, now=lambda: NOW, new_reference=lambda: "a1b2c3")


def _questions(guide: Guide) -> Iterator[tuple[dict[str, str], Screen]]:
    """Every question after every way to it."""
    ends = [list(path.items()) for path in paths(guide.basis.table)]
    for way in sorted({tuple(end[:length]) for end in ends for length in range(len(end))}):
        pairs = encode(guide.knowledge.criteria, dict(way))
        yield (
            dict(way),
            guide.open(f"check_{guide.basis.version}_{pairs}" if pairs else "check"),
        )


def _in_view(screen: Screen) -> list[str]:
    """The words of a question before the first fold."""
    assert screen.question is not None
    asked = screen.question
    blocks = [line for block in screen.blocks for line in lines_of(block)]
    options = [f"{one.label} {one.help}" for one in asked.choices]
    return " ".join((screen.title, asked.help, *blocks, *options)).split()


def _ring(screen: Screen) -> list[Line]:
    return [line for block in screen.blocks if isinstance(block, Lines) for line in block.items]


def test_every_question_is_short_and_its_law_is_folded(guide: Guide) -> None:
    for way, screen in _questions(guide):
        assert screen.question is not None
        most = 100 if screen.question.id == "warning_signs" else 75
        assert len(_in_view(screen)) <= most, (way, screen.question.id)
        assert len(screen.question.help.split()) <= 14
        assert all(len(one.help.split()) <= 9 for one in screen.question.choices)
        (fold,) = screen.folds
        assert any(isinstance(block, SourceLine) for block in fold.blocks)
        assert guide.open(fold.address).known


def test_at_most_six_questions_are_asked(guide: Guide) -> None:
    assert most_questions_left(guide.basis.table, {}) == 6
    said = guide.knowledge.first_screen.start.check_help
    assert "At most 6" in said


def test_after_a_death_no_question_speaks_of_milder_harm(guide: Guide) -> None:
    for way, screen in _questions(guide):
        if way.get("outcome") == "died":
            assert "not serious" not in " ".join(_in_view(screen))
            young = way["age"] in {"0-15", "16-17", "unsure"}
            assert (screen.danger == DEATHS) == young


def test_the_place_of_a_death_is_not_the_place_of_a_harm(guide: Guide) -> None:
    for way, screen in _questions(guide):
        assert screen.question is not None
        if screen.question.id == "location":
            died = way["outcome"] == "died"
            assert screen.title == (
                "Where did it happen?" if died else "Where did the harm happen?"
            )


def test_someone_of_18_or_over_is_no_child_in_a_question(guide: Guide) -> None:
    for way, screen in _questions(guide):
        if way.get("age") in {"18-24", "25+"}:
            assert "this child" not in " ".join(_in_view(screen)), way


def test_the_last_answer_stands_in_the_way_back(guide: Guide) -> None:
    screen = guide.open(f"check_{guide.basis.version}_acod")
    back = next(action for action in screen.actions if action.id == "back")
    assert back.label == "Back: died"
    assert guide.open(back.address).question == guide.open("check_2_ac").question


def test_the_last_answer_opens_the_outcome(guide: Guide) -> None:
    for _, screen in _questions(guide):
        assert screen.question is not None
        for choice in screen.question.choices:
            after = guide.open(choice.address)
            assert (after.question is None) == (after.outcome is not None)


def test_the_last_answer_waits_for_what_was_picked_up_from_words(guide: Guide) -> None:
    screen = guide.open("check_2_acod-nsln")
    assert screen.question is not None
    after = guide.open(screen.question.choices[0].address)
    assert after.title == "Check your answers"
    assert "od-" in after.address


def test_a_changed_answer_confirms_no_other(guide: Guide) -> None:
    changed = guide.open("change_2_ac-od-nslnph_n")
    assert changed.question is not None
    for choice in changed.question.choices:
        assert "ac-od-" in choice.address


def test_the_start_has_the_check_and_whom_to_ring(guide: Guide) -> None:
    start = guide.open("start")
    assert start.actions[0].address == "check"
    assert [line.part for line in _ring(start)] == ["state", "call", "other", "confirm"]
    before_the_links = plain_text(start).replace(start.danger, "").partition("Ways on")[0]
    assert len(before_the_links.split()) <= 80
    assert start.has_clock


def test_whom_to_tell_is_said_before_any_answer_for_each_side(guide: Guide) -> None:
    agency = guide.open("notify")
    said = " ".join(line.text for line in _ring(agency))
    assert "A child has died / been seriously harmed." in said
    council = guide.open(next(one.address for one in agency.actions if one.id == "reader"))
    assert "Tell the Designated Manager now." in {line.text for line in _ring(council)}
    check = next(one.address for one in council.actions if one.id == "check")
    assert check == f"check_{guide.basis.version}_rc"
    assert guide.open(check).question == guide.open(check).question


def test_the_reader_goes_along_from_the_first_question_to_the_outcome(guide: Guide) -> None:
    here = guide.open(f"check_{guide.basis.version}_rc")
    while here.question:
        assert "rc" in here.address
        here = guide.open(here.question.choices[0].address)
    assert here.outcome is not None
    assert here.outcome.reader == "council"
    restart = next(one for one in here.actions if one.id == "restart")
    assert restart.address == f"check_{guide.basis.version}_rc"


def test_the_numbers_to_ring_are_only_those_for_a_death_or_serious_harm(guide: Guide) -> None:
    screen = guide.open("contacts")
    unfolded = plain_text(Screen(screen.address, screen.title, screen.blocks))
    assert len(unfolded.split()) <= 110
    for wrong in ("020 8726 6000", "020 8726 6464"):
        assert wrong not in unfolded
        assert wrong in plain_text(screen)
    assert guide.open(screen.folds[0].address).blocks == screen.folds[0].blocks


def test_an_address_that_is_none_is_told_in_few_words(guide: Guide) -> None:
    screen = guide.open("topic_jane-smith")
    assert not screen.known
    assert len((screen.title + " ".join(one.label for one in screen.actions)).split()) <= 40
