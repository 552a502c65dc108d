"""Ties each claim of a report to the commitment of an agreement that it is about, or says why not.

index    an agreement prepared: which words tell its commitments apart
fit      which commitments a claim's words fit, and which one wins
candidates  which clauses are near in meaning, where an encoder is given
numbers  which clauses a claim names by their number
letter   whether conduct lies inside the letter of the clause
step     the public function
"""

from .step import link

__all__ = ["link"]
