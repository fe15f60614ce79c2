"""The criteria: what is asked, what holds, and why. Pure."""
