"""The terminal: a conversation with history, completion and numbered ways on."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.channels.terminal_rendering import COLUMN, groups_of
from bot.plain import paragraphs
from bot.screen import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.guide import Guide
    from bot.screen import File, Screen

PROMPT = "> "
FAREWELL = "Nothing was kept. Goodbye."
_QUIT = {"quit", "exit", "q", "bye", "/quit", ":q"}
_HINT = "Type a number, an answer, a question, or an address. `quit` ends."
_MORE = "There is more. Press Enter to read on, or type."
_LINES_KEPT = 4
_MOST_COPIES = 1000
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
        return _Conversation(guide, terminal).run()
    except KeyboardInterrupt:
        _say([[""], [FAREWELL]], terminal)
        return _INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (nobody reads any more)
        return 0


class _Conversation:
    """One conversation: the screen in front of the reader, and what of it is still to be shown."""

    def __init__(self, guide: Guide, terminal: Terminal) -> None:
        self.guide = guide
        self.terminal = terminal
        self.here = guide.open("start")
        self.under = shown(self.here)
        self.rest: list[list[str]] = []

    def run(self) -> int:
        self._show((self.here,))
        if self.terminal.interactive:
            _say([[_HINT]], self.terminal)
        while (text := _typed(self.terminal)) is not None:
            if text.strip().lower() in _QUIT:
                break
            self._answer(text)
        _say([[FAREWELL]], self.terminal)
        return 0

    def _answer(self, text: str) -> None:
        if not text.strip():
            if self.rest:
                self._page(self.rest)
            return
        if file := self._file_named(text):
            _say([[file]], self.terminal)
            return
        reply = self.guide.ask(text, self.under)
        self.here = reply.screens[-1]
        self.under = shown(self.here, self.under)
        self._show(reply.screens)

    def _show(self, screens: tuple[Screen, ...]) -> None:
        *above, last = screens
        groups = [group for screen in above for group in paragraphs(screen, numbers=False)]
        self._page([*groups, *groups_of(last), [f"[{last.address}]"]], titled=True)

    def _page(self, groups: list[list[str]], *, titled: bool = False) -> None:
        """As much as the window holds, whole paragraphs; Enter shows what follows."""
        shown = _how_many_fit(groups, self.terminal)
        _say(groups[:shown], self.terminal, titled=titled)
        self.rest = groups[shown:]
        if self.rest:
            _say([[_MORE]], self.terminal)

    def _file_named(self, text: str) -> str | None:
        """Saves the file that the text names, if the screen offers it; says where it is."""
        wanted = text.strip().lower().removeprefix("save ").strip()
        for offered in self.here.attachments:
            if wanted == offered.name and (file := self.guide.file(offered.address)):
                return _saved(file)
        return None


def _saved(file: File) -> str:
    """Writes the file beside others of its name, and never over one of them."""
    path = Path(file.name)
    for number in range(2, _MOST_COPIES):
        try:
            with path.open("xb") as opened:
                opened.write(file.content)
        except FileExistsError:
            path = Path(file.name).with_stem(f"{Path(file.name).stem}-{number}")
        except OSError as error:
            return f"{path} cannot be written here: {error.strerror}. Start in another folder."
        else:
            return f"Saved as {path.resolve()}. Put it on the child's file, then delete it here."
    return f"There are too many files named {file.name} here. Move some of them away."


def _typed(terminal: Terminal) -> str | None:
    try:
        if terminal.interactive:
            return input(PROMPT)
        line = sys.stdin.readline()
    except (EOFError, UnicodeDecodeError):
        return None
    return line.removesuffix("\n") if line else None


def _how_many_fit(groups: list[list[str]], terminal: Terminal) -> int:
    """How many paragraphs the window holds; at least one. In a pipe, all of them."""
    if not terminal.interactive:
        return len(groups)
    width, left = _width(terminal), shutil.get_terminal_size().lines - _LINES_KEPT
    for index, group in enumerate(groups):
        left -= 1 + sum(len(_wrap(line, width)) for line in group)
        if left < 0:
            return max(1, index)
    return len(groups)


def _say(groups: Sequence[Sequence[str]], terminal: Terminal, *, titled: bool = False) -> None:
    width = _width(terminal)
    for index, group in enumerate(groups):
        for line in group:
            for wrapped in _wrap(line, width):
                click.echo(
                    _styled(wrapped, terminal, title=titled and index == 0), color=terminal.colour
                )
        if len(groups) > 1:
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
    indent = "  " if line[:2] == "- " or line[:1] in "[123456789" else ""
    indent = " " * COLUMN if line[:2] == "  " else indent
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
