"""Reading: a typed text at a place, and what it says."""
