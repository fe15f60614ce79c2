"""`python -m bot.knowledge_base`: what is wrong in the knowledge base, for its authors."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.knowledge_base.fault import KnowledgeError
from bot.knowledge_base.loader import read_sections


def main(arguments: list[str]) -> int:
    folders = [Path(name) for name in arguments or ("knowledge/england", "knowledge/croydon")]
    try:
        read_sections(folders, whole=True)
    except KnowledgeError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    sys.stdout.write("Nothing is wrong.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
