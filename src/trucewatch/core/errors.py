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
    └── MissingExtra        an optional library is not installed; exit code 2

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
