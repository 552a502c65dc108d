"""What a monitors' report tells of single events: who did what to whom, where, when, and how it is known."""

from .step import find_incidents as find_incidents
