"""What a question is answered with: a card, up to three choices, or an honest "I do not know"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.library.browse import KINDS, cards_of, narrowed, read_filters
from bot.screen import (
    Action,
    ContactLine,
    Entries,
    Entry,
    Notice,
    Paragraph,
    RankedCard,
    Reply,
    ReplyKind,
    Screen,
    Tone,
)
from bot.screens import cards, fixed, lists
from bot.screens.routes import open_at
from bot.search.model import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.model import Card
    from bot.screens.basis import Basis
    from bot.search.model import Found, Matched

DANGER = "topic_immediate-danger"
MATCHES_SHOWN = 5
_ACT_FIRST = "If a child is in danger now, act first"
REPOSITORY = "learning_nspcc-national-case-review-repository"
_WAYS_ON = ("check", "notify", "contacts", "themes", "topics", "reviews", "learning", "help")


def answer(basis: Basis, text: str, matched: Matched) -> Reply:
    """The reply to a question, from what it was matched with."""
    if len(matched.parts) > 1:
        return _two_questions(basis, text, matched)
    if matched.unknown_review:
        return _not_in_library(basis, text, matched)
    if matched.browse:
        return _browsed(basis, text, matched)
    if matched.decision is Decision.ANSWER:
        return _one_card(basis, text, matched)
    if matched.decision is Decision.CHOICES:
        return _choices(basis, text, matched)
    return _none(basis, text, matched)


def _one_card(basis: Basis, text: str, matched: Matched) -> Reply:
    first, *others = matched.found
    screen = open_at(basis, first.address).below(*_why(matched))
    near = [one for one in others[:2] if one.score >= first.score / 2]
    screen = _with_near(
        screen, [(cards.title_of(basis, one.address), one.address) for one in near]
    )
    return Reply(
        text, ReplyKind.ANSWER, screen.address, (screen,), matches=_ranked(basis, matched.found)
    )


def _browsed(basis: Basis, text: str, matched: Matched) -> Reply:
    """A list or theme, with the card in it that fits best above it."""
    screen = open_at(basis, matched.browse or "themes")
    listed = {card.address: card for card in _cards_listed(basis, screen.address)}
    scores = {one.address: one.score for one in matched.found if one.address in listed}
    ranked = [*scores, *(address for address in listed if address not in scores)][:MATCHES_SHOWN]
    best = [Entry(listed[address].title, address) for address in ranked[:1] if len(listed) > 1]
    if best:
        closest = (Paragraph("Closest to your question:"), Entries(tuple(best)))
        screen = replace(screen, blocks=(*closest, *screen.blocks))
    return Reply(
        text,
        ReplyKind.ANSWER,
        screen.address,
        (screen.below(*_why(matched)),),
        matches=tuple(
            RankedCard(address, listed[address].title, scores.get(address, matched.confidence))
            for address in ranked
        ),
    )


def _cards_listed(basis: Basis, address: str) -> tuple[Card, ...]:
    screen, *arguments = address.split("_")
    if screen == "theme":
        return lists.theme_cards(basis, arguments[0])
    kind, *tokens = arguments or (screen,)
    found = read_filters(tokens)
    if kind not in KINDS or found is None:
        return ()
    return narrowed(cards_of(basis.knowledge.library, kind), found[0])


def _choices(basis: Basis, text: str, matched: Matched) -> Reply:
    offered = matched.found[:3]
    screen = Screen(
        address="start",
        title="Which of these do you mean?",
        blocks=(
            *_why(matched),
            Entries(
                tuple(Entry(cards.title_of(basis, one.address), one.address) for one in offered)
            ),
            Paragraph("None of these? Ask in other words, or browse."),
        ),
        actions=tuple(fixed.ways_on(basis, "topics", "themes", "contacts", "start")),
    )
    return Reply(text, ReplyKind.CHOICES, None, (screen,), matches=_ranked(basis, matched.found))


def _none(basis: Basis, text: str, matched: Matched) -> Reply:
    screen = Screen(
        address="start",
        title="I do not know",
        blocks=(
            Paragraph(
                "Nothing in this guide answers that with enough certainty, so it gives no answer."
            ),
            Paragraph("Ask in other words, browse, or ask a person at the partnership."),
        ),
        actions=tuple(fixed.ways_on(basis, *_WAYS_ON)),
    )
    return Reply(text, ReplyKind.NONE, None, (screen,), matches=_ranked(basis, matched.found))


def no_such_answer(basis: Basis, text: str, here: Screen | None) -> Reply:
    """A bare answer where no question takes it: the open question again, or ways on."""
    if here is not None and here.question is not None:
        note = "Choose one of the options, by its number or in its words."
        screen = here.below(Notice(Tone.WARNING, note))
    else:
        screen = Screen(
            address=here.address if here else "start",
            title="There is no open question for that answer",
            blocks=(Paragraph("Choose below, or ask in your own words."),),
            actions=(here or open_at(basis, "start")).actions,
        )
    return Reply(text, ReplyKind.NONE, None, (screen,))


def danger_alone(basis: Basis, reply: Reply) -> Reply:
    """The card on danger now, where danger is told and what else was found is no card."""
    found = reply.address or next((one.address for one in reply.matches), "")
    if reply.kind is ReplyKind.COMMAND or (reply.kind is not ReplyKind.NONE and "_" in found):
        return reply
    others = tuple(one for one in reply.matches if one.address != DANGER)
    ranked = RankedCard(DANGER, cards.title_of(basis, DANGER), 1.0)
    screen = _with_near(open_at(basis, DANGER), [(one.title, one.address) for one in others[:2]])
    return replace(
        reply,
        kind=ReplyKind.ANSWER,
        address=DANGER,
        screens=(screen, *reply.screens[1:]),
        matches=(ranked, *others)[:MATCHES_SHOWN],
    )


def _with_near(screen: Screen, near: Sequence[tuple[str, str]]) -> Screen:
    """The screen with the cards that are close to it at its end."""
    if not near:
        return screen
    titles = Entries(tuple(Entry(title, address) for title, address in near))
    return replace(screen, blocks=(*screen.blocks, Paragraph("Close to this:"), titles))


def danger_first(basis: Basis, reply: Reply, here: Screen | None) -> Reply:
    """What to do in danger now, before anything else, and nothing after it to scroll it away.

    A dialogue that is open stays one step away.
    """
    first, *rest = reply.screens
    blocks = first.blocks
    if reply.address == DANGER:
        blocks = tuple(one for one in blocks if not isinstance(one, ContactLine))
    shown = replace(first, blocks=(*fixed.danger_now(basis), *blocks))
    if reply.kind is ReplyKind.NONE:
        shown = replace(shown, title=_ACT_FIRST)
    if here is not None and here.question is not None:
        back = Action("back", "Back to the question", here.address)
        shown = replace(shown, actions=(back, *shown.actions))
    return replace(reply, screens=(shown, *rest))


def _not_in_library(basis: Basis, text: str, matched: Matched) -> Reply:
    area = basis.knowledge.names["area"]
    title = cards.title_of(basis, REPOSITORY)
    screen = Screen(
        address="start",
        title="That review is not in this library",
        blocks=(
            Paragraph(
                f"This library holds {area}'s published reviews and national learning. "
                "The review that you name is not among them, so no other child's review is shown."
            ),
            Paragraph("Reviews of all areas are collected in the national repository."),
            Entries((Entry(title, REPOSITORY),)),
        ),
        links=open_at(basis, REPOSITORY).links,
        actions=tuple(fixed.ways_on(basis, "reviews", "learning", "contacts", "start")),
    )
    ranked = (RankedCard(REPOSITORY, title, matched.confidence),)
    return Reply(text, ReplyKind.NONE, None, (screen,), matches=ranked)


def _two_questions(basis: Basis, text: str, matched: Matched) -> Reply:
    """Two questions in one message are answered one after the other."""
    replies = [answer(basis, text, part) for part in matched.parts]
    leading = next((one for one in replies if one.kind is ReplyKind.ANSWER), replies[0])
    best: dict[str, RankedCard] = {}
    for reply in replies:
        for card in reply.matches:
            best.setdefault(card.address, card)
    heads = [reply.matches[0] for reply in replies if reply.matches]
    ordered = dict.fromkeys((*heads, *sorted(best.values(), key=lambda one: -one.score)))
    return replace(
        leading,
        screens=tuple(screen for reply in replies for screen in reply.screens),
        matches=tuple(ordered)[:MATCHES_SHOWN],
    )


def _why(matched: Matched) -> tuple[Notice, ...]:
    return (Notice(Tone.NOTE, matched.why),) if matched.why else ()


def _ranked(basis: Basis, found: tuple[Found, ...]) -> tuple[RankedCard, ...]:
    return tuple(
        RankedCard(one.address, cards.title_of(basis, one.address), one.score)
        for one in found[:MATCHES_SHOWN]
    )
