"""All rules on told clauses, in the order in which they are asked: the first that bars a stance decides."""

from .ruled_acts import RULES as ACTS
from .ruled_charges import RULES as CHARGES
from .ruled_negations import RULES as NEGATIONS
from .ruled_notes import RULES as NOTES
from .ruled_readings import RULES as READINGS
from .ruled_reports import RULES as REPORTS
from .ruled_silence import RULES as SILENCE
from .ruled_states import RULES as STATES
from .ruled_talk import RULES as TALK

RULES = (*NOTES, *NEGATIONS, *ACTS, *STATES, *TALK, *CHARGES, *READINGS, *REPORTS, *SILENCE)
