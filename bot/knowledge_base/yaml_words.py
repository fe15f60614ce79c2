"""What the YAML parser complains of, in words for an author who is no programmer."""

from __future__ import annotations

PLAIN_WORDS = {
    "mapping values are not allowed": (
        "a colon stands where none can; put a text that holds a colon in quotes, "
        "and check that the line starts as far in as the lines above it"
    ),
    "did not find expected key": (
        "this line does not line up with the lines around it, or a quote is not closed; "
        "give lines of the same entry the same number of spaces"
    ),
    "did not find expected '-' indicator": (
        "this line does not line up with the list above it; start each entry of the list "
        "with a dash, as far in as the other dashes"
    ),
    "could not find expected ':'": (
        "a colon is missing after this name; write `name: text`, and start each further line "
        "of a long text with more spaces"
    ),
    "did not find expected ',' or": "a bracket is opened here and never closed; put the text in quotes",
    "expected ',' or": "a bracket is opened here and never closed; put the text in quotes",
    "expected node content": (
        "something is missing after a bracket or a comma; close the bracket, or put the text in "
        "quotes if the bracket belongs to it"
    ),
    "expected the node content": (
        "something is missing after a bracket or a comma; close the bracket, or put the text in "
        "quotes if the bracket belongs to it"
    ),
    "expected <block end>": (
        "this line does not line up with the lines around it; give lines of the same entry "
        "the same number of spaces"
    ),
    "sequence entries are not allowed here": (
        "a list cannot start here; put its first dash on a line of its own below the name"
    ),
    "found unexpected end of stream": "a quote is opened here and never closed; add the closing quote",
    "block sequence entries are not allowed": (
        "a list cannot start here; put its first dash on a line of its own below the name"
    ),
    "cannot start any token": ("a text cannot start with this character; put the text in quotes"),
    "found undefined alias": "`*` has a meaning of its own in YAML; put the text in quotes",
    "unknown escape character": (
        "a backslash in double quotes has a meaning of its own; use single quotes"
    ),
    "while scanning an anchor": "`&` has a meaning of its own in YAML; put the text in quotes",
    "while scanning an alias": "`*` has a meaning of its own in YAML; put the text in quotes",
    "while scanning a tag": "`!` has a meaning of its own in YAML; put the text in quotes",
    "while scanning a directive": "a line cannot start with `%`; put the text in quotes",
}

TOLD_FROM_THE_BEGINNING = ("expected ':'", "unexpected end of stream", "expected ',' or")
"""Complaints that the parser makes below the line that has to be put right."""


def in_plain_words(problem: str, surroundings: str) -> str:
    """The cure for a complaint of the parser; the complaint itself where no cure is known."""
    told = f"{problem} {surroundings}"
    for complaint, words in PLAIN_WORDS.items():
        if complaint in told:
            return words
    return f"this cannot be read ({problem}); check the spaces, colons and quotes around here"
