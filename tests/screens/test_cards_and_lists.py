"""Cards, lists and steps: each statement with its source, each list with its ways on."""

from __future__ import annotations

from pathlib import Path

from bot.guide import Guide
from bot.plain import plain_text
from bot.screen import Block, Entries, Rows, Screen, SourceLine


def _all_blocks(screen: Screen) -> list[Block]:
    return [*screen.blocks, *(block for fold in screen.folds for block in fold.blocks)]


def _entries(screen: Screen) -> list[str]:
    return [
        entry.address
        for block in _all_blocks(screen)
        if isinstance(block, Entries)
        for entry in block.items
    ]


def test_every_card_shows_its_sources_and_when_they_were_checked(guide: Guide) -> None:
    for card in guide.knowledge.library.cards():
        blocks = _all_blocks(guide.open(card.address))
        sources = [one for one in blocks if isinstance(one, SourceLine)]
        assert len(sources) == len(set(card.sources)), card.address


def test_a_source_that_is_only_printed_is_never_a_link(guide: Guide) -> None:
    for card in guide.knowledge.library.cards():
        screen = guide.open(card.address)
        urls = [one.url for one in _all_blocks(screen) if isinstance(one, SourceLine) and one.url]
        urls += [link.url for link in screen.links]
        assert not any("croydonlcsb.org.uk" in url for url in urls), card.address


def test_a_reader_sees_nothing_of_what_maintainers_must_confirm(guide: Guide) -> None:
    for card in guide.knowledge.library.cards():
        text = plain_text(guide.open(card.address))
        for mark in ("Confirm with the partnership", "Still to be confirmed"):
            assert mark not in text, card.address
        if card.to_confirm:
            assert card.to_confirm.point not in text, card.address


def test_words_for_finding_are_never_shown(guide: Guide) -> None:
    for review in guide.knowledge.library.reviews.values():
        told = " ".join(
            filter(None, (review.title, review.summary, review.sensitive, *review.themes))
        ).lower()
        shown = plain_text(guide.open(review.address)).split("Others like this")[0].lower()
        own = " ".join(str(part) for part in review.body).lower()
        for word in review.search_words:
            if word.lower() not in told + own:
                assert f" {word.lower()} " not in shown, (review.id, word)


def test_a_review_without_a_summary_says_that_nothing_says_what_it_is_about(
    guide: Guide,
) -> None:
    for review_id in ("joe-2018", "child-a-baby-n-2019"):
        text = plain_text(guide.open(f"review_{review_id}"))
        assert "No source that we read says what this review is about" in text


def test_both_reviews_called_child_q_name_each_other(guide: Guide) -> None:
    assert "learning_child-q-hackney" in _entries(guide.open("review_child-q-2019"))


def test_a_relation_holds_for_both_cards(guide: Guide) -> None:
    for card in guide.knowledge.library.cards():
        for address in card.related:
            other = guide.open(address)
            if address.startswith(("topic_", "review_", "learning_")):
                assert card.address in _entries(other), (card.address, address)


def test_no_national_card_names_a_local_review() -> None:
    national = Path(__file__).resolve().parents[2] / "knowledge" / "england"
    for file in national.rglob("*.yaml"):
        assert "review_" not in file.read_text("utf-8"), file


def test_all_reviews_are_listed_newest_first_over_the_pages(guide: Guide) -> None:
    listed = _entries(guide.open("reviews")) + _entries(guide.open("list_reviews_page-2"))
    assert len(listed) == len(set(listed)) == 14
    dates = [
        guide.knowledge.library.reviews[one.removeprefix("review_")].published for one in listed
    ]
    assert dates == sorted(dates, reverse=True)


def test_a_page_beyond_the_last_is_the_last(guide: Guide) -> None:
    assert guide.open("list_reviews_page-99").address == "list_reviews_page-2"


