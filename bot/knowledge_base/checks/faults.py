"""What must hold before a change is taken over, beside the essentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks import ids, lengths, links, public_names, standing, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.knowledge_base.sections import Sections
    from bot.knowledge_base.shapes import Problem

FAULTS: tuple[Callable[[Sections], Iterator[Problem]], ...] = (
    ids.cards_are_told_apart,
    standing.missing_summaries_are_owned_up_to,
    links.links_lead_to_known_hosts,
    links.the_repository_is_named_while_it_keeps_the_report,
    lengths.texts_fit_every_channel,
    lengths.answers_are_short,
    terms.terms_are_told_apart,
    public_names.public_names_are_whole_and_given_once,
)
