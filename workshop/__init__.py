"""Where the guide is fitted and measured. Nothing in `bot` imports it, and the wheel leaves it out."""
