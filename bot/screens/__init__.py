"""Every screen, made from the knowledge base. One module a family of screens."""
