"""A drawing is well-formed SVG with a title and a description, whatever words stand in it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.shapes import Anchor, Box, Disc, Drawing, Ink, Line, Shape, Words
from bot.drawing.svg import svg
from bot.drawing.theme import DARK_COLOURS, LIGHT_COLOURS, Theme

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = Drawing(
    name="test",
    title="A title",
    description="A description",
    width=100,
    height=50,
    parts=(
        Box(1, 2, 30, 40, fill=Ink.BAND, stroke=Ink.TEXT, radius=4),
        Disc(10, 10, 5, fill=Ink.MARK),
        Line(((0, 0), (10, 10)), Ink.RULE, dashed=True, arrow=True),
        Shape(((0, 0), (5, 5), (0, 5)), fill=Ink.CALM),
        Words(10, 20, "Words", 16, anchor=Anchor.MIDDLE),
    ),
)


def read(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own text


def test_title_and_description_are_named_as_the_label_of_the_picture() -> None:
    root = read(svg(DRAWING))
    labels = root.attrib["aria-labelledby"].split()

    assert root.attrib["role"] == "img"
    assert [root.find(f"*[@id='{label}']").text for label in labels] == [  # type: ignore[union-attr]  # a missing one must fail
        "A title",
        "A description",
    ]


def test_every_shape_is_drawn() -> None:
    tags = [element.tag.removeprefix(SVG) for element in read(svg(DRAWING)).iter()]

    for tag, number in {"rect": 2, "circle": 1, "polyline": 1, "polygon": 1, "text": 1}.items():
        assert tags.count(tag) == number


@given(text=st.text())
def test_no_words_break_out_of_their_place(text: str) -> None:
    with_text = replace(DRAWING, title=text, description=text, parts=(Words(0, 0, text, 16),))

    tags = {element.tag.removeprefix(SVG) for element in read(svg(with_text)).iter()}

    assert tags <= {"svg", "title", "desc", "style", "defs", "marker", "path", "rect", "text"}


def test_only_the_picture_that_follows_the_reader_has_a_style_sheet() -> None:
    assert "prefers-color-scheme:dark" in svg(DRAWING, Theme.AUTO)
    assert "<style>" not in svg(DRAWING, Theme.LIGHT)
    assert "<style>" not in svg(DRAWING, Theme.DARK)


def test_a_theme_colours_the_shapes_themselves() -> None:
    assert f'fill="{LIGHT_COLOURS[Ink.MARK]}"' in svg(DRAWING, Theme.AUTO)
    assert f'fill="{DARK_COLOURS[Ink.MARK]}"' in svg(DRAWING, Theme.DARK)
    assert LIGHT_COLOURS[Ink.PAPER] not in svg(DRAWING, Theme.DARK)


def test_two_pictures_on_a_page_share_no_id_and_no_class() -> None:
    one, other = svg(DRAWING), svg(replace(DRAWING, name="other"))

    def names(text: str) -> set[str]:
        elements = list(read(text).iter())
        found = {element.attrib.get("id", "") for element in elements}
        return found | {name for each in elements for name in each.attrib.get("class", "").split()}

    assert names(one) & names(other) == {""}


def test_a_shape_that_is_not_known_is_refused() -> None:
    with pytest.raises(TypeError, match="Cannot draw"):
        svg(replace(DRAWING, parts=("words",)))  # type: ignore[arg-type]  # the point of the test
