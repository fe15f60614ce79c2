"""Pictures: one drawing, shown as SVG for the web and as PNG for a chat."""
