"""CPU for one answered update, beside a bare bot that makes the same API calls in the same run.

The bare bot looks its answers up in a table; it has python-telegram-bot's own polling and
handlers and nothing else. Both work through the same backlog against the strict stand-in.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.channels.telegram.server.player import Player
from tests.channels.telegram.server.process import ROOT
from tests.channels.telegram.server.strict import BotApi
from tests.channels.telegram.server.world import BOT, TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.guide import Guide
    from tests.channels.telegram.server.world import Json, World

UPDATES = 300
ROUNDS = 3
MANY = 10_000
LIMITS = {0: 1.3, MANY: 2.5}
TEXTS = (
    "what is a rapid review",
    "/about",
    "who do I tell about a child death",
    "/check",
    "babies who were shaken",
    "what is a SIN",
    "neglect reviews in croydon",
    "how many working days does the council have",
    "/help",
    "learning about fathers",
)
TAPS = (
    "check",
    "check_2_ac",
    "check_2_acod",
    "check_2_acodns",
    "topics",
    "topic_rapid-review",
    "reviews",
    "notify",
    "help_2_ac",
    "start",
)
CALLS = frozenset({"sendMessage", "editMessageText"})
Table = dict[str, list["Json"]]


@dataclass(frozen=True)
class Cost:
    """CPU milliseconds for one answered update."""

    text: float
    tap: float


def run() -> None:
    """Prints the least of several rounds, today and with many cards."""
    print(
        f"{UPDATES} texts and {UPDATES} taps a round, least of {ROUNDS} rounds, CPU ms an update"
    )
    print(f"{'cards':>10}{'':>8}{'guide':>10}{'bare bot':>10}{'ratio':>8}{'limit':>8}")
    for extra, limit in LIMITS.items():
        with BotApi() as api, tempfile.TemporaryDirectory() as folder:
            table = _recorded(api, extra)
            path = Path(folder) / "table.json"
            path.write_text(json.dumps(table), encoding="utf-8")
            ours, bare = [], []
            for _ in range(ROUNDS):
                ours.append(_measured(api, table, "guide", str(extra)))
                bare.append(_measured(api, table, "bare", str(path)))
        for kind in ("text", "tap"):
            least, floor = (min(getattr(one, kind) for one in costs) for costs in (ours, bare))
            name = f"+{extra:,}" if extra else "today"
            print(
                f"{name:>10}{kind:>8}{least:>10.2f}{floor:>10.2f}{least / floor:>8.2f}{limit:>8.1f}"
            )


def _recorded(api: BotApi, extra: int) -> Table:
    """What the guide answers to each text and tap, as the calls that it makes."""
    with _child(api, "guide", str(extra)):
        table = {}
        for kind, asked in (("text", TEXTS), ("tap", TAPS)):
            for number, words in enumerate(asked):
                before = len(api.world.calls())
                _queue(api.world, kind, words, 10_000 + number)
                api.world.settle(120)
                calls = api.world.calls()[before:]
                table[words] = [one.parameters for one in calls if one.method in CALLS]
    return table


def _measured(api: BotApi, table: Table, command: str, argument: str) -> Cost:
    with _child(api, command, argument) as child:
        for words in TEXTS:
            _answer_all(api, table, "text", [words] * 2)  # all imported, all built
        costs = {}
        for kind, asked in (("text", TEXTS), ("tap", TAPS)):
            began = _cpu(child)
            _answer_all(api, table, kind, [asked[i % len(asked)] for i in range(UPDATES)])
            costs[kind] = (_cpu(child) - began) / UPDATES * 1000
    return Cost(**costs)


def _answer_all(api: BotApi, table: Table, kind: str, asked: list[str]) -> None:
    world = api.world
    expected = sum(len(table[words]) for words in asked)
    with world.lock:
        world.journal.clear()
        for number, words in enumerate(asked):
            _queue(world, kind, words, 20_000 + number)
    world.wait(lambda: len(world.calls(*CALLS)) >= expected, 120, "too few answers")
    world.settle()


def _queue(world: World, kind: str, words: str, person: int) -> None:
    player = Player(world, person)
    if kind == "text":
        player.types(words)
        return
    message: Json = {
        "message_id": next(player.chat.next_message),
        "from": dict(BOT),
        "chat": player.chat.shown(),
        "date": 1_795_000_000,
        "text": "A screen",
    }
    player.chat.messages[message["message_id"]] = message
    player.presses(words, message)


def _cpu(child: subprocess.Popen[bytes]) -> float:
    """Seconds of CPU that a process has had so far."""
    fields = Path(f"/proc/{child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _child(api: BotApi, command: str, argument: str) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.telegram", command, argument],
        env={**os.environ, "BOT_TOKEN": TOKEN, "BOT_BASE_URL": api.base_url},
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield child
    finally:
        child.terminate()
        child.wait(30)


def guide(extra: int) -> None:
    """Answers as `python -m bot telegram` does, with so many cards more."""
    from bot.channels.telegram.running import run_polling  # noqa: PLC0415  (in the child only)
    from bot.opening import open_guide, settings_of  # noqa: PLC0415

    settings = settings_of()
    sys.exit(run_polling(_with_more_cards(open_guide(settings), extra), settings))


def _with_more_cards(today: Guide, extra: int) -> Guide:
    """A guide with so many made-up topics more, in the words of the real ones."""
    from bot.guide import Guide  # noqa: PLC0415

    library = today.knowledge.library
    dice = random.Random(0)  # noqa: S311  (no secret)
    words = [word for card in library.cards() for text in card.examples for word in text.split()]

    def sentence(length: int) -> str:
        return " ".join(dice.choices(words, k=length))

    model = next(iter(library.topics.values()))
    more = {
        f"made-up-{number}": replace(
            model,
            id=f"made-up-{number}",
            title=sentence(5),
            examples=tuple(sentence(dice.randrange(4, 12)) for _ in range(6)),
            aliases=(),
            related=(),
        )
        for number in range(extra)
    }
    topics = {**library.topics, **more}
    return Guide(replace(today.knowledge, library=replace(library, topics=topics)))


def bare(table: Table) -> None:
    """A bot without a guide: handlers of the library, answers from a table."""
    from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Update  # noqa: PLC0415
    from telegram.ext import (  # noqa: PLC0415
        Application,
        CallbackQueryHandler,
        MessageHandler,
        filters,
    )

    no_preview = LinkPreviewOptions(is_disabled=True)
    answers = {
        words: [
            (call["text"], InlineKeyboardMarkup.de_json(call["reply_markup"], None))
            if call.get("reply_markup")
            else (call["text"], None)
            for call in calls
        ]
        for words, calls in table.items()
    }

    async def say(update: Update, pages: list[tuple[str, Any]]) -> None:
        for text, markup in pages:
            await update.effective_message.reply_text(  # type: ignore[union-attr]  # there is one
                text, parse_mode="HTML", reply_markup=markup, link_preview_options=no_preview
            )

    async def on_text(update: Update, _: object) -> None:
        await say(update, answers[update.message.text])  # type: ignore[union-attr,index]  # a text

    async def on_tap(update: Update, _: object) -> None:
        query = update.callback_query
        assert query is not None
        (text, markup), *rest = answers[str(query.data)]
        await query.answer()
        await query.edit_message_text(
            text, parse_mode="HTML", reply_markup=markup, link_preview_options=no_preview
        )
        await say(update, rest)

    app = Application.builder().token(TOKEN).base_url(os.environ["BOT_BASE_URL"]).build()
    app.add_handler(MessageHandler(filters.TEXT, on_text))
    app.add_handler(CallbackQueryHandler(on_tap))
    app.run_polling()


if __name__ == "__main__":
    if sys.argv[1] == "guide":
        guide(int(sys.argv[2]))
    else:
        bare(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
