"""Every error that a user can cause, in one tree.

    TrucewatchError
    ├── BadInput            the file or value cannot be used; exit code 2
    │   ├── FileMissing
    │   ├── EmptyDocument
    │   ├── UnreadableFile      binary junk, truncated or mislabelled
    │   ├── EncryptedFile
    │   ├── NoTextLayer
    │   ├── TooLarge            size limit, including archives that unpack too far
    │   ├── UnsupportedFormat
    │   └── UnsupportedLanguage
    ├── BadSetting          a setting has a value that cannot be used; exit code 2
    ├── UnknownRule         no rule of that code; names the nearest; exit code 2
    ├── BadVocabulary       a data file has faults; lists all of them; exit code 2
    ├── MissingExtra        an optional library is not installed; exit code 2
    └── LedgerError         the ledger cannot be used as asked, and is as it was; exit code 2
        ├── CaseMissing
        ├── CaseExists
        ├── NewerCase           made by a newer version of the program
        ├── StaleVersion        somebody else has written since
        ├── ClockSetBack        the clock shows a time before the last event
        ├── BrokenLedger        damaged; names the first place
        └── Refused             does not fit the state of the case

A message says what happened, to which thing, what was expected and what to do next, in one line.
"""


class TrucewatchError(Exception):
    """An error the user can act on. The message is one line, shown as it stands."""

    def __str__(self) -> str:
        return f"{type(self).__name__}: {super().__str__()}"


class BadInput(TrucewatchError):
    """A file or value that cannot be used."""


class FileMissing(BadInput):
    """The path names no readable file."""


class EmptyDocument(BadInput):
    """The file has no text."""


class UnreadableFile(BadInput):
    """The content is not what its name says, or is damaged."""


class EncryptedFile(BadInput):
    """The file needs a password."""


class NoTextLayer(BadInput):
    """A PDF page is an image without text."""


class TooLarge(BadInput):
    """The file, or what it unpacks to, is over the limit."""


class UnsupportedFormat(BadInput):
    """No reader takes files of this kind."""


class UnsupportedLanguage(BadInput):
    """The text is in a language that the pipeline does not read."""


class BadSetting(TrucewatchError):
    """A setting has a value that cannot be used."""


class UnknownRule(TrucewatchError):
    """No rule has this code."""


class BadVocabulary(TrucewatchError):
    """A data file of the vocabulary has faults; the message lists all of them."""


class MissingExtra(TrucewatchError):
    """A library that an extra brings is not installed."""


class LedgerError(TrucewatchError):
    """The ledger of a case cannot be used as asked; it is left as it was."""


class CaseMissing(LedgerError):
    """No case is kept there."""


class CaseExists(LedgerError):
    """A case is kept there already."""


class NewerCase(LedgerError):
    """A newer version of the program made the case."""


class StaleVersion(LedgerError):
    """Somebody else has written since; nothing was recorded."""


class ClockSetBack(LedgerError):
    """The clock shows a time before the last event."""


class BrokenLedger(LedgerError):
    """The ledger is damaged; the message names the first place."""


class Refused(LedgerError):
    """What was asked for does not fit the state of the case; nothing was recorded."""
