"""The language that the reader knows: the files of `knowledge/*/language/`, brought into one form.

`words.yaml` holds lists of single words, `numbers.yaml` the tables of the normal form; files named
in `SENTENCES` hold labelled sentences; every other file holds phrases, in lists with names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.reading.phrases import Marks, Phrasebook, PhraseError, read_phrase
from bot.reading.spelling import Spelling
from bot.reading.text import Forms, Text, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reading.phrases import Piece

SENTENCES = ("ordinary", "danger-told")
"""Files of labelled sentences, by theme."""

FIRES, SILENT, DENIED = "fires", "does not fire", "not"
"""Sentences in which a list must stand, in which it must not, and the option of a denied one."""

Way = tuple[str | int, ...]
"""The way to an entry in its file."""

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """One language file: its name without `.yaml`, and what stands in it."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class LanguageProblem:
    """What is wrong at a place of a document; `document` is its position among those given."""

    document: int
    way: Way
    message: str


@dataclass(frozen=True)
class Example:
    """A sentence in which a list must stand (`fires`), or must not."""

    list: str
    sentence: str
    fires: bool
    document: int
    way: Way


@dataclass(frozen=True)
class Language:
    """All lists of all files.

    Args:
        forms: the tables of the normal form.
        lists: lists of single words, by name.
        tables: what else stands in `numbers.yaml`, such as ordinals and months.
        phrases: each phrase in its pieces, with the name of its list.
        options: the option that a denied list gives, by the name of the list.
        sentences: labelled sentences, by file and theme.
        examples: the sentences that prove the lists.
        vocabulary: every word that some list knows.
    """

    forms: Forms = field(default_factory=Forms)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    phrases: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    vocabulary: frozenset[str] = frozenset()

    @cached_property
    def book(self) -> Phrasebook:
        return Phrasebook(self.phrases)

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling(self.vocabulary)

    def read(self, text: str) -> Text:
        """The text in the normal form."""
        return read_text(text, self.forms, self.spelling.meant)

    def marks(self, text: Text) -> Marks:
        """Where the phrases of all lists stand in a text."""
        return self.book.marks(text)

    def names(self, path: str) -> tuple[str, ...]:
        """The names directly below a path that some list has, such as the questions of `facts`."""
        return self._names.get(path) or self._names.setdefault(path, self._names_below(path))

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _names_below(self, path: str) -> tuple[str, ...]:
        depth = path.count("/") + 1
        found = dict.fromkeys(
            name.split("/")[depth] for name, _ in self.phrases if name.startswith(f"{path}/")
        )
        return tuple(found)


def language_of(documents: Sequence[Document]) -> tuple[Language, list[LanguageProblem]]:
    """The language of the documents, and what is wrong with them."""
    reading = _Reading(documents)
    return reading.language(), reading.problems


class _Reading:
    """Brings documents into the form in which they are used."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self.problems: list[LanguageProblem] = []
        self.phrases: list[tuple[str, tuple[Piece, ...]]] = []
        self.options: dict[str, str] = {}
        self.sentences: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        self.examples: list[Example] = []
        self.words: set[str] = set()
        self.tables = self._tables()
        self.forms = _forms_of(self.tables)
        self.lists = self._word_lists()

    def language(self) -> Language:
        for at, document in enumerate(self.documents):
            if document.name in SENTENCES:
                self._labelled(at, document)
            elif document.name not in {"words", "numbers"}:
                self._phrases_below(at, document.name, document.value, ())
        vocabulary = self.words.union(*self.lists.values(), self.tables.get("spelt_as_here", ()))
        return Language(
            self.forms,
            self.lists,
            self.tables,
            tuple(self.phrases),
            self.options,
            self.sentences,
            tuple(self.examples),
            frozenset(vocabulary),
        )

    def _wrong(self, at: int, way: Way, message: str) -> None:
        self.problems.append(LanguageProblem(at, way, message))

    def _tables(self) -> dict[str, dict[str, Any]]:
        joined: dict[str, dict[str, Any]] = defaultdict(dict)
        for at, document in enumerate(self.documents):
            if document.name != "numbers":
                continue
            for name, value in _mapping(document.value).items():
                if isinstance(value, Mapping):
                    joined[name] |= value
                elif isinstance(value, Sequence) and not isinstance(value, str):
                    joined[name] |= dict.fromkeys(map(str, value), True)
                else:
                    self._wrong(at, (name,), "lines of the form `name: value` are expected here")
        return joined

    def _word_lists(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for at, document in enumerate(self.documents):
            if document.name != "words":
                continue
            for name, value in _mapping(document.value).items():
                for place, word in self._texts(at, (name,), value):
                    normal = [word] if word.startswith("'") else self._normal(word)
                    if len(normal) == 1:
                        found[name].add(normal[0])
                    else:
                        self._wrong(at, (name, place), "a list of words holds single words")
        return {name: frozenset(those) for name, those in found.items()}

    def _normal(self, words: str) -> list[str]:
        return [one.word for one in read_text(words, self.forms).words]

    def _labelled(self, at: int, document: Document) -> None:
        for theme, value in _mapping(document.value).items():
            texts = tuple(text for _, text in self._texts(at, (theme,), value))
            themes = self.sentences[document.name]
            themes[theme] = themes.get(theme, ()) + texts

    def _phrases_below(self, at: int, path: str, value: Any, way: Way) -> None:  # noqa: ANN401
        if isinstance(value, Mapping):
            for key, inner in value.items():
                self._one_below(at, path, str(key), inner, (*way, key))
            return
        for place, phrase in self._texts(at, way, value):
            self._phrase(at, path, phrase, (*way, place))

    def _one_below(self, at: int, path: str, key: str, value: Any, way: Way) -> None:  # noqa: ANN401
        if key in {FIRES, SILENT}:
            for place, sentence in self._texts(at, way, value):
                self.examples.append(Example(path, sentence, key == FIRES, at, (*way, place)))
        elif key == DENIED and isinstance(value, str):
            self.options[path] = value
        else:
            self._phrases_below(at, f"{path}/{key}", value, way)

    def _phrase(self, at: int, path: str, phrase: str, way: Way) -> None:
        try:
            ways = read_phrase(phrase, self.lists, self.forms)
        except PhraseError as error:
            self._wrong(at, way, str(error))
            return
        self.phrases += [(path, pieces) for pieces in ways]
        for choice in phrase.replace("|", " ").split():
            if choice.isalpha():
                self.words.update(self._normal(choice))

    def _texts(self, at: int, way: Way, value: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
        if not isinstance(value, Sequence) or isinstance(value, str):
            self._wrong(at, way, "a list is expected; start each entry with a dash")
            return
        for place, one in enumerate(value):
            if isinstance(one, str) and one.strip():
                yield place, one.strip()
            elif isinstance(one, int) and not isinstance(one, bool):
                yield place, str(one)
            else:
                self._wrong(at, (*way, place), "a text is expected; put it in quotes")


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401
    return value if isinstance(value, Mapping) else {}


def _forms_of(tables: Mapping[str, Mapping[str, Any]]) -> Forms:
    units = {str(one) for words in tables.get("units", {}).values() for one in words}
    return Forms(
        numbers=tables.get("numbers", {}),
        units=frozenset((*units, *tables.get("close_behind", ()))),
        short={str(key): str(value) for key, value in tables.get("short", {}).items()},
        endings=tables.get("endings", {}),
        is_after=frozenset(tables.get("is_after", ())),
    )
