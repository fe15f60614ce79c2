"""What holds the guide back, at every start and in the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks import (
    addresses,
    criteria,
    guidance,
    ids,
    lengths,
    links,
    references,
    standing,
    terms,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.knowledge_base.sections import Sections
    from bot.knowledge_base.shapes import Problem

FAULTS: tuple[Callable[[Sections], Iterator[Problem]], ...] = (
    ids.ids_are_well_formed,
    ids.ids_are_given_once,
    ids.codes_are_single_and_unique,
    ids.cards_are_told_apart,
    addresses.addresses_fit,
    addresses.screens_are_reachable,
    addresses.themes_lead_somewhere,
    references.references_lead_somewhere,
    references.related_cards_exist,
    references.quotes_name_their_source,
    standing.every_statement_has_a_source,
    standing.to_confirm_says_what,
    standing.missing_summaries_are_owned_up_to,
    standing.parts_are_one_thing,
    links.links_lead_to_known_hosts,
    lengths.texts_fit_every_channel,
    criteria.conditions_name_what_exists,
    criteria.local_rules_have_a_place,
    criteria.version_is_in_the_log,
    guidance.guidance_is_complete,
    terms.terms_are_told_apart,
)
