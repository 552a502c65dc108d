"""A case that lives for years: its folder, its log, and what people do with both.

folder     the files of a case: case.toml, the originals, the cache
case       the log of a case, opened: its state now or at any seq, and recording with optimistic versions
adding     files go in: read, tied to the agreements, held against near-copies, recorded
evidence   the claims of the case as the table that the status is computed from, kept up to date and stored
agreements the agreements of a case as they stand at a seq
claims     one claim as it stands, and the version that is shown of it
corrections what a person may set in a claim, checked against the case
review     what people decide on claims
queue      the claims that wait, those first that would change most
coders     how far coders agree
spreadsheet claims out as CSV, and changed cells back in
audit      the log for people
protection names that must not be written down; anonymity: names beside anonymous speakers
views      status, reasons and lists for a day, as known at an instant
exchange   the whole log out and in again, as lines of JSON
"""