def test_filters_leave_only_what_fits(guide: Guide) -> None:
    library = guide.knowledge.library
    for address in _entries(guide.open("list_reviews_year-2019")):
        assert library.reviews[address.removeprefix("review_")].published.year == 2019
    for address in _entries(guide.open("list_reviews_since-2022_theme-neglect")):
        review = library.reviews[address.removeprefix("review_")]
        assert review.published.year >= 2022
        assert "neglect" in review.themes


def test_the_count_beside_a_filter_is_what_the_filter_leaves(guide: Guide) -> None:
    for kind in ("reviews", "learning"):
        screen = guide.open(f"filter_{kind}")
        for block in screen.blocks:
            if not isinstance(block, Entries):
                continue
            for entry in block.items[:4]:
                number = int(entry.detail.split()[0])
                assert f"{entry.detail}." in plain_text(guide.open(entry.address))
                assert number > 0


def test_a_filter_that_leaves_nothing_says_so(guide: Guide) -> None:
    text = plain_text(guide.open("list_reviews_year-1999"))
    assert "No card fits" in text


def test_an_unknown_filter_is_an_unknown_address(guide: Guide) -> None:
    for address in ("list_reviews_colour-red", "list_reviews_page-x", "list_x", "filter_topics_x"):
        assert not guide.open(address).known


def test_every_theme_lists_cards_and_local_reviews_first(guide: Guide) -> None:
    for theme in guide.knowledge.library.themes:
        kinds = [address.split("_")[0] for address in _entries(guide.open(f"theme_{theme}"))]
        assert kinds == sorted(kinds, key=["review", "learning", "topic"].index)


def test_notifying_is_one_step_a_screen_for_each_reader(guide: Guide) -> None:
    for role in guide.knowledge.guidance.roles:
        here = guide.open(f"notify_{role.id}_1")
        for number in range(1, len(role.steps) + 1):
            assert here.title.startswith(f"Step {number} of {len(role.steps)}: ")
            onward = [action.address for action in here.actions if action.id == "next"]
            if onward:
                here = guide.open(onward[0])


def test_a_step_that_is_not_there_is_an_unknown_address(guide: Guide) -> None:
    for rest in ("agency_0", "agency_99", "agency_x", "nobody_1", "agency", "agency_1_1"):
        assert not guide.open(f"notify_{rest}").known


def test_contacts_that_conflict_say_so(guide: Guide) -> None:
    text = plain_text(guide.open("contacts"))
    for contact in guide.knowledge.library.contacts.values():
        assert contact.label in text
        if contact.confirm:
            assert contact.confirm in text


def test_the_changes_stand_newest_first(guide: Guide) -> None:
    shown = plain_text(guide.open("changes"))
    places = [
        shown.index(change.title.upper())
        for change in sorted(
            guide.knowledge.library.changes, key=lambda one: one.since, reverse=True
        )
    ]
    assert places == sorted(places)


def test_help_of_a_question_has_an_example_a_counter_example_and_a_source(guide: Guide) -> None:
    screen = guide.open("help_2_acod")
    text = plain_text(screen)
    assert "For example: " in text
    assert "Not meant: " in text
    assert any(isinstance(block, SourceLine) for block in screen.blocks)
    assert any(isinstance(block, Rows) for block in screen.blocks)
    assert screen.question is not None


def test_a_suggested_answer_is_confirmed_one_by_one(guide: Guide) -> None:
    screen = guide.open("check_2_at-od-nslyph")
    assert screen.title == "Check your answers"
    assert not [action for action in screen.actions if action.id == "outcome"]
    for _ in range(2):
        confirm = next(action for action in screen.actions if action.id == "confirm")
        screen = guide.open(confirm.address)
    assert screen.outcome is not None


def test_all_suggested_answers_are_confirmed_by_one_yes(guide: Guide) -> None:
    screen = guide.open("check_2_at-od-nslyph")
    yes = next(action for action in screen.actions if action.id == "yes")
    assert guide.open(yes.address).outcome is not None


def test_an_unknown_address_is_helpful_and_says_nothing_back(guide: Guide) -> None:
    screen = guide.open("topic_jane-smith")
    assert not screen.known
    assert "jane" not in plain_text(screen).lower()
    assert screen.actions
