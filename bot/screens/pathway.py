"""The stepwise dialogue: question, help, change, and check-your-answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.address import address
from bot.criteria.answers_in_address import Decoded, decode, encode
from bot.criteria.dialogue import most_questions_left, options_left, replay
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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.criteria.model import Question
    from bot.screens.basis import Basis

RESTART = Action("restart", "Start again", "check")


@dataclass(frozen=True)
class Pathway:
    """Answers on their way through the dialogue, as an address carries them.

    Args:
        path: the answers that were asked for, in order.
        question: the open question, or None when none is left.
        pending: answers for questions that were not reached yet.
        suggested: questions whose answer the reader has not confirmed.
        foreign: the address comes from a version of the criteria that this guide does not know.
        notices: what the reader must be told about the address itself.
    """

    path: Mapping[str, str]
    question: Question | None
    pending: Mapping[str, str]
    suggested: frozenset[str]
    foreign: bool = False
    notices: tuple[Notice, ...] = field(default=())

    @property
    def settled(self) -> bool:
        """Nothing is left to ask or to confirm, so there is an outcome."""
        return not (self.question or self.suggested or self.foreign)

    @property
    def answers(self) -> dict[str, str]:
        return {**self.path, **self.pending}


def read(basis: Basis, version: str, pairs: str) -> Pathway | None:
    """The pathway of an address's version and answers, or None when they are not of that form."""
    if not version.isdecimal():
        return None
    criteria = basis.knowledge.criteria
    decoded = decode(criteria, pairs) if pairs else Decoded()
    if decoded is None:
        return None
    position = replay(basis.table, decoded.answers)
    kept = {**position.path, **position.pending}
    return Pathway(
        path=position.path,
        question=position.question,
        pending=position.pending,
        suggested=decoded.suggested & kept.keys(),
        foreign=int(version) > criteria.version,
        notices=(
            *_version_notices(basis, version),
            *_unused_notices(basis, position.unused, decoded.unknown),
        ),
    )


def first_question(basis: Basis) -> Screen:
    """The dialogue before any answer."""
    position = replay(basis.table, {})
    return screen_of(basis, Pathway(position.path, position.question, {}, frozenset()))


def code(basis: Basis, pathway: Pathway) -> str:
    return encode(basis.knowledge.criteria, pathway.answers, pathway.suggested)


def at(basis: Basis, screen: str, pathway: Pathway, *more: str) -> str:
    """The address of a screen for this pathway; `check` alone is the first question."""
    pairs = code(basis, pathway)
    if screen == "check" and not pairs:
        return "check"
    return address(screen, basis.version, pairs, *more)


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
    headline = next(
        headline for headline in basis.knowledge.guidance.headlines if headline.verdict is verdict
    )
    return (Notice(Tone.NOTE, f"So far: {headline.title}"),)


def _last_answer(basis: Basis, pathway: Pathway) -> tuple[Block, ...]:
    """The answer just given, read back: a number typed for something else is seen at once."""
    if not pathway.path:
        return ()
    question_id, option_id = list(pathway.path.items())[-1]
    question = basis.knowledge.criteria.question(question_id)
    return (Paragraph(f"Your last answer: {question.short}, {question.option(option_id).label}."),)


def _back(basis: Basis, pathway: Pathway) -> tuple[Action, ...]:
    if not pathway.path:
        return ()
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


def _version_notices(basis: Basis, version: str) -> tuple[Notice, ...]:
    current = basis.knowledge.criteria.version
    if int(version) == current:
        return ()
    since = next(
        change.since
        for change in basis.knowledge.library.changes
        if change.criteria_version == current
    )
    if int(version) < current:
        text = f"The guidance changed on {since:%-d %B %Y}. Your answers are kept where they still apply."
    else:
        text = "This link comes from another version of the guide. Check each answer."
    return (Notice(Tone.WARNING, text),)


def _unused_notices(basis: Basis, unused: Mapping[str, str], unknown: int) -> tuple[Notice, ...]:
    names = [basis.knowledge.criteria.question(question_id).short for question_id in unused]
    notices = []
    if names:
        notices.append(f"No longer used, because other answers settle it: {', '.join(names)}.")
    if unknown:
        notices.append("This link holds an answer that the guide does not know. It was left out.")
    return tuple(Notice(Tone.NOTE, text) for text in notices)
