"""The protocol, the one address, and every way in which a server can fail."""

import asyncio
import json
import socket
import sys
import time

import pytest

from tests.second_reader.stub import claims, completion, says, serving
from tests.second_reader.texts import EXCLUDES, read, report, short_passages
from trucewatch.core.errors import MissingExtra
from trucewatch.second_reader import client
from trucewatch.second_reader.client import ChatClient


@pytest.fixture
def opened(monkeypatch):
    """Every address that a socket of this process connects to."""
    seen = []
    connect = socket.socket.connect

    def watch(self, address):
        seen.append(address)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watch)
    return seen


# --------------------------------------------------------------------------- the protocol


def test_the_request_is_a_chat_completion_without_chance():
    with serving(claims()) as stub:
        read(stub.url)
    [(path, headers, body)] = stub.requests
    assert path == "/v1/chat/completions"
    assert headers["Content-Type"] == "application/json"
    assert "Authorization" not in headers
    assert set(body) == {"model", "messages", "temperature", "seed", "stream"}
    assert (body["model"], body["temperature"], body["seed"], body["stream"]) == ("small", 0, 0, False)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == report().document.text


def test_the_same_report_is_asked_about_in_the_same_bytes():
    with serving(claims(EXCLUDES)) as stub:
        assert read(stub.url) == read(stub.url)
    assert stub.requests[0][2] == stub.requests[1][2]


def test_a_key_is_sent_when_one_is_set():
    with serving(claims()) as stub:
        ChatClient(stub.url, "small", key="s3cret").ask("List.", ["Text."])
    assert stub.requests[0][1]["Authorization"] == "Bearer s3cret"


def test_a_base_url_may_end_in_a_slash():
    with serving(claims()) as stub:
        ChatClient(f"{stub.url}/", "small").ask("List.", ["Text."])
    assert stub.requests[0][0] == "/v1/chat/completions"


def test_every_passage_is_asked_about_in_order():
    long = short_passages(3)
    with serving(claims()) as stub:
        reading = read(stub.url, long)
    assert (reading.passages, reading.answered, reading.faults) == (3, 3, ())
    assert " ".join(" ".join(stub.passages).split()) == " ".join(long.document.text.split())


def test_it_works_where_an_event_loop_runs_already():
    async def in_a_notebook(url):
        return read(url)

    with serving(claims(EXCLUDES)) as stub:
        assert len(asyncio.run(in_a_notebook(stub.url)).suggestions) == 1


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtra) as caught:
        read("http://127.0.0.1:9/v1")
    assert str(caught.value) == (
        'MissingExtra: asking a second reader needs the "llm" extra. Run: pip install "trucewatch[llm]"'
    )


# --------------------------------------------------------------------------- one address and no other


def test_only_the_address_that_was_set_is_opened(opened, monkeypatch):
    with serving(claims()) as elsewhere, serving(claims(EXCLUDES)) as stub:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, elsewhere.url)
        assert len(read(stub.url).suggestions) == 1
        assert elsewhere.requests == []
        assert {f"http://{host}:{port}/v1" for host, port in opened} == {stub.url}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(opened, status):
    with serving(claims()) as elsewhere:
        target = f"{elsewhere.url}/chat/completions"
        with serving(lambda exchange: exchange.send(status, b"", Location=target)) as stub:
            reading = read(stub.url)
            assert {f"http://{host}:{port}/v1" for host, port in opened} == {stub.url}
        assert elsewhere.requests == []
    assert reading.faults == (
        f"second reader: the server sends elsewhere, HTTP {status} (1 of 1 passages). "
        "Set second_reader.base_url to where it leads; redirects are not followed",
    )


# --------------------------------------------------------------------------- faults


def silence(_):
    time.sleep(2)


def drip(exchange):
    """A byte now and then: never silent for long, never done."""
    exchange.send_response(200)
    exchange.send_header("Content-Length", "100000")
    exchange.end_headers()
    for _ in range(200):
        exchange.wfile.write(b" ")
        time.sleep(0.02)


def drip_headers(exchange):
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(200):
        exchange.wfile.write(b"a")
        time.sleep(0.02)


def break_off(exchange):
    exchange.send_response(200)
    exchange.send_header("Content-Length", "100000")
    exchange.end_headers()
    exchange.wfile.write(b'{"choices": [')
    exchange.hang_up()


def endless(exchange):
    exchange.send_response(200)
    exchange.send_header("Transfer-Encoding", "chunked")
    exchange.end_headers()
    while True:
        exchange.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")


