"""Checks on what was read: pure functions from the sections to what is wrong with them."""
