"""Whatever stands in a file: the reader gives knowledge, or an error with a place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.knowledge_base.fault import KnowledgeError
from bot.knowledge_base.loader import SECTIONS
from bot.knowledge_base.report import check_knowledge

if TYPE_CHECKING:
    from bot.knowledge_base.fault import Fault
    from tests.knowledge_base.conftest import Base


often = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

NAMES = st.sampled_from(
    [*SECTIONS, "id", "title", "when", "sources", "rules", "body", "text", "{"]
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=8), NAMES
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=15,
)


@given(st.text())
@example("topics: [{}]")
@example("names: {area: [x]}")
@example("names: {area: 3}")
@example("names: {area: '{area}'}")
@example("vocabulary:")
@example("vocabulary: 3")
@example("topics:\n")
@example("criteria: []")
@example("guidance: {roles: [{steps: 1}]}")
@often
def test_any_text_gives_knowledge_or_an_error_with_a_place(base: Base, text: str) -> None:
    assert_told(base, text.encode("utf-8", "surrogatepass"))


@given(st.binary())
@often
def test_any_bytes_give_knowledge_or_an_error_with_a_place(base: Base, content: bytes) -> None:
    assert_told(base, content)


@given(st.dictionaries(NAMES, VALUES, max_size=3))
@often
def test_any_sections_give_knowledge_or_an_error_with_a_place(
    base: Base, value: dict[str, object]
) -> None:
    assert_told(base, yaml.safe_dump(value).encode())


def assert_told(base: Base, content: bytes) -> None:
    path = base.root / "local" / "any.yaml"
    path.write_bytes(content)
    for fault in (
        *faults_at_start(base),
        *check_knowledge(base.folders, date(2026, 11, 26)).faults,
    ):
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.message


def faults_at_start(base: Base) -> tuple[Fault, ...]:
    try:
        base.read().vocabulary()
    except KnowledgeError as error:
        return error.faults
    return ()
