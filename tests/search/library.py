"""A small library of targets for the tests of the matcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.model import AgeGroup
from bot.search.model import Target
from bot.search.search import Search
from workshop.heads_file import fitted, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.model import Term

BABY_EVA = Target(
    "review_baby-eva-2024",
    "Baby Eva",
    examples=("a baby with fractures of different ages",),
    themes=("babies", "fractures"),
    names=("Baby Eva", "Eva"),
    area="Croydon",
    year=2024,
    age_groups=(AgeGroup.UNDER_1,),
    kind="review",
)
JAKE = Target(
    "review_jake-2023",
    "Jake",
    examples=("a teenager who died by suicide",),
    themes=("suicide",),
    names=("Jake",),
    area="Croydon",
    year=2023,
    age_groups=(AgeGroup.FROM_16_TO_17,),
    kind="review",
)
CHILD_Q = Target(
    "review_child-q-2019",
    "Child Q",
    examples=("where were you when I was six",),
    themes=("criminal-exploitation",),
    names=("Child Q",),
    area="Croydon",
    year=2019,
    age_groups=(AgeGroup.FROM_16_TO_17,),
    kind="review",
)
CHILD_Q_HACKNEY = Target(
    "learning_child-q-hackney",
    "Child Q: local child safeguarding practice review (City and Hackney)",
    aliases=("Child Q strip search",),
    examples=("a schoolgirl searched by the police",),
    themes=("police",),
    names=("Child Q", "Child Q Hackney"),
    year=2022,
    kind="learning",
)
RAPID_REVIEW = Target(
    "topic_rapid-review",
    "What a rapid review is",
    examples=(
        "what is a rapid review",
        "how long does a rapid review take",
        "who takes part in the rapid review",
        "fifteen working days",
    ),
)
LADO = Target(
    "topic_lado",
    "Allegations against staff or volunteers: LADO",
    aliases=("LADO",),
    examples=(
        "who is the LADO",
        "an allegation against a teacher",
        "a complaint that a carer hit a child",
    ),
)
CONTACTS = Target(
    "contacts", "Contacts", examples=("phone numbers", "the number for MASH"), kind="screen"
)
FRACTURES = Target(
    "theme_fractures",
    "Fractures",
    aliases=("fracture", "broken bones"),
    themes=("fractures",),
    kind="theme",
)
SUICIDE = Target(
    "theme_suicide",
    "Suicide and self-harm",
    aliases=("suicide", "took their own life"),
    themes=("suicide",),
    kind="theme",
)
TARGETS = (
    RAPID_REVIEW,
    LADO,
    BABY_EVA,
    JAKE,
    CHILD_Q,
    CHILD_Q_HACKNEY,
    CONTACTS,
    FRACTURES,
    SUICIDE,
)
OUTSIDE = ("how do I pay my council tax", "when is the bin collected", "what is the weather like")


def search_over(
    targets: Sequence[Target], terms: Sequence[Term] = (), outside: Sequence[str] = ()
) -> Search:
    """The search over a library of its own, with heads fitted on its examples."""
    heads = fitted(lines_of(targets, outside), None)
    return Search(targets, terms, outside, heads=heads)
