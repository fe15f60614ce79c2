"""Typed questions, matched with cards: normaliser, index, matcher, evaluation."""
