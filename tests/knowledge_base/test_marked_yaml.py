from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.knowledge_base import marked_yaml
from bot.knowledge_base.marked_yaml import Unreadable, place_of, read_yaml

TEXT = """\
topics:
  - id: harm
    title:
    body:
      - text: >-
          Long text.
    sources: [a, "b"]
"""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("5", 5),
        ("-5", -5),
        ("0", 0),
        ("1.5", 1.5),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("0o7", "0o7"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-11-23", "2026-11-23"),
        ("020 8255 2888", "020 8255 2888"),
        ("9" * 30, "9" * 30),
        ("'5'", "5"),
        ('"true"', "true"),
        ("=", "="),
    ],
)
def test_only_plain_words_and_plain_numbers_are_more_than_text(
    written: str, value: object
) -> None:
    read = read_yaml(f"a: {written}")

    assert read == {"a": value}
    assert isinstance(read, dict)
    assert type(read["a"]) is type(value)


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("a: 1\na: 2", "2:1", "`a` is given twice in the same entry"),
        ("- {b: 1, b: 2}", "1:10", "`b` is given twice in the same entry"),
        ("a: &x 1", "1:4", "`&` has a meaning of its own"),
        ("a: *x", "1:4", "`*` has a meaning of its own"),
        ("a: !x y", "1:4", "`!` has a meaning of its own"),
        ("a: !!python/none y", "1:4", "`!` has a meaning of its own"),
        ("!x\na: b", "1:1", "`!` has a meaning of its own"),
        ("&x a: b", "1:1", "`&` has a meaning of its own"),
        ("<<: {a: b}", "1:1", "entries cannot be merged"),
        ("? [a]\n: b", "1:3", "a name is expected here"),
        ("a: 1\n---\nb: 2", "2:1", "a second document starts here"),
        ("%YAML 1.1\n---\na: 1", "1:1", "a line that starts with `%`"),
        ("a:\n\tb: 1", "2:1", "a tab stands here; use spaces"),
        ("a: b\0", "1:5", "a character that cannot be shown (U+0000)"),
        ("a: b\r\nc: \x07", "2:4", "a character that cannot be shown (U+0007)"),
        ("a: b\u2028c", "1:5", "a character that cannot be shown (U+2028)"),
        ("a: \ud800", "1:4", "a character that cannot be shown (U+D800)"),
        ('a: "\\a"', "1:4", "this text holds a character that cannot be shown"),
        ("", "1:1", "the file is empty"),
        ("# only a remark", "1:1", "the file is empty"),
        ("a: b: c", "1:5", "put a text that holds a colon in quotes"),
        ("a:\n  b: 1\n c: 2", "3:2", "this line does not line up"),
        ("a:\n  - x\n  y: 2", "3:3", "this line does not line up with the list"),
        ("a: 'x\nb: 1\n", "1:4", "a quote is opened here and never closed"),
        ("a: [1, 2\nb: 1\n", "1:4", "a bracket is opened here and never closed"),
        ("a: [1, 2\n", "1:4", "a bracket is opened here and never closed"),
        ("a: - x", "1:4", "a list cannot start here"),
        ("a: @x", "1:4", "a text cannot start with this character"),
        ('a: "\\q"', "1:5", "a backslash in double quotes"),
        ("a: 1\nb\nc: 2", "2:1", "a colon is missing after this name"),
        ("[" * 30, "1:25", "nested too deeply"),
        ("a: " + "{b: " * 30, "1:96", "nested too deeply"),
    ],
)
def test_what_is_no_restricted_yaml_is_told_with_its_place(
    text: str, place: str, told: str
) -> None:
    with pytest.raises(Unreadable) as raised:
        read_yaml(text)

    assert str(raised.value).startswith(f"{place}: ")
    assert told in raised.value.message


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (1, 1)),
        (("topics",), False, (1, 1)),
        (("topics", 0), False, (2, 5)),
        (("topics", 0, "id"), False, (2, 9)),
        (("topics", 0, "id"), True, (2, 5)),
        (("topics", 0, "title"), False, (3, 5)),
        (("topics", 0, "body"), False, (4, 5)),
        (("topics", 0, "body", 0), False, (5, 9)),
        (("topics", 0, "body", 0, "text"), False, (5, 15)),
        (("topics", 0, "sources", 1), False, (7, 18)),
        (("topics", 0, "sources", 7), False, (7, 5)),
        (("topics", 0, "nothing"), False, (2, 5)),
        (("topics", 0, "id", "deeper"), False, (2, 9)),
    ],
)
def test_a_path_has_a_line_and_a_column(
    path: tuple[str | int, ...], key: bool, place: tuple[int, int]
) -> None:
    assert place_of(TEXT, path, key=key) == place


def test_the_parser_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = read_yaml(TEXT)

    monkeypatch.setattr(marked_yaml, "PARSER", yaml.SafeLoader)

    assert read_yaml(TEXT) == with_libyaml
    with pytest.raises(Unreadable, match="cannot be shown"):
        read_yaml('a: "\\ud800"')


def refusal(text: str) -> Unreadable | None:
    try:
        read_yaml(text)
    except Unreadable as refused:
        return refused
    return None


@given(st.text())
@example("? a")
@example("- - - -")
@example("a:\n  ? b\n  : c")
@example('"\\ud800"')
@example("--- a\n...\n")
@example("\ufeff")
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    refused = refusal(text)

    assert refused is None or (refused.line >= 1 and refused.column >= 1)


@given(st.text(alphabet="ab:-[]{}'\"&*!%@`|>?,# \n\t01.~<"))
@settings(max_examples=600, deadline=None)
def test_any_muddle_of_yaml_signs_is_read_or_refused(text: str) -> None:
    refused = refusal(text)

    assert refused is None or 1 <= refused.line <= text.count("\n") + 2


SCALARS = st.one_of(
    st.booleans(),
    st.none(),
    st.integers(-(10**9), 10**9),
    st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"])),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
@settings(max_examples=200, deadline=None)
def test_what_yaml_writes_is_read_back(value: object) -> None:
    assert read_yaml(yaml.safe_dump({"a": value}, default_style=None)) == {"a": value}