NO_COMPLETION = (
    "the server's answer is no chat completion",
    "See whether second_reader.base_url belongs to an OpenAI-compatible server",
)
NOT_WHOLE = ("the answer's JSON is not whole", "Raise the server's limit on the length of answers")
NO_LIST = ('the answer\'s JSON has no list "claims"', "Try another model")
LOG = "The server's own log says why"
KEY = "Name the variable that holds the key in second_reader.key_env"
SLOW = ("no whole answer within 0.3 seconds", "Raise second_reader.timeout or use a smaller model")
ADDRESS = "See whether second_reader.base_url ends where /chat/completions begins, often in /v1, and the model's name"
CLOSED = ("the server closed the connection before the answer was whole", LOG)
FAULTS = {
    "silence": (silence, *SLOW),
    "a byte now and then": (drip, *SLOW),
    "headers byte by byte": (drip_headers, *SLOW),
    "closed at once": (lambda exchange: exchange.hang_up(), *CLOSED),
    "closed in the middle": (break_off, *CLOSED),
    "no HTTP": (lambda exchange: (exchange.wfile.write(b"SSH-2.0-x\r\n"), exchange.hang_up()), *CLOSED),
    "400": (lambda exchange: exchange.send(400, b"{}"), "the server refuses, HTTP 400 Bad Request", LOG),
    "401": (lambda exchange: exchange.send(401, b"{}"), "the server refuses, HTTP 401 Unauthorized", KEY),
    "404": (lambda exchange: exchange.send(404, b"{}"), "the server refuses, HTTP 404 Not Found", ADDRESS),
    "429": (lambda exchange: exchange.send(429, b"{}"), "the server refuses, HTTP 429 Too Many Requests", LOG),
    "500": (lambda exchange: exchange.send(500, b"oops"), "the server refuses, HTTP 500 Internal Server Error", LOG),
    "599": (lambda exchange: exchange.send(599, b"\xff"), "the server refuses, HTTP 599", LOG),
    "huge": (
        endless,
        "the answer runs over 1,000,000 bytes",
        "Set a limit on the length of answers, or try another model",
    ),
    "nothing": (lambda exchange: exchange.send(200, b""), *NO_COMPLETION),
    "garbage": (lambda exchange: exchange.send(200, bytes(range(256))), *NO_COMPLETION),
    "another protocol": (lambda exchange: exchange.send(200, b'{"reply": "none"}'), *NO_COMPLETION),
    "no choices": (lambda exchange: exchange.send(200, b'{"choices": []}'), *NO_COMPLETION),
    "choices of text": (lambda exchange: exchange.send(200, b'{"choices": ["a"]}'), *NO_COMPLETION),
    "deep": (lambda exchange: exchange.send(200, b"[" * 200_000), *NO_COMPLETION),
    "half a completion": (lambda exchange: exchange.send(200, completion("[]")[:-20]), *NO_COMPLETION),
    "a message of parts": (says([{"type": "text"}]), *NO_COMPLETION),
    "null": (says(None), "the answer is empty", "Try another model"),
    "blank": (says(" \n"), "the answer is empty", "Try another model"),
    "prose": (says("There are no claims here."), "the answer holds no JSON", "Try another model"),
    "another object": (says('{"answer": 3}'), *NO_LIST),
    "claims of the wrong type": (says('{"claims": "none"}'), *NO_LIST),
    "broken off": (says('{"claims": [{"quote": "Monitors found'), *NOT_WHOLE),
    "broken off after an entry": (says('{"claims": [{"quote": "a", "about": []}, {"quo'), *NOT_WHOLE),
    "broken off by the server": (says('{"claims": []}', "length"), *NOT_WHOLE),
    "brackets": (says("[" * 100_000), *NOT_WHOLE),
    "long numbers": (says('{"claims": [' + "9" * 5000 + "]}"), *NOT_WHOLE),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_line_and_the_reading_goes_on(name):
    behave, happened, advice = FAULTS[name]
    with serving(behave) as stub:
        reading = read(stub.url, timeout=0.3 if happened == SLOW[0] else 20)
    assert reading.faults == (f"second reader: {happened} (1 of 1 passages). {advice}",)
    assert (reading.answered, reading.suggestions, dict(reading.unmatched)) == (0, (), {})


def unused_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}/v1", "http://[::1", f"http://{70 * 'x'}.test"])
def test_nobody_at_the_address(address):
    address = address.format(unused_port())
    assert read(address, short_passages(2)).faults == (
        f"second reader: nobody answers at {address} (2 of 2 passages). "
        "Start the server, or correct second_reader.base_url",
    )


def test_a_passage_that_fails_does_not_lose_the_others():
    def second_fails(exchange):
        exchange.send(*((500, b"") if len(exchange.stub.requests) == 2 else (200, completion('{"claims": []}'))))

    with serving(second_fails) as stub:
        reading = read(stub.url, short_passages(3))
    assert (reading.answered, len(stub.requests)) == (2, 3)
    assert reading.faults == (
        "second reader: the server refuses, HTTP 500 Internal Server Error (1 of 3 passages). "
        "The server's own log says why",
    )


def test_a_refusal_that_would_come_again_is_not_asked_for_again():
    with serving(lambda exchange: exchange.send(401, b"")) as stub:
        reading = read(stub.url, short_passages(3))
    assert len(stub.requests) == 1
    assert "(3 of 3 passages)" in reading.faults[0]


def test_the_time_for_one_text_has_an_end():
    def slow(exchange):
        time.sleep(0.2)
        exchange.send(200, completion('{"claims": []}'))

    started = time.monotonic()
    with serving(slow) as stub:
        reading = read(stub.url, short_passages(5), time_limit=0.5)
    assert time.monotonic() - started < 5
    # Two, or on a busy machine one.
    assert 1 <= reading.answered <= 2
    assert reading.faults == (
        f"second reader: the 0.5 seconds for one text are over ({5 - reading.answered} of 5 passages). "
        "Raise second_reader.time_limit or use a smaller model",
    )


def test_an_answer_of_the_longest_size_is_read(monkeypatch):
    body = completion(json.dumps({"claims": [EXCLUDES]}))
    monkeypatch.setattr(client, "LONGEST_ANSWER", len(body))
    with serving(lambda exchange: exchange.send(200, body)) as stub:
        assert len(read(stub.url).suggestions) == 1
    monkeypatch.setattr(client, "LONGEST_ANSWER", len(body) - 1)
    with serving(lambda exchange: exchange.send(200, body)) as stub:
        assert len(read(stub.url).suggestions) == 0
