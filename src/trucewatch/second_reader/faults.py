"""Why a passage has no answer: one value, and every case of it by name.

A line says what happened and what to do next. Nothing of what the server sent is in it.
"""

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Fault:
    """The second reader gave nothing to work with; `lasting` says that the next passage would fare alike."""

    happened: str
    advice: str
    lasting: bool = False

    def line(self, passages: int, of: int) -> str:
        """The fault in one line, with how many of the passages have no answer for it."""
        return f"second reader: {self.happened} ({passages} of {of} passages). {self.advice}"


CLOSED = Fault("the server closed the connection before the answer was whole", "The server's own log says why")
NO_COMPLETION = Fault(
    "the server's answer is no chat completion",
    "See whether second_reader.base_url belongs to an OpenAI-compatible server",
)
EMPTY = Fault("the answer is empty", "Try another model")
NO_JSON = Fault("the answer holds no JSON", "Try another model")
NO_LIST = Fault('the answer\'s JSON has no list "claims"', "Try another model")
NOT_WHOLE = Fault("the answer's JSON is not whole", "Raise the server's limit on the length of answers")

_KEY = "Name the variable that holds the key in second_reader.key_env"
_ADDRESS = "See whether second_reader.base_url ends where /chat/completions begins, often in /v1, and the model's name"
# Where the address or the key is wrong, the next passage meets the same refusal.
_LASTING = {401: _KEY, 403: _KEY, 404: _ADDRESS, 405: _ADDRESS}


def unreachable(url: str) -> Fault:
    return Fault(f"nobody answers at {url}", "Start the server, or correct second_reader.base_url", lasting=True)


def too_slow(seconds: float) -> Fault:
    return Fault(f"no whole answer within {seconds:g} seconds", "Raise second_reader.timeout or use a smaller model")


def time_is_up(seconds: float) -> Fault:
    advice = "Raise second_reader.time_limit or use a smaller model"
    return Fault(f"the {seconds:g} seconds for one text are over", advice, lasting=True)


def too_long(limit: int) -> Fault:
    return Fault(f"the answer runs over {limit:,} bytes", "Set a limit on the length of answers, or try another model")


def refused(status: int) -> Fault:
    """The server answered with a status other than 200."""
    if 300 <= status < 400:
        advice = "Set second_reader.base_url to where it leads; redirects are not followed"
        return Fault(f"the server sends elsewhere, HTTP {status}", advice, lasting=True)
    phrase = next((f" {known.phrase}" for known in HTTPStatus if known == status), "")
    advice = _LASTING.get(status, "The server's own log says why")
    return Fault(f"the server refuses, HTTP {status}{phrase}", advice, lasting=status in _LASTING)
