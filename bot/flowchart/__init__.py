"""Flowcharts of the criteria, drawn from the decision table and never by hand."""
