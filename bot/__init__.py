"""A guide for practitioners: does this meet the criteria, whom to tell, what was learned before."""

import os

# One message is read by small sums, which threads only make wait for each other: ten times as
# long on a busy machine. It must be said before numpy is read for the first time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
