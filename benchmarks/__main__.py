"""Runs every benchmark, or those that are named."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks


def main(names: list[str]) -> None:
    """Each module of this package has `run()`, which prints its own table."""
    known = sorted(one.name for one in iter_modules(benchmarks.__path__) if one.name != "__main__")
    unknown = sorted(set(names) - set(known))
    if unknown:
        sys.exit(f"No benchmark is called {', '.join(unknown)}. There is: {', '.join(known)}.")
    for name in names or known:
        print(f"\n== {name}")
        import_module(f"benchmarks.{name}").run()


if __name__ == "__main__":
    main(sys.argv[1:])
