"""What to do after a verdict: steps, deadlines, and what one takes away."""
