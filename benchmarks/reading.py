"""What reading a text costs, beside starting Python with what every bot imports: a ratio, not a time.

Each text has the length of the longest message of Telegram. The whole of an answer is measured: what
is understood, what is found, and the screens that say it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bot.opening import open_guide, settings_of

if TYPE_CHECKING:
    from bot.guide import Guide

LONGEST = 4096
MOST = 0.4
"""20 ms where the imports take 50."""
TIMES = 5
TEXTS = {
    "urgent question, over and over": "urgent question ",
    "an honest account": (
        "I was told this morning that a boy of nine, who lives with his mum and her partner in "
        "Thornton Heath, was taken to hospital with a broken arm and bruises of different ages; "
        "nobody can say how it happened, school had worries last term and the GP had none. "
    ),
    "questions": "what is a rapid review, and who decides on a local review after it? ",
    "numbers": "1 ",
    "one long word": "abcdefghij",
    "emoji": "\N{SLIGHTLY SMILING FACE} ",
}


def run() -> None:
    """One line a text: the processor's time for one answer, as a share of the imports."""
    guide = open_guide(settings_of())
    guide.ask("rapid review")
    imports = min(_imports() for _ in range(TIMES))
    print(f"import asyncio, yaml: {imports * 1000:.0f} ms")
    for name, unit in TEXTS.items():
        text = (unit * (LONGEST // len(unit) + 1))[:LONGEST]
        taken = min(_answer(guide, text) for _ in range(TIMES))
        share = taken / imports
        verdict = "holds" if share <= MOST else f"over {MOST}"
        print(f"{name:32} {taken * 1000:7.1f} ms  {share:5.2f} times the imports  {verdict}")


def _imports() -> float:
    """A fresh interpreter, less one that imports nothing."""
    return _started("import asyncio, yaml") - _started("")


def _started(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    return time.perf_counter() - began


def _answer(guide: Guide, text: str) -> float:
    began = time.process_time()
    guide.ask(text, "check")
    return time.process_time() - began
