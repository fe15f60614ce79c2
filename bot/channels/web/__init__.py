"""The web page: every screen has an address of its own, and nothing in it needs a script."""
