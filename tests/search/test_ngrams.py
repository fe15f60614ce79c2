"""Letter groups are the same one by one and all at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.ngrams import LONGEST, groups_of, groups_of_all

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=20)


def test_a_word_has_groups_of_every_size_with_its_ends_marked() -> None:
    assert len(groups_of("lado")) == sum(
        len(" lado ") - size + 1 for size in range(2, LONGEST + 1)
    )


def test_words_that_share_an_ending_share_groups() -> None:
    assert set(groups_of("neglect")) & set(groups_of("reflect"))
    assert not set(groups_of("abc")) & set(groups_of("xyz"))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=8))
def test_many_words_at_once_have_the_groups_of_each(words: list[str]) -> None:
    owners, groups = groups_of_all(words)
    for number, word in enumerate(words):
        assert sorted(groups[owners == number].tolist()) == sorted(groups_of(word))
