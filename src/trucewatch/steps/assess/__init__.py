"""Where each commitment of an agreement stands on a day, by the rules of `vocabulary/status_rules.yaml`.

evidence   claims with what the rules ask of them: whose, how high, when, from how many origins
duty       what kind of duty a commitment is, and what its clock says
rules      which rule holds, and on which evidence
why        the sentences that give the reasons
signals    signs of backtracking
register   rival readings, and how many sources stand behind each side
"""

from .status import assess

__all__ = ["assess"]
