"""The stepwise dialogue: question, help, change, and check-your-answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.criteria.dialogue import most_questions_left, options_left
from bot.criteria.table import satisfies
from bot.screen import (
    Action,
    Block,
    Bullets,
    Choice,
    Fold,
    Heading,
    Notice,
    OpenQuestion,
    Paragraph,
    Row,
    Rows,
    Screen,
    Tone,
)
from bot.screens import pathway as pathways
from bot.screens.basis import START
from bot.screens.case import AGE
from bot.screens.first_screen import danger_of
from bot.screens.pathway import Pathway, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.criteria.model import Question
    from bot.screens.basis import Basis

WHAT_COUNTS = "What counts, with examples and the law"
SO_FAR = "On these answers so far"


def first_question(basis: Basis) -> Screen:
    """The dialogue before any answer."""
    return screen_of(basis, pathways.nothing_answered(basis))


def screen_of(basis: Basis, pathway: Pathway) -> Screen:
    """The next question, or check-your-answers when none is left."""
    if pathway.question is None:
        return check_your_answers(basis, pathway)
    return question_screen(basis, pathway, pathway.question)


def question_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """One question: its options first, what counts folded under them."""
    return Screen(
        address=at(basis, "check", pathway),
        title=label_of(question, pathway),
        danger=danger_of(basis, pathway.path),
        blocks=(*pathway.notices, *_signs(question, pathway)),
        question=_open(basis, pathway, question, progress=_progress(basis, pathway)),
        folds=(
            Fold(
                "help",
                WHAT_COUNTS,
                at(basis, "help", pathway),
                tuple(_meaning(basis, question)),
            ),
        ),
        actions=(
            Action("sofar", "No time? What to do on these answers", at(basis, "sofar", pathway)),
            Action("help", "What does this mean?", at(basis, "help", pathway)),
            *_back(basis, pathway),
            *((restart(basis, pathway),) if pathway.answers else ()),
            START,
        ),
    )


def help_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """What the open question means. The options stand here too, so the step is never left."""
    return Screen(
        address=at(basis, "help", pathway),
        title=f"What this means: {label_of(question, pathway)}",
        danger=danger_of(basis, pathway.path),
        blocks=tuple(_meaning(basis, question)),
        question=_open(basis, pathway, question),
        actions=(
            Action("back", "Back to the question", at(basis, "check", pathway)),
            restart(basis, pathway),
            START,
        ),
    )


def change_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """A question that was answered before, asked again with every other answer kept."""
    now = question.option(pathway.answers[question.id]).label
    back = "outcome" if pathway.settled else "check"
    return Screen(
        address=at(basis, "change", pathway, question.code),
        title=label_of(question, pathway),
        danger=danger_of(basis, pathway.path),
        blocks=(
            Paragraph(f"Your answer now: {now}. Your other answers are kept where they apply."),
            *_signs(question, pathway),
        ),
        question=_open(basis, pathway, question),
        actions=(
            Action("back", "Back, change nothing", at(basis, back, pathway)),
            restart(basis, pathway),
            START,
        ),
    )


def check_your_answers(basis: Basis, pathway: Pathway) -> Screen:
    """Every answer with a way to change it; suggested ones are confirmed one by one, or all."""
    return Screen(
        address=at(basis, "check", pathway),
        title="Check your answers",
        danger=danger_of(basis, pathway.path),
        blocks=(
            *pathway.notices,
            *_to_confirm(pathway),
            Rows(tuple(_row(basis, pathway, question_id) for question_id in pathway.path)),
        ),
        actions=(
            *_confirm_or_go_on(basis, pathway),
            *_back(basis, pathway),
            *change_actions(basis, pathway),
            restart(basis, pathway),
            START,
        ),
    )


def change_actions(basis: Basis, pathway: Pathway) -> tuple[Action, ...]:
    """One action for each answer on the way."""
    criteria = basis.knowledge.criteria
    return tuple(
        Action(
            "change",
            f"Change: {criteria.question(question_id).short}",
            at(basis, "change", pathway, criteria.question(question_id).code),
        )
        for question_id in pathway.path
    )


def restart(basis: Basis, pathway: Pathway) -> Action:
    """The dialogue from its beginning; for whom the reader works is not asked again."""
    fresh = replace(pathways.nothing_answered(basis), reader=pathway.reader)
    return Action("restart", "Start again", at(basis, "check", fresh))


def label_of(question: Question, pathway: Pathway) -> str:
    """How the question is asked after the answers before it."""
    answers = pathway.path
    return next(
        (
            one.text
            for one in question.other_labels
            if any(satisfies(answers, condition) for condition in one.when)
        ),
        question.label,
    )


def _open(
    basis: Basis, pathway: Pathway, question: Question, *, progress: str = ""
) -> OpenQuestion:
    before = {}
    for question_id, option_id in pathway.path.items():
        if question_id == question.id:
            break
        before[question_id] = option_id
    left = options_left(basis.table, question, before)
    return OpenQuestion(
        question.id,
        label_of(question, pathway),
        tuple(
            Choice(
                option.id,
                option.label,
                pathways.with_answer(basis, pathway, question.id, option.id),
                option.line,
            )
            for option in question.options
            if option.id in left
        ),
        question.hint,
        progress,
        numbered=question.id != AGE,
    )


def _signs(question: Question, pathway: Pathway) -> Iterator[Block]:
    """What the question asks about, where that is a list, above its options."""
    signs = tuple(
        one.text
        for one in question.signs
        if not one.when or any(satisfies(pathway.path, condition) for condition in one.when)
    )
    if signs:
        yield Bullets(signs)


def _meaning(basis: Basis, question: Question) -> Iterator[Block]:
    yield Paragraph(question.meaning)
    yield Paragraph(f"For example: {question.example}")
    yield Paragraph(f"Not meant: {question.counter_example}")
    yield Heading("The options")
    yield Rows(tuple(Row(option.label, option.help) for option in question.options))
    yield from basis.sources(question.sources)


def _progress(basis: Basis, pathway: Pathway) -> str:
    asked = len(pathway.path)
    most = asked + most_questions_left(basis.table, pathway.path)
    return (
        f"Question {asked + 1} of at most {most}. You can also type your answer or ask something."
    )


def _back(basis: Basis, pathway: Pathway) -> tuple[Action, ...]:
    """The way back; its label says the last answer, so that a slip is seen at once."""
    if not pathway.path:
        return (Action("back", "Back", "start"),)
    *earlier, (question_id, option_id) = pathway.path.items()
    option = basis.knowledge.criteria.question(question_id).option(option_id)
    before = dict(earlier)
    still = pathway.suggested & {*before, *pathway.pending}
    address = at(basis, "check", replace(pathway, path=before, question=None, suggested=still))
    return (Action("back", f"Back: {option.brief or option.label}", address),)


def _row(basis: Basis, pathway: Pathway, question_id: str) -> Row:
    question = basis.knowledge.criteria.question(question_id)
    label = question.option(pathway.path[question_id]).label
    mark = " (picked up from your words, not yet confirmed)"
    return Row(
        question.short,
        label + mark * (question_id in pathway.suggested),
        at(basis, "change", pathway, question.code),
    )


def _to_confirm(pathway: Pathway) -> tuple[Block, ...]:
    if not pathway.suggested:
        return ()
    return (
        Notice(
            Tone.WARNING,
            "Some answers were picked up from your words. Confirm each one, or change it.",
        ),
    )


def _confirm_or_go_on(basis: Basis, pathway: Pathway) -> Iterator[Action]:
    if not pathway.suggested:
        yield Action("outcome", "See what to do", at(basis, "outcome", pathway))
        return
    criteria = basis.knowledge.criteria
    for question_id in pathway.path:
        if question_id in pathway.suggested:
            words = criteria.answer_in_words(question_id, pathway.path[question_id])
            yield Action(
                "confirm",
                f"Right: {words.replace(': ', ', ', 1)}",
                pathways.confirmed(basis, pathway, [question_id]),
            )
    yield Action("yes", "Yes, all of them", pathways.confirmed(basis, pathway, pathway.suggested))
