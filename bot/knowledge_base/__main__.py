"""`python -m bot.knowledge_base [FOLDER …]`: what authors want to know of the knowledge base."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from bot.knowledge_base.report import check_knowledge, render

FOLDERS = ("knowledge/england", "knowledge/croydon")


def main(arguments: list[str]) -> int:
    """The exit code: 1 when something is wrong."""
    folders = [Path(name) for name in arguments or FOLDERS]
    today = date.today()  # noqa: DTZ011 - the day where the author sits
    report = check_knowledge(folders, today)
    for line in render(report):
        sys.stdout.write(f"{line}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
