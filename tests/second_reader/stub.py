"""A chat server on this machine that speaks the real protocol, well or badly as a test tells it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Stub:
    """The server's address, and every request that came: path, headers, body."""

    url: str = ""
    requests: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)

    @property
    def passages(self) -> list[str]:
        return [body["messages"][1]["content"] for _, _, body in self.requests]


class Exchange(BaseHTTPRequestHandler):
    """One request; `behave` answers it."""

    protocol_version = "HTTP/1.1"
    stub: Stub
    behave: "Behaviour"

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        self.stub.requests.append((self.path, dict(self.headers), json.loads(sent)))
        self.behave(self)

    def do_GET(self) -> None:
        self.stub.requests.append((self.path, dict(self.headers), None))
        self.send(404, b"")

    def send(self, status: int, body: bytes, **headers: str) -> None:
        """A whole response."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        pass


Behaviour = Callable[[Exchange], None]


def completion(content: Any, finish_reason: str = "stop") -> bytes:
    """A chat completion as servers send it."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    body = {"id": "c1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage}
    return json.dumps(body).encode()


def says(content: Any, finish_reason: str = "stop") -> Behaviour:
    """Answers every request with these words."""
    return lambda exchange: exchange.send(200, completion(content, finish_reason))


def claims(*entries: Any) -> Behaviour:
    """Answers every request with these entries."""
    return says(json.dumps({"claims": list(entries)}))


@contextmanager
def serving(behave: Behaviour) -> Iterator[Stub]:
    """A server on a free port of this machine for as long as the block lasts."""
    stub = Stub()
    handler = type("Handler", (Exchange,), {"stub": stub, "behave": staticmethod(behave)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  a client that hangs up is what some tests want
    stub.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
