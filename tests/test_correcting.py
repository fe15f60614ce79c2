"""An edited message corrects the answer that it gave, under the screen where it gave it, or says not."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bot.correcting import Read, correct
from bot.guide import Guide
from bot.screen import Screen, shown

NOBODY = "nobody"
CHILD = ("check", "under 16", "they have died", NOBODY)
YOUNG = ("check", "18 to 24", "they have died", NOBODY)


@dataclass
class Chat:
    """What a channel keeps of one chat."""

    guide: Guide
    here: Screen
    case: str = ""
    read: list[Read] = field(default_factory=list)

    def types(self, *texts: str) -> Screen:
        question = self.guide.knowledge.criteria.question("abuse_or_neglect")
        nobody = question.option("not_known").label
        for text in texts:
            under = shown(self.here)
            self.here = self.guide.ask(nobody if text == NOBODY else text, under).screens[0]
            self.read.append(Read(under, self.here.address))
            if "_" in self.here.address or self.here.address == "check":
                self.case = self.here.address
        return self.here

    def edits(self, index: int, text: str) -> Screen:
        return correct(self.guide, text, self.read[index], self.case).screens[0]


@pytest.fixture
def chat(guide: Guide) -> Chat:
    return Chat(guide, guide.open("start"))


def _answers(screen: Screen) -> str:
    return screen.address.split("_")[2]


@pytest.mark.parametrize(
    ("before", "said", "edited", "answers"),
    [
        (CHILD, "no", "yes", "acodnnly"),
        (CHILD, "yes", "no", "acodnnln"),
        (YOUNG, "no", "yes", "ayodnncy"),
    ],
)
def test_an_edited_answer_changes_itself_and_no_other(
    chat: Chat, before: tuple[str, ...], said: str, edited: str, answers: str
) -> None:
    chat.types(*before, said)
    assert _answers(chat.edits(-1, edited)) == answers


def test_later_answers_stay(chat: Chat) -> None:
    chat.types("check", "he is 14", "they have died", NOBODY)
    assert _answers(chat.edits(1, "he is 16")) == "atodnn"


def test_an_answer_can_be_corrected_twice(chat: Chat) -> None:
    chat.types(*CHILD, "no")
    corrected = chat.edits(-1, "yes")
    chat.read[-1], chat.case = Read(chat.read[-1].under, corrected.address), corrected.address
    assert _answers(chat.edits(-1, "no")) == "acodnnln"


def test_an_edit_that_is_no_answer_leaves_the_answer_and_says_so(chat: Chat) -> None:
    chat.types(*CHILD)
    screen = chat.edits(1, "what is a rapid review")
    assert screen.address.startswith("change_")
    assert _answers(screen) == "acodnn"
    assert "your answer stays" in str(screen.blocks[0])


def test_an_answer_to_an_earlier_check_changes_nothing_in_this_one(chat: Chat) -> None:
    chat.types(*CHILD, "no")
    chat.types("check", "18 to 24", "they have died")
    screen = chat.edits(len(CHILD), "yes")
    assert _answers(screen) == "ayod"
    assert "an earlier check" in str(screen.blocks[0])
    assert screen.actions[0].address.split("_")[2] == "acodnnln"


def test_an_answer_that_was_changed_by_a_button_since_is_not_changed_back(chat: Chat) -> None:
    chat.types(*CHILD, "no")
    chat.case = "check_1_acodnnlx"
    assert "changes nothing" in str(chat.edits(-1, "yes").blocks[0])


def test_an_answer_that_was_not_understood_can_be_mended_before_going_on(chat: Chat) -> None:
    chat.types("check", "zzz zzz")
    assert _answers(chat.edits(1, "under 16")) == "ac"


def test_an_edited_question_is_answered_again(chat: Chat) -> None:
    chat.types("what is a rapid reviw")
    assert chat.edits(0, "what is a rapid review").address == "topic_rapid-review"


def test_an_answer_whose_question_is_forgotten_changes_nothing_and_says_so(guide: Guide) -> None:
    (screen,) = correct(guide, "no", None, "check_1_acodnnln").screens
    assert _answers(screen) == "acodnnln"
    assert "the edit changes nothing" in str(screen.blocks[0])


def test_a_question_whose_place_is_forgotten_is_answered(guide: Guide) -> None:
    reply = correct(guide, "what is a rapid review", None, "")
    assert reply.address == "topic_rapid-review"
