"""What the guide could not be right without: proved at every start.

Everything else that must hold before a change is taken over is in `faults`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge_base.checks import (
    addresses,
    criteria,
    first_screen,
    guidance,
    ids,
    indispensable,
    references,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.knowledge_base.sections import Sections
    from bot.knowledge_base.shapes import Problem

ESSENTIALS: tuple[Callable[[Sections], Iterator[Problem]], ...] = (
    ids.ids_are_well_formed,
    ids.ids_are_given_once,
    ids.codes_are_single_and_unique,
    indispensable.what_the_guide_names_exists,
    addresses.addresses_fit,
    addresses.screens_are_reachable,
    references.references_lead_somewhere,
    references.related_cards_exist,
    references.quotes_name_their_source,
    standing.every_statement_has_a_source,
    standing.to_confirm_says_what,
    standing.points_name_who_settles_them,
    standing.marks_are_for_points_that_readers_share,
    standing.parts_are_one_thing,
    guidance.guidance_is_complete,
    first_screen.slots_are_filled,
    first_screen.roles_have_one_contact,
    first_screen.no_question_has_the_letter_of_the_reader,
    criteria.conditions_name_what_exists,
    criteria.local_rules_have_a_place,
    criteria.version_is_in_the_log,
)
