"""Commands for those who write the knowledge base and check it."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import script_json
from bot.cli_options import (
    FILE,
    FOLDER,
    FOUND_FAULTS,
    WRONG_INPUT,
    common,
    given,
    opened,
    settings_named,
)

if TYPE_CHECKING:
    from bot.matching.evaluation import Report

OWN_QUESTIONS = Path(__file__).resolve().parent.parent / "tests/questions/development.jsonl"


@click.command()
@click.option("--to-confirm", is_flag=True, help="List what a person must confirm.")
@common
@click.pass_context
def check(context: click.Context, to_confirm: bool) -> None:
    """Check everything in the knowledge base. Exit code 1 when something is wrong."""
    from bot.clock import today_in_england
    from bot.knowledge_base.report import check_knowledge, render

    settings = settings_named(context)
    moment = given(context, "now")
    day = given(context, "today") or (moment.date() if moment else today_in_england())
    report = check_knowledge(settings.knowledge, day)
    for line in render(report, to_confirm=to_confirm):
        click.echo(line)
    sys.exit(FOUND_FAULTS if report.faults else 0)


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
    r"""How well typed questions are answered, beside stock scorers in the same run.

    \b
    python -m bot evaluate                          the project's own questions
    python -m bot evaluate QUESTIONS.jsonl          lines {"q": "...", "gold": ["address"]}
    python -m bot evaluate --cards CARDS.jsonl QUESTIONS.jsonl
    Gold [] means that the question must not be answered.
    """
    from bot.matching.collections import CollectionError

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
    from bot.matching.picture import drawing_of

    drawing = drawing_of(report)
    content = png(drawing) if picture.suffix.lower() == ".png" else svg(drawing).encode()
    picture.write_bytes(content)


def _evaluated(
    context: click.Context,
    questions: Path | None,
    cards: Path | None,
) -> Report:
    from bot.matching import evaluation
    from bot.matching.answered import from_reply
    from bot.matching.collections import read_questions
    from bot.matching.targets import targets_of

    path = questions or OWN_QUESTIONS
    if cards is not None:
        return evaluation.evaluate_files(cards, path)
    guide = opened(context)
    return evaluation.evaluate(
        lambda text: from_reply(guide.ask(text)),
        targets_of(guide.knowledge),
        read_questions(path),
    )


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
@common
@click.pass_context
def flowchart(
    context: click.Context,
    folder: Path,
    only_check: bool,
) -> None:
    """Draw the criteria from the decision table into FOLDER, as SVG, PNG and Mermaid."""
    from bot.flowchart.files import stale_flowcharts, write_flowcharts

    knowledge = opened(context).knowledge
    if not only_check:
        for name in write_flowcharts(knowledge, folder):
            click.echo(name)
        return
    stale = stale_flowcharts(knowledge, folder)
    for name in stale:
        click.echo(f"{name}: stale. Draw it again: python -m bot flowchart {folder}", err=True)
    sys.exit(FOUND_FAULTS if stale else 0)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--public-url", default="", help="Where the files will stand, for the site map.")
@common
@click.pass_context
def export(
    context: click.Context,
    folder: Path,
    public_url: str,
) -> None:
    """Write every page of the web site into FOLDER, for a site that can run no server.

    It holds all cards and the whole dialogue, so it also serves fact-checkers.
    """
    from bot.channels.web import export as pages

    guide = opened(context)
    with click.progressbar(length=1, label="Writing pages", file=sys.stderr) as bar:

        def progress(written: int, known: int) -> None:
            bar.length = known
            bar.update(written - bar.pos)

        try:
            number = pages.export(guide, folder, public_url=public_url, progress=progress)
        except pages.ExportError as error:
            click.echo(str(error), err=True)
            sys.exit(WRONG_INPUT)
    click.echo(f"{number} files in {folder}")


COMMANDS = (check, evaluate, flowchart, export)
