"""Where each commitment of an agreement stands on a day, by the rules of `vocabulary/status_rules.yaml`.

table      what the reports say as columns, a row for each claim and commitment, with the time for which it was known
marks      what is looked up in the words of a claim, once
people     who is the same person in several reports
stored     a table as arrays that can be kept, and back
order      the rows in the order in which they are shown
view       the rows that count on a day, by what was known at a seq
parties    who speaks for whom, seen from a commitment
duty       what kind of duty a commitment is, and what its clock says
docket     a commitment with the rows on it
roll       all commitments with the rows on them in one piece
fitting    which rows fit a rule, on all commitments at once
rules      which rule holds, and on which rows
evidence   one row, read when it is shown
why        the sentences that give the reasons
signals    signs of backtracking
register   rival readings, and how many sources stand behind each side
waiting    the claims that nobody has decided on, the weightiest first
"""

from .duty import continuous
from .status import Assessment, assess, assess_table
from .stored import kept_evidence, restored_evidence
from .table import EvidenceTable
from .waiting import Waiting, WaitingClaims, standing_claims, waiting_claims
from .why import titles

__all__ = [
    "Assessment",
    "EvidenceTable",
    "Waiting",
    "WaitingClaims",
    "assess",
    "assess_table",
    "continuous",
    "kept_evidence",
    "restored_evidence",
    "standing_claims",
    "titles",
    "waiting_claims",
]
