"""The terminal: a conversation with history, completion and numbered ways on."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from bot.plain import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.guide import Guide
    from bot.screen import Screen

PROMPT = "> "
FAREWELL = "Nothing was kept. Goodbye."
_QUIT = {"quit", "exit", "q", "bye", "/quit", ":q"}
_HINT = "Type a number, an answer, a question, or an address. `quit` ends."
_NARROWEST, _WIDEST = 20, 96
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Terminal:
    """What this terminal can do: whether a person types here, and whether colour is wanted."""

    interactive: bool
    colour: bool

    @classmethod
    def here(cls) -> Terminal:
        interactive = sys.stdin.isatty() and sys.stdout.isatty()
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(interactive, interactive and wanted)


def converse(guide: Guide, terminal: Terminal | None = None) -> int:
    """A conversation until `quit`, the end of input, or Ctrl-C. The exit code."""
    terminal = terminal or Terminal.here()
    if terminal.interactive:
        _offer_completion(guide)
    try:
        return _turns(guide, terminal)
    except KeyboardInterrupt:
        _say([[""], [FAREWELL]], terminal)
        return _INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (nobody reads any more)
        return 0


def _turns(guide: Guide, terminal: Terminal) -> int:
    here = guide.open("start")
    _show(here, terminal)
    if terminal.interactive:
        _say([[_HINT]], terminal)
    while (text := _typed(terminal)) is not None:
        if text.strip().lower() in _QUIT:
            break
        if not text.strip() and not terminal.interactive:
            continue
        reply = guide.ask(text, here.address)
        for screen in reply.screens:
            _show(screen, terminal)
        here = reply.screens[-1]
    _say([[FAREWELL]], terminal)
    return 0


def _typed(terminal: Terminal) -> str | None:
    try:
        if terminal.interactive:
            return input(PROMPT)
        line = sys.stdin.readline()
    except (EOFError, UnicodeDecodeError):
        return None
    return line.removesuffix("\n") if line else None


def _show(screen: Screen, terminal: Terminal) -> None:
    groups = list(paragraphs(screen))
    _say([*groups, [f"[{screen.address}]"]], terminal, heading=True)


def _say(groups: Sequence[Sequence[str]], terminal: Terminal, *, heading: bool = False) -> None:
    width = _width(terminal)
    for index, group in enumerate(groups):
        for line in group:
            for wrapped in _wrap(line, width):
                click.echo(
                    _styled(wrapped, terminal, title=heading and index == 0), color=terminal.colour
                )
        if heading:
            click.echo()
    sys.stdout.flush()


def _width(terminal: Terminal) -> int | None:
    """The width of the window; none in a pipe, where a line stays one line."""
    if not terminal.interactive:
        return None
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def _styled(line: str, terminal: Terminal, *, title: bool) -> str:
    if not terminal.colour:
        return line
    if title:
        return click.style(line, bold=True)
    if line.startswith("IMPORTANT:"):
        return click.style(line, fg="red", bold=True)
    return click.style(line, dim=True) if line.startswith("[") else line


def _wrap(line: str, width: int | None) -> list[str]:
    """The line in the width of the window; addresses of pages stay whole, so they can be clicked."""
    if width is None:
        return [line]
    indent = "  " if line[:2] in {"- ", "  "} or line[:1] in "[123456789" else ""
    return textwrap.wrap(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _offer_completion(guide: Guide) -> None:
    """History and completion of commands and addresses, kept in memory only."""
    with suppress(ImportError):
        import readline  # noqa: PLC0415  (absent on some systems)

        library = guide.knowledge.library
        names = sorted(
            {
                *library.screens,
                *(card.address for card in library.cards()),
                *(f"theme_{theme}" for theme in library.themes),
                "quit",
            }
        )

        def complete(text: str, state: int) -> str | None:
            fitting = [name for name in names if name.startswith(text.lower())]
            return fitting[state] if state < len(fitting) else None

        readline.set_completer_delims(" ")
        readline.set_completer(complete)
        readline.parse_and_bind("tab: complete")
