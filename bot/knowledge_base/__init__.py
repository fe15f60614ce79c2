"""The only reader of knowledge/: YAML to model, errors with file, line and column."""
