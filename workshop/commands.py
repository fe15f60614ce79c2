"""The commands of the workshop: they stand beside the guide's own wherever the project's folder is."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import script_json
from bot.cli_options import FILE, WRONG_INPUT, common, guide_over, settings_named

if TYPE_CHECKING:
    from workshop.evaluation import Report

OWN_QUESTIONS = Path(__file__).resolve().parent.parent / "tests/questions/development.jsonl"


@click.command()
@click.argument("questions", required=False, type=FILE)
@click.option("--cards", type=FILE, help="Another collection: lines with id and examples.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw reliability and risk against coverage, as .svg or .png.",
)
@common
@click.pass_context
def evaluate(
    context: click.Context,
    questions: Path | None,
    cards: Path | None,
    as_json: bool,
    picture: Path | None,
) -> None:
    r"""How well typed questions are answered, with the encoder and without.

    \b
    python -m bot evaluate                          the project's own questions
    python -m bot evaluate QUESTIONS.jsonl          lines {"q": "...", "gold": ["address"]}
    python -m bot evaluate --cards CARDS.jsonl QUESTIONS.jsonl
    Gold [] means that the question must not be answered.
    """
    from workshop.collections import CollectionError

    try:
        report = _evaluated(context, questions, cards)
    except CollectionError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)
    if picture is not None:
        _draw(report, picture)
    click.echo(script_json.line(report.as_json()) if as_json else report.as_text())


def _draw(report: Report, picture: Path) -> None:
    from bot.drawing.png import png
    from bot.drawing.svg import svg
    from workshop.curves import drawing_of

    drawing = drawing_of(report)
    content = png(drawing) if picture.suffix.lower() == ".png" else svg(drawing).encode()
    picture.write_bytes(content)


def _evaluated(context: click.Context, questions: Path | None, cards: Path | None) -> Report:
    from dataclasses import replace

    from bot.reading.encoder import stored_encoder
    from bot.search.targets import targets_of
    from workshop import evaluation
    from workshop.answered import from_reply
    from workshop.collections import read_questions

    path = questions or OWN_QUESTIONS
    settings = settings_named(context)
    if cards is not None:
        return evaluation.evaluate_files(
            cards, path, stored_encoder() if settings.encoder else None
        )
    guide = guide_over(context, settings)
    without = guide_over(context, replace(settings, encoder=False))
    return evaluation.evaluate(
        lambda text: from_reply(guide.ask(text)),
        targets_of(guide.knowledge),
        read_questions(path),
        without_encoder=(lambda text: from_reply(without.ask(text))) if settings.encoder else None,
    )


COMMANDS = (evaluate,)
