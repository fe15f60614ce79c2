"""The command line. Without a command it is the conversation."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import __version__, script_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.guide import Guide
    from bot.matching.evaluation import Report
    from bot.settings import Settings

OWN_QUESTIONS = Path(__file__).resolve().parent.parent / "tests/questions/development.jsonl"
WRONG_INPUT = 2
FOUND_FAULTS = 1

EPILOG = """\b
Examples
  python -m bot                                   talk to the guide
  printf 'check\\n1\\n2\\n' | python -m bot         the same, from a script
  python -m bot ask "what is a rapid review"      one question
  python -m bot open topic_rapid-review           one screen, by its address
  python -m bot check --to-confirm                what a person must still confirm
"""


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007  (a day, no time)
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2026-11-23.", param, ctx)


_today = click.option("--today", type=_Day(), help="Take this date as today, such as 2026-11-23.")
_config = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Another config.yaml.",
)


_file = click.Path(exists=True, dir_okay=False, path_type=Path)


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    return _today(_config(command))


@click.group(invoke_without_command=True, epilog=EPILOG)
@_common
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(context: click.Context, today: date | None, config: Path | None) -> None:
    """Does this meet the criteria for a Safeguarding Practice Review? Whom to tell, and by when?

    An automated guide for practitioners. It keeps nothing. If a child is in danger now, call 999.
    Without a command it opens a conversation in this terminal; `quit` ends it.
    """
    context.obj = {"today": today, "config": config}
    if context.invoked_subcommand is None:
        from bot.channels.terminal import converse  # noqa: PLC0415  (each channel on its own)

        settings = _settings(config)
        sys.exit(converse(_guide(settings, today)))


@main.command()
@click.argument("text", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on one line.")
@click.option("--jsonl", is_flag=True, help="One text a line on standard input, one object each.")
@click.option("--at", metavar="ADDRESS", help="The screen under which the text is typed.")
@_common
@click.pass_context
def ask(
    context: click.Context,
    text: tuple[str, ...],
    as_json: bool,
    jsonl: bool,
    at: str | None,
    today: date | None,
    config: Path | None,
) -> None:
    r"""Ask one question, or many from standard input.

    \b
    python -m bot ask "who do I tell about a child death"
    python -m bot ask --json "yes" --at check_1_ab
    python -m bot ask --jsonl < questions.txt
    """
    guide = _opened(context, today, config)
    if jsonl:
        _each_line(lambda line: script_json.of_reply(guide.ask(line, at)))
        return
    if not text:
        raise click.UsageError('Give a question, such as: python -m bot ask "what is a SIN"')
    reply = guide.ask(" ".join(text), at)
    if as_json:
        click.echo(script_json.line(script_json.of_reply(reply)))
        return
    from bot.plain import plain_text  # noqa: PLC0415

    click.echo("\n\n".join(plain_text(screen) for screen in reply.screens))


@main.command("open")
@click.argument("address", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on one line.")
@click.option("--jsonl", is_flag=True, help="One address a line on standard input.")
@_common
@click.pass_context
def open_(
    context: click.Context,
    address: str | None,
    as_json: bool,
    jsonl: bool,
    today: date | None,
    config: Path | None,
) -> None:
    r"""Open one screen by its address, or many from standard input.

    \b
    python -m bot open start
    python -m bot open --json outcome_1_abodnk
    """
    guide = _opened(context, today, config)
    if jsonl:
        _each_line(lambda line: script_json.of_screen(guide.open(line)))
        return
    if address is None:
        raise click.UsageError("Give an address, such as: python -m bot open check")
    screen = guide.open(address)
    if as_json:
        click.echo(script_json.line(script_json.of_screen(screen)))
        return
    from bot.plain import plain_text  # noqa: PLC0415

    click.echo(plain_text(screen))


@main.command()
@click.option("--to-confirm", is_flag=True, help="List what a person must confirm.")
@_common
@click.pass_context
def check(
    context: click.Context, to_confirm: bool, today: date | None, config: Path | None
) -> None:
    """Check everything in the knowledge base. Exit code 1 when something is wrong."""
    from bot.knowledge_base.report import check_knowledge, render  # noqa: PLC0415
    from bot.opening import today_in_england  # noqa: PLC0415

    settings = _settings(config or context.obj["config"])
    day = today or context.obj["today"] or today_in_england()
    report = check_knowledge(settings.knowledge, day)
    for line in render(report, to_confirm=to_confirm):
        click.echo(line)
    sys.exit(FOUND_FAULTS if report.faults else 0)


@main.command()
@click.argument("questions", required=False, type=_file)
@click.option("--cards", type=_file, help="Another collection: lines with id and examples.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw reliability and risk against coverage, as .svg or .png.",
)
@_common
@click.pass_context
def evaluate(
    context: click.Context,
    questions: Path | None,
    cards: Path | None,
    as_json: bool,
    picture: Path | None,
    today: date | None,
    config: Path | None,
) -> None:
    r"""How well typed questions are answered, beside stock scorers in the same run.

    \b
    python -m bot evaluate                          the project's own questions
    python -m bot evaluate QUESTIONS.jsonl          lines {"q": "...", "gold": ["address"]}
    python -m bot evaluate --cards CARDS.jsonl QUESTIONS.jsonl
    Gold [] means that the question must not be answered.
    """
    from bot.matching.collections import CollectionError  # noqa: PLC0415

    try:
        report = _evaluated(context, questions, cards, today, config)
    except CollectionError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)
    if picture is not None:
        _draw(report, picture)
    click.echo(script_json.line(report.as_json()) if as_json else report.as_text())


def _draw(report: Report, picture: Path) -> None:
    from bot.drawing.png import png  # noqa: PLC0415
    from bot.drawing.svg import svg  # noqa: PLC0415
    from bot.matching.picture import drawing_of  # noqa: PLC0415

    drawing = drawing_of(report)
    content = png(drawing) if picture.suffix.lower() == ".png" else svg(drawing).encode()
    picture.write_bytes(content)


def _evaluated(
    context: click.Context,
    questions: Path | None,
    cards: Path | None,
    today: date | None,
    config: Path | None,
) -> Report:
    from bot.matching import evaluation  # noqa: PLC0415
    from bot.matching.answered import from_reply  # noqa: PLC0415
    from bot.matching.collections import read_questions  # noqa: PLC0415
    from bot.matching.targets import targets_of  # noqa: PLC0415

    path = questions or OWN_QUESTIONS
    if cards is not None:
        return evaluation.evaluate_files(cards, path)
    guide = _opened(context, today, config)
    return evaluation.evaluate(
        lambda text: from_reply(guide.ask(text)),
        targets_of(guide.knowledge),
        read_questions(path),
    )


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when stale.")
@_common
@click.pass_context
def flowchart(
    context: click.Context,
    folder: Path,
    only_check: bool,
    today: date | None,
    config: Path | None,
) -> None:
    """Draw the criteria from the decision table into FOLDER, as SVG, PNG and Mermaid."""
    from bot.flowchart.files import stale_flowcharts, write_flowcharts  # noqa: PLC0415

    knowledge = _opened(context, today, config).knowledge
    if not only_check:
        for name in write_flowcharts(knowledge, folder):
            click.echo(name)
        return
    stale = stale_flowcharts(knowledge, folder)
    for name in stale:
        click.echo(f"{name}: stale. Draw it again: python -m bot flowchart {folder}", err=True)
    sys.exit(FOUND_FAULTS if stale else 0)


@main.command()
@_common
@click.pass_context
def telegram(context: click.Context, today: date | None, config: Path | None) -> None:
    """Run the Telegram bot by polling. Needs BOT_TOKEN in the environment.

    Exit code 2: the token is missing or refused. Exit code 1: another process polls with it.
    """
    from bot.channels.telegram.running import run_polling  # noqa: PLC0415

    settings = _settings(config or context.obj["config"])
    sys.exit(run_polling(_guide(settings, today or context.obj["today"]), settings))


@main.command()
@_common
@click.pass_context
def serve(context: click.Context, today: date | None, config: Path | None) -> None:
    """Serve the web page, and Telegram's webhook when BOT_WEBHOOK_URL is set.

    BOT_HOST and BOT_PORT say where; without them it is config.yaml's web section.
    """
    from bot.serving import serve as serve_until_stopped  # noqa: PLC0415

    settings = _settings(config or context.obj["config"])
    sys.exit(serve_until_stopped(_guide(settings, today or context.obj["today"]), settings))


def _opened(context: click.Context, today: date | None, config: Path | None) -> Guide:
    settings = _settings(config or context.obj["config"])
    return _guide(settings, today or context.obj["today"])


def _settings(config: Path | None) -> Settings:
    from bot.opening import settings_of  # noqa: PLC0415
    from bot.settings import SettingsError  # noqa: PLC0415

    try:
        return settings_of(config)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)


def _guide(settings: Settings, today: date | None) -> Guide:
    from bot.knowledge_base.fault import KnowledgeError  # noqa: PLC0415
    from bot.opening import open_guide  # noqa: PLC0415

    try:
        return open_guide(settings, today)
    except KnowledgeError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        click.echo(
            "The knowledge base has faults. Mend the lines above, then try again.", err=True
        )
        sys.exit(WRONG_INPUT)


def _each_line(answer: Callable[[str], dict[str, Any]]) -> None:
    for line in _lines():
        click.echo(script_json.line(answer(line)))


def _lines() -> Iterator[str]:
    """The lines of standard input. They end at a line feed only, whatever else is in them."""
    for line in sys.stdin.buffer:
        yield line.removesuffix(b"\n").decode("utf-8", errors="replace")
