"""What was once said wrongly stands on no screen any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.address import address
from bot.criteria.answers_in_address import encode
from bot.criteria.dialogue import paths
from bot.criteria.reasons import turns
from bot.guide import Guide
from bot.knowledge import Knowledge
from bot.knowledge_base.checks.links import REPOSITORY
from bot.plain import plain_text
from bot.screen import Screen

CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"

OLD_WORDS = (
    "this or any other child",  # 2
    "a Croydon child, Child B",  # 6
    "or the NSPCC's national collection",  # 7
    "Older referral pages ask you to get consent",  # 8
    "Older pages ask you to get consent",  # 8
    "Search GOV.UK for:",  # 12
    "and there was domestic abuse",  # 14
    "A death with domestic abuse",  # 14
    "Only the year is known",  # 15
    "It adds childcare and education agencies",  # 16
    "we found no source for it",  # 19
    "We found no source for this line",  # 19
    "Confirm with the partnership",  # 19
    "No source that we read speaks of a late stillbirth",  # 20
    "The place is where the harm happened, not where the hospital is",  # 22
    "Tell Croydon's LADO",  # 23
    "This review is about self-harm",  # 25
    "A care leaver under 18 has died",  # 27
    "Older forms gave a limit in hours",  # 31
    "no source says which council",
    "48 hours",
)
UNSAFE_HOSTS = (
    "safeguarding.network",
    "nrpfnetwork.org.uk",
    "crimeline.co.uk",
    "library.nspcc.org.uk",
    "/data.html",
    "data.xht",
    "/cy/ukpga",
)


@pytest.fixture(scope="module")
def outcomes(guide: Guide) -> dict[str, str]:
    return {
        shown.address: _whole(shown)
        for path in paths(guide.basis.table)
        for shown in [guide.open(_outcome(guide, path))]
    }


@pytest.fixture(scope="module")
def cards(guide: Guide) -> dict[str, str]:
    fixed = ["changes", "contacts", "notify", *(f"notify_agency_{at}" for at in range(1, 9))]
    named = [card.address for card in guide.knowledge.library.cards()]
    steps = [f"notify_council_{at}" for at in range(1, 9)]
    return {name: _whole(guide.open(name)) for name in [*named, *fixed, *steps]}


@pytest.mark.parametrize("words", OLD_WORDS)
def test_old_words_stand_on_no_screen(
    outcomes: dict[str, str], cards: dict[str, str], words: str
) -> None:
    assert [where for where, text in {**outcomes, **cards}.items() if words in text] == []


@pytest.mark.parametrize("host", UNSAFE_HOSTS)
def test_no_link_leads_where_none_should(cards: dict[str, str], host: str) -> None:
    assert [where for where, text in cards.items() if host in text] == []


def test_no_turn_says_that_a_death_was_not_one(guide: Guide) -> None:
    for path in paths(guide.basis.table):
        found = turns(guide.basis.table, path)
        if path["outcome" if "outcome" in path else "age"] == "died":
            assert all(turn.question != "outcome" for turn in found), path


def test_where_the_criteria_are_met_no_milder_turn_is_told(guide: Guide) -> None:
    met = [
        path
        for path in paths(guide.basis.table)
        if (shown := guide.open(_outcome(guide, path))).outcome
        and shown.outcome.verdict == "meets"
    ]
    assert len(met) == 100
    assert all(not turns(guide.basis.table, path) for path in met)


def test_a_childs_death_is_never_said_to_be_over(outcomes: dict[str, str], guide: Guide) -> None:
    for path in paths(guide.basis.table):
        if path["age"] in {"0-15", "16-17"} and path.get("outcome") == "died":
            text = outcomes[guide.open(_outcome(guide, path)).address]
            assert "eCDOP" in text
            assert not text.startswith("Not a serious incident notification")


def test_an_adult_who_has_died_is_nobodys_concern_any_more(
    outcomes: dict[str, str], guide: Guide
) -> None:
    for path in paths(guide.basis.table):
        if path["age"] in {"18-24", "25+"} and path.get("outcome") == "died":
            text = outcomes[guide.open(_outcome(guide, path)).address]
            assert "aise an adult safeguarding concern" not in text, path
            assert "this child" not in text


def test_each_croydon_review_leads_in_one_tap_to_where_it_is_published(
    knowledge: Knowledge,
) -> None:
    reviews = knowledge.library.reviews
    assert len(reviews) == 14
    for review in reviews.values():
        first, *_ = review.links
        assert "croydonsafeguarding.org" in first.url, review.id
        assert first.what, review.id
        assert all("monthly-case-reviews-update" not in link.url for link in review.links)


def test_the_national_repository_is_named_for_five_years_only(guide: Guide) -> None:
    for review in guide.knowledge.library.reviews.values():
        for link in review.links:
            if link.url == REPOSITORY:
                assert link.until == review.published.replace(year=review.published.year + 5)
        if review.published < date(2021, 12, 1):
            assert all(link.url != REPOSITORY for link in review.links), review.id


def test_a_statement_changes_its_words_on_its_day(knowledge: Knowledge) -> None:
    day = date(2027, 3, 4)
    said = {
        at: _whole(_on(knowledge, at).open("review_ben-2022"))
        for at in (day - timedelta(1), day, day + timedelta(1))
    }
    before, on, after = said.values()
    assert "NSPCC national case review repository" in before
    assert "or search the NSPCC's national repository" in before
    assert on == after
    assert "NSPCC national case review repository" not in on
    assert "may no longer have this one" in on


def test_what_is_to_come_is_said_to_come(cards: dict[str, str]) -> None:
    changes = cards["changes"]
    assert "It will add childcare and education agencies" in " ".join(changes.split())
    assert "the start day must be checked" in " ".join(changes.split())


def test_childcare_and_foster_care_have_their_own_notice(cards: dict[str, str]) -> None:
    text = cards["topic_other-notices"]
    assert "within 14 days" in text
    assert "fostering service tells Ofsted" in text


def test_nothing_names_who_ever_was_in_care_a_care_leaver(outcomes: dict[str, str]) -> None:
    assert any(
        "may count as a care leaver: the council checks" in one for one in outcomes.values()
    )


def _on(knowledge: Knowledge, today: date) -> Guide:
    return Guide(knowledge, today=lambda: today)


def _outcome(guide: Guide, path: dict[str, str]) -> str:
    criteria = guide.knowledge.criteria
    return address("outcome", str(criteria.version), encode(criteria, path))


def _whole(shown: Screen) -> str:
    return "\n".join(_texts(shown))


def _texts(shown: Screen) -> Iterator[str]:
    yield plain_text(shown)
    for fold in shown.folds:
        yield plain_text(Screen("x", fold.title, fold.blocks))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("topic_child-death", "A doctor must tell the coroner"),  # 3
        ("topic_referral", "https://www.gov.uk/report-child-abuse-to-local-council"),  # 4
        ("changes", "15 December 2023"),  # 15
        ("help_2_acohns", "Home not in England"),  # 29
        ("outcome_2_acohnnlywn", "Croydon's procedure"),  # 33
    ],
)
def test_what_is_right_stands_where_it_was_wrong(guide: Guide, place: str, words: str) -> None:
    assert words.casefold() in plain_text(guide.open(place)).replace(CURLY, "'").casefold()


def test_the_domestic_homicide_reviews_of_the_area_are_one_tap_away(guide: Guide) -> None:
    cards = guide.knowledge.library.learning.values()
    urls = [link.url for card in cards for link in card.links]
    assert any("homicide-review.homeoffice.gov.uk" in url and "Croydon" in url for url in urls)


def test_brothers_and_sisters_are_referred_where_a_child_died_of_suspected_abuse(
    guide: Guide,
) -> None:
    assert "Other children there? Refer them." in plain_text(guide.open("outcome_2_acodnslnph"))
