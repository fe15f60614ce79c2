"""Telegram: the button is the state."""

import os

# python-telegram-bot: time spans as timedelta, which a later version makes the only way.
os.environ.setdefault("PTB_TIMEDELTA", "true")
