"""Counts in monitors' reports: `find_counts` for one report, `compare_counts` across reports."""

from .compare import compare_counts as compare_counts
from .find import find_counts as find_counts
