"""Cards: reviews, national learning, topics, themes."""
