"""Telegram: the button is the state."""
