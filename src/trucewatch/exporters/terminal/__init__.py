"""Results for people to read on a terminal; the same text without colour in a pipe or a file."""

from .agreement import show_lint
from .case import show_status
from .ledger import show_case, show_case_status, show_cases, show_log, show_register
from .overview import show_overview
from .places import show_copies
from .redraft import show_diff
from .report import show_read
from .review import show_claim, show_coder_agreement, show_queue
from .rules import show_rule, show_rules

__all__ = [
    "show_case",
    "show_case_status",
    "show_cases",
    "show_claim",
    "show_coder_agreement",
    "show_copies",
    "show_diff",
    "show_lint",
    "show_log",
    "show_overview",
    "show_queue",
    "show_read",
    "show_register",
    "show_rule",
    "show_rules",
    "show_status",
]
