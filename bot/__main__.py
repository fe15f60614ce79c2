"""`python -m bot`: the conversation, and everything else on the command line."""

import os
import sys

from bot.cli import main

WRONG_INPUT = 2

if sys.stdin is None:
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  (open as long as we run)
for stream in (sys.stdin, sys.stdout, sys.stderr):
    # A letter that this terminal cannot show, or a byte that is no text, ends nothing.
    if stream is not None and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
try:
    main()
except OSError as error:
    # A full disk or a folder that cannot be written is told in one line. What could not be
    # written must not be tried again when Python ends.
    sys.stdout = None
    if sys.stderr is not None:
        sys.stderr.write(
            f"{error.strerror or error}{f': {error.filename}' * bool(error.filename)}\n"
        )
    os._exit(WRONG_INPUT)
