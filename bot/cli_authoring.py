"""Commands for those who write the knowledge base and check it."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003  (click reads the annotations of commands)

import click

from bot.cli_options import (
    FOLDER,
    FOUND_FAULTS,
    WRONG_INPUT,
    common,
    given,
    opened,
    settings_named,
)


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


COMMANDS = (check, flowchart, export)
