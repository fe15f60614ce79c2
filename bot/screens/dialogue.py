"""The stepwise dialogue: question, help, change, and check-your-answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.criteria.dialogue import most_questions_left, options_left, replay
from bot.criteria.model import Verdict
from bot.criteria.told import told
from bot.screen import (
    Action,
    Block,
    Choice,
    Heading,
    Notice,
    OpenQuestion,
    Paragraph,
    Row,
    Rows,
    Screen,
    Tone,
)
from bot.screens.basis import START
from bot.screens.pathway import Pathway, at

if TYPE_CHECKING:
    from bot.criteria.model import Question
    from bot.screens.basis import Basis

RESTART = Action("restart", "Start again", "check")


def first_question(basis: Basis) -> Screen:
    """The dialogue before any answer."""
    position = replay(basis.table, {})
    return screen_of(basis, Pathway(position.path, position.question, {}, frozenset()))


def screen_of(basis: Basis, pathway: Pathway) -> Screen:
    """The next question, or check-your-answers when none is left."""
    if pathway.question is None:
        return check_your_answers(basis, pathway)
    return question_screen(basis, pathway, pathway.question)


def question_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """One question with its options, what holds so far, and how many are left at most."""
    return Screen(
        address=at(basis, "check", pathway),
        title=question.label,
        blocks=(
            basis.danger(),
            *pathway.notices,
            *_last_answer(basis, pathway),
            *_so_far(basis, pathway),
            Paragraph(_progress(basis, pathway)),
            Paragraph(question.meaning),
        ),
        question=_open(basis, pathway, question),
        actions=(
            Action("help", "What does this mean?", at(basis, "help", pathway)),
            *_back(basis, pathway),
            *((RESTART,) if pathway.answers else ()),
            START,
        ),
    )


def help_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """What the open question means. The options stand here too, so the step is never left."""
    return Screen(
        address=at(basis, "help", pathway),
        title=f"What this means: {question.label}",
        blocks=(
            basis.danger(),
            Paragraph(question.meaning),
            Paragraph(f"For example: {question.example}"),
            Paragraph(f"Not meant: {question.counter_example}"),
            Heading("The options"),
            Rows(tuple(Row(option.label, option.help) for option in question.options)),
            *basis.sources(question.sources),
        ),
        question=_open(basis, pathway, question),
        actions=(
            Action("back", "Back to the question", at(basis, "check", pathway)),
            RESTART,
            START,
        ),
    )


def change_screen(basis: Basis, pathway: Pathway, question: Question) -> Screen:
    """A question that was answered before, asked again with every other answer kept."""
    return Screen(
        address=at(basis, "change", pathway, question.code),
        title=question.label,
        blocks=(
            basis.danger(),
            Paragraph("Choose again. Your other answers are kept where they still apply."),
            Paragraph(f"Your answer now: {question.option(pathway.answers[question.id]).label}."),
        ),
        question=_open(basis, pathway, question),
        actions=(
            Action("back", "Back, change nothing", at(basis, "check", pathway)),
            RESTART,
            START,
        ),
    )


def check_your_answers(basis: Basis, pathway: Pathway) -> Screen:
    """Every answer with a way to change it; suggested ones are confirmed one by one."""
    return Screen(
        address=at(basis, "check", pathway),
        title="Check your answers",
        blocks=(
            basis.danger(),
            *pathway.notices,
            *_to_confirm(pathway),
            Rows(tuple(_row(basis, pathway, question_id) for question_id in pathway.path)),
            *_so_far(basis, pathway),
        ),
        actions=(
            *_confirm_or_go_on(basis, pathway),
            *_back(basis, pathway),
            *change_actions(basis, pathway),
            RESTART,
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


def _open(basis: Basis, pathway: Pathway, question: Question) -> OpenQuestion:
    before = {}
    for question_id, option_id in pathway.path.items():
        if question_id == question.id:
            break
        before[question_id] = option_id
    left = options_left(basis.table, question, before)
    return OpenQuestion(
        question.id,
        question.label,
        tuple(
            Choice(option.id, option.label, _answered(basis, pathway, question, option.id))
            for option in question.options
            if option.id in left
        ),
    )


def _answered(basis: Basis, pathway: Pathway, question: Question, option_id: str) -> str:
    """The address after this answer: the answers before it, then it, then what was pending."""
    answers = {**pathway.path, question.id: option_id, **pathway.pending}
    position = replay(basis.table, answers)
    after = Pathway(position.path, position.question, position.pending, frozenset())
    still = (pathway.suggested - {question.id}) & after.answers.keys()
    return at(basis, "check", replace(after, suggested=still))


def _progress(basis: Basis, pathway: Pathway) -> str:
    most = most_questions_left(basis.table, pathway.path)
    if most == 1:
        return f"Question {len(pathway.path) + 1}. This is the last question."
    return f"Question {len(pathway.path) + 1}. At most {most} more questions, this one included."


def _so_far(basis: Basis, pathway: Pathway) -> tuple[Block, ...]:
    if not pathway.path:
        return ()
    verdict = told(basis.table, pathway.path).verdict
    words = basis.knowledge.guidance.headline(verdict).short
    if pathway.question is None or verdict in {Verdict.MEETS, Verdict.OTHER_DUTY}:
        return (Notice(Tone.NOTE, f"So far: {words}."),)
    return (Notice(Tone.NOTE, f"So far: not settled. If you had to stop here: {words}."),)


def _last_answer(basis: Basis, pathway: Pathway) -> tuple[Block, ...]:
    """The answer just given, read back: a number typed for something else is seen at once."""
    if not pathway.path:
        return ()
    question_id, option_id = list(pathway.path.items())[-1]
    question = basis.knowledge.criteria.question(question_id)
    return (Paragraph(f"Your last answer: {question.short}, {question.option(option_id).label}."),)


def _back(basis: Basis, pathway: Pathway) -> tuple[Action, ...]:
    if not pathway.path:
        return (Action("back", "Back", "start"),)
    *earlier, _last = pathway.path.items()
    before = Pathway(dict(earlier), None, pathway.pending, frozenset())
    still = pathway.suggested & before.answers.keys()
    return (Action("back", "Back", at(basis, "check", replace(before, suggested=still))),)


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


def _confirm_or_go_on(basis: Basis, pathway: Pathway) -> tuple[Action, ...]:
    if not pathway.suggested:
        return (Action("outcome", "See what to do", at(basis, "outcome", pathway)),)
    criteria = basis.knowledge.criteria
    return tuple(
        Action(
            "confirm",
            f"Right: {criteria.question(question_id).short}, "
            f"{criteria.question(question_id).option(pathway.path[question_id]).label}",
            at(basis, "check", replace(pathway, suggested=pathway.suggested - {question_id})),
        )
        for question_id in pathway.path
        if question_id in pathway.suggested
    )
