"""The web page: every screen has a URL."""
