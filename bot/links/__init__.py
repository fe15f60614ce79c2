"""The addresses of the knowledge base: do they open, and which belongs to which review?"""
