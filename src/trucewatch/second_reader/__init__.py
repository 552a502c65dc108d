"""An optional second reader: a language model behind an address that the user has set.

Off unless asked for. It opens that one address and no other. What it answers is shown only where every
value stands in the text; it changes no claim and no status.
"""
