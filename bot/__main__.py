"""`python -m bot`: the conversation, and everything else on the command line."""

from bot.cli import main

main()
