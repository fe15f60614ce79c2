"""The command line. Without a command it is the conversation."""

# ruff: noqa: PLC0415 - each command waits only for what it needs itself
from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot import __version__, cli_authoring, cli_confirm, cli_links, script_json
from bot.cli_options import WRONG_INPUT, common, guide_over, opened, settings_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EPILOG = """\b
Examples
  python -m bot                                   talk to the guide
  printf 'check\\n1\\n2\\n' | python -m bot         the same, from a script
  python -m bot ask "what is a rapid review"      one question
  python -m bot open topic_rapid-review           one screen, by its address
  python -m bot check --to-confirm                what a person must still confirm
"""

_ASK_HELP = """Ask one question, or many from standard input.

\b
python -m bot ask "who do I tell about a child death"
python -m bot ask --json "yes" --at check_2_ab
python -m bot ask --jsonl < questions.txt
"""
_OPEN_HELP = """Open one screen by its address, or many from standard input.

\b
python -m bot open start
python -m bot open --json outcome_2_abodnk
"""


@click.group(invoke_without_command=True, epilog=EPILOG)
@common
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Does this meet the criteria for a Safeguarding Practice Review? Whom to tell, and by when?

    An automated guide for practitioners. It keeps nothing. If a child is in danger now, call 999.
    Without a command it opens a conversation in this terminal; `quit` ends it.
    """
    if context.invoked_subcommand is None:
        from bot.channels.terminal import converse

        sys.exit(converse(opened(context)))


@main.command(help=_ASK_HELP)
@click.argument("text", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on one line.")
@click.option("--jsonl", is_flag=True, help="One text a line on standard input, one object each.")
@click.option("--at", metavar="ADDRESS", help="The screen under which the text is typed.")
@click.option("--why", is_flag=True, help="Print what was read of the text, and from which words.")
@common
@click.pass_context
def ask(
    context: click.Context,
    text: tuple[str, ...],
    as_json: bool,
    jsonl: bool,
    at: str | None,
    why: bool,
) -> None:
    guide = opened(context)
    if jsonl:
        _each_line(lambda line: script_json.of_reply(guide.ask(line, at)))
        return
    if not text:
        raise click.UsageError('Give a question, such as: python -m bot ask "what is a SIN"')
    reply = guide.ask(" ".join(text), at)
    if as_json:
        click.echo(script_json.line(script_json.of_reply(reply)))
        return
    if why:
        click.echo("\n".join(reply.why) or "an exact way on")
        return
    from bot.plain import plain_reply

    click.echo(plain_reply(reply))


@main.command("open", help=_OPEN_HELP)
@click.argument("address", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on one line.")
@click.option("--jsonl", is_flag=True, help="One address a line on standard input.")
@common
@click.pass_context
def open_(
    context: click.Context,
    address: str | None,
    as_json: bool,
    jsonl: bool,
) -> None:
    guide = opened(context)
    if jsonl:
        _each_line(lambda line: script_json.of_screen(guide.open(line)))
        return
    if address is None:
        raise click.UsageError("Give an address, such as: python -m bot open check")
    screen = guide.open(address)
    if as_json:
        click.echo(script_json.line(script_json.of_screen(screen)))
        return
    from bot.plain import plain_text

    click.echo(plain_text(screen))


@main.command()
@common
@click.pass_context
def telegram(context: click.Context) -> None:
    """Run the Telegram bot by polling. Needs BOT_TOKEN in the environment.

    Exit code 2: the token is missing or refused. Exit code 1: another process polls with it.
    """
    from bot.channels.telegram.running import run_polling

    settings = settings_named(context)
    sys.exit(run_polling(guide_over(context, settings), settings))


@main.command()
@common
@click.pass_context
def serve(context: click.Context) -> None:
    """Serve the web page, and Telegram's webhook when BOT_WEBHOOK_URL is set.

    BOT_HOST and BOT_PORT say where; without them it is config.yaml's web section.
    """
    from bot.serving import serve as serve_until_stopped
    from bot.settings import SettingsError

    settings = settings_named(context)
    guide = guide_over(context, settings)
    try:
        sys.exit(serve_until_stopped(guide, settings))
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)


def _of_the_workshop() -> Iterator[click.Command]:
    """The commands of the workshop, which stands beside this package and is in no wheel."""
    if (Path(__file__).resolve().parent.parent / "workshop" / "commands.py").is_file():
        yield from import_module("workshop.commands").COMMANDS


for command in (
    *cli_authoring.COMMANDS,
    *cli_confirm.COMMANDS,
    *cli_links.COMMANDS,
    *_of_the_workshop(),
):
    main.add_command(command)


def _each_line(answer: Callable[[str], dict[str, Any]]) -> None:
    for line in _lines():
        click.echo(script_json.line(answer(line)))


def _lines() -> Iterator[str]:
    """The lines of standard input; a mark of byte order and a carriage return belong to none."""
    for number, line in enumerate(sys.stdin.buffer):
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", errors="replace")
        yield text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}") if number == 0 else text
