"""Every card, screen and theme can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.targets import targets_of

if TYPE_CHECKING:
    from bot.knowledge import Knowledge


def test_every_card_screen_and_theme_is_a_target_once(knowledge: Knowledge) -> None:
    library = knowledge.library
    addresses = [target.address for target in targets_of(knowledge)]
    wanted = {
        *(card.address for card in (*library.cards(), *library.screens.values())),
        *(f"theme_{theme}" for theme in library.themes),
    }
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == wanted


def test_a_review_is_known_by_the_childs_name_alone(knowledge: Knowledge) -> None:
    names = {target.address: target.names for target in targets_of(knowledge)}
    assert "Chloe" in names["review_chloe-2023"]
    assert "Child Q" in names["review_child-q-2019"]
    assert "Child Q" in names["learning_child-q-hackney"]
    assert names["topic_rapid-review"] == ()


def test_the_everyday_words_of_its_themes_help_to_find_a_card(knowledge: Knowledge) -> None:
    target = next(one for one in targets_of(knowledge) if one.address == "review_baby-eva-2024")
    assert {knowledge.library.themes[theme].title for theme in target.themes} <= set(
        target.theme_words
    )
