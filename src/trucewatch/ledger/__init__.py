"""What is recorded about a case, and what follows from it. Pure: events in, state or new events out.

events     the frozen names of events with what each holds
upcasters  how events under older names are read today
codec      events as JSON and as what they hold
chain      the hash over each event, what may follow a log, and where a chain is broken
jsonl      a whole log as lines of JSON
state      fold: the case as its events leave it
decide     one function for each thing a person can do: state and wish in, events or a refusal out
"""
