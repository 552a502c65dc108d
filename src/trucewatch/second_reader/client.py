"""Asks a server that speaks the OpenAI-compatible chat completions protocol. Knows nothing of claims."""

import asyncio
import json
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from trucewatch.core.errors import MissingExtra

from . import faults
from .faults import Fault

if TYPE_CHECKING:
    import httpx

# Bytes. An answer to one passage that is longer is no list of its claims.
LONGEST_ANSWER = 1_000_000
_Value = TypeVar("_Value")


class ChatClient:
    """One server, one model. Opens `base_url` and nothing else: no redirect, no proxy of the environment.

    `timeout` bounds a passage and `time_limit` a text, in seconds of real time: a server that sends a
    byte now and then is cut off too. Raises MissingExtra.
    """

    def __init__(
        self, base_url: str, model: str, *, key: str | None = None, timeout: float = 120, time_limit: float = 1800
    ) -> None:
        try:
            import httpx  # noqa: F401  refused here, before anything is read
        except ImportError as error:
            raise MissingExtra(
                'asking a second reader needs the "llm" extra. Run: pip install "trucewatch[llm]"'
            ) from error
        self.base_url = base_url.rstrip("/")
        self.model = model
        self._key = key
        self._timeout = timeout
        self._time_limit = time_limit

    @property
    def host(self) -> str:
        """The server's name or number."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def on_this_machine(self) -> bool:
        """Whether the address is one that never leaves this machine."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def ask(self, instruction: str, passages: Sequence[str]) -> list[str | Fault]:
        """What the model says to each passage, in order, or why there is no answer."""
        return _run(self._ask_all(instruction, passages))

    async def _ask_all(self, instruction: str, passages: Sequence[str]) -> list[str | Fault]:
        import httpx

        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", "User-Agent": "trucewatch"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        answers: list[str | Fault] = []
        deadline = asyncio.get_running_loop().time() + self._time_limit
        # Without `trust_env=False` the environment could send the text to a proxy.
        async with httpx.AsyncClient(
            headers=headers, trust_env=False, follow_redirects=False, timeout=None
        ) as connection:
            for passage in passages:
                answer = await self._ask(connection, self._request(instruction, passage), deadline)
                answers.append(answer)
                if isinstance(answer, Fault) and answer.lasting:
                    break
        return answers + answers[-1:] * (len(passages) - len(answers))

    def _request(self, instruction: str, passage: str) -> bytes:
        """The request's body; the same words give the same bytes."""
        body = {
            "model": self.model,
            "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": passage}],
            "temperature": 0,
            "seed": 0,
            "stream": False,
        }
        return json.dumps(body).encode("ascii")

    async def _ask(self, connection: "httpx.AsyncClient", body: bytes, deadline: float) -> str | Fault:
        import httpx

        now = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout_at(min(now() + self._timeout, deadline)):
                received = await self._post(connection, body)
        except TimeoutError:
            return faults.time_is_up(self._time_limit) if now() >= deadline else faults.too_slow(self._timeout)
        except (httpx.ConnectError, httpx.InvalidURL, UnicodeError):
            return faults.unreachable(self.base_url)
        except httpx.TransportError:
            return faults.CLOSED
        return received if isinstance(received, Fault) else _words_of(received)

    async def _post(self, connection: "httpx.AsyncClient", body: bytes) -> bytes | Fault:
        received = bytearray()
        async with connection.stream("POST", f"{self.base_url}/chat/completions", content=body) as response:
            if response.status_code != 200:
                return faults.refused(response.status_code)
            # As it comes over the line: unpacking a compressed answer could fill the memory.
            async for part in response.aiter_raw():
                received += part
                if len(received) > LONGEST_ANSWER:
                    return faults.too_long(LONGEST_ANSWER)
        return bytes(received)


def _words_of(received: bytes) -> str | Fault:
    """The message of a chat completion."""
    try:
        choice = json.loads(received)["choices"][0]
        content, stopped = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return faults.NO_COMPLETION
    if content is not None and not isinstance(content, str):
        return faults.NO_COMPLETION
    if stopped == "length":
        return faults.NOT_WHOLE
    return content if content and not content.isspace() else faults.EMPTY


def _run(work: Coroutine[Any, Any, _Value]) -> _Value:
    """What the coroutine returns, also where an event loop runs already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    # A notebook has a loop of its own, and a thread has only one.
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()
