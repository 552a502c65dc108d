"""What is recorded about a case, and what follows from it. Pure: events in, state or new events out.

events     the frozen names of events with what each holds, and upcasters from older ones
chain      the hash over each event, and where a chain is broken
state      fold: the case as its events leave it
decide     one function for each thing a person can do: state and wish in, events or a refusal out
"""
