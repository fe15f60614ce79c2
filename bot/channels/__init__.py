"""The channels: terminal, Telegram, web. Thin, and none knows another."""
