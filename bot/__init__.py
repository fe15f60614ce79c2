"""A guide for practitioners: does this meet the criteria, whom to tell, what was learned before."""

__version__ = "0.1.0"
