"""Builds every built file: `make models`. With `--check` it only says which of them are stale."""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from bot.built_files import FOLDER, LIST, BuiltFileError, built_list
from bot.knowledge_base.loader import read_knowledge
from bot.opening import settings_of
from bot.privacy import names
from bot.reading import danger, encoder
from bot.search import confidence, heads
from workshop import danger_file, encoder_file, heads_file, names_file, search_files
from workshop.vectors import CACHE, Vectors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.knowledge import Knowledge

OWN = "that of this project; see LICENSE"


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
@click.option("--encoder", "with_encoder", is_flag=True, help="Fetch the encoder's weights anew.")
def main(*, only_check: bool, with_encoder: bool) -> None:
    """Build the files in bot/built from the knowledge base and the labelled texts."""
    knowledge = read_knowledge(settings_of().knowledge)
    if only_check:
        stale = stale_files(knowledge)
        for name in stale:
            click.echo(f"{FOLDER / name}: stale. Build it again: make models", err=True)
        sys.exit(bool(stale))
    listed = _listed()
    _build_encoder(listed, anew=with_encoder)
    vectors = Vectors(encoder.stored_encoder(), CACHE, _told)
    for name, write in search_files.FILES.items():
        _timed(name, lambda name=name, write=write: write(knowledge, vectors, FOLDER / name))  # type: ignore[misc]  # mypy cannot infer a default's type
        listed[name] = _entry(name, RECIPES[name], OWN, made_from(knowledge, name))
        _write(listed)
    _timed(names.FILE, lambda: names_file.write(knowledge, FOLDER / names.FILE))
    listed[names.FILE] = _entry(
        names.FILE, names_file.RECIPE, OWN, made_from(knowledge, names.FILE)
    )
    _write(listed)
    _timed(danger.FILE, lambda: danger_file.write(knowledge.language(), vectors, FOLDER))
    for name in (danger.FILE, danger.EXAMPLES):
        listed[name] = _entry(name, RECIPES[name], OWN, made_from(knowledge, name))
    _write(listed)


RECIPES = {
    heads.FILE: heads_file.RECIPE,
    confidence.FILE: "workshop/calibrating.py: over tests/questions/development.jsonl without its kept fifth",
    names.FILE: names_file.RECIPE,
    danger.FILE: danger_file.RECIPE,
    danger.EXAMPLES: danger_file.RECIPE,
}


def stale_files(knowledge: Knowledge) -> list[str]:
    """The built files that were made from something else than what stands there now."""
    listed = _listed()
    return [
        name
        for name in RECIPES
        if listed.get(name, {}).get("made_from") != made_from(knowledge, name)
    ]


def made_from(knowledge: Knowledge, name: str) -> str:
    """A short digest of all that a built file is made from."""
    digest = sha256(RECIPES[name].encode())
    if name == names.FILE:
        digest.update(json.dumps([names_file.messages(), names_file.ordinary(knowledge)]).encode())
        digest.update(json.dumps(sorted(knowledge.published_names)).encode())
        return digest.hexdigest()[:16]
    if name in {danger.FILE, danger.EXAMPLES}:
        language = knowledge.language()
        signs = sorted(
            [name, *(sorted(piece or ()) for piece in pieces)]
            for name, pieces in language.phrases
            if name.startswith(danger.LISTS)
        )
        digest.update(json.dumps([signs, *map(str, danger_file.messages(language))]).encode())
        return digest.hexdigest()[:16]
    digest.update(json.dumps(search_files.lines_of(knowledge)).encode())
    if name == confidence.FILE:
        digest.update(search_files.QUESTIONS.read_bytes())
    return digest.hexdigest()[:16]


def _build_encoder(listed: dict[str, Any], *, anew: bool) -> None:
    """The encoder is the same on every machine: it is built where it is missing, or on demand."""
    name = encoder.FILE
    path = FOLDER / name
    stands = path.is_file() and listed.get(name, {}).get("sha256") == _checksum(path)
    if anew or not stands:
        _timed(name, lambda: encoder_file.write_encoder(path))
        listed[name] = _entry(name, encoder_file.RECIPE, encoder_file.LICENCE, "")
        _write(listed)


def _timed(name: str, write: Callable[[], None]) -> None:
    start = monotonic()
    click.echo(f"{name} ...", err=True)
    write()
    size = (FOLDER / name).stat().st_size / 1e6
    click.echo(f"{name}: {size:.1f} MB in {monotonic() - start:.0f} s", err=True)


def _told(done: int, of: int) -> None:
    click.echo(f"\r  texts read: {done} of {of}", nl=done == of, err=True)


def _entry(name: str, recipe: str, licence: str, source: str) -> dict[str, str]:
    return {
        "sha256": _checksum(FOLDER / name),
        "recipe": recipe,
        "licence": licence,
        "made_from": source,
    }


def _checksum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _listed() -> dict[str, Any]:
    try:
        return dict(built_list())
    except BuiltFileError:
        return {}


def _write(listed: dict[str, Any]) -> None:
    (FOLDER / LIST).write_text(
        json.dumps(listed, indent=2, sort_keys=True) + "\n", encoding="utf-8"
    )
    built_list.cache_clear()


if __name__ == "__main__":
    main()
