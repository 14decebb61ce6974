import asyncio

from ui.headers import Event, Receive, Scope, Send, guarded


def sent_through(scope_type: str, event: Event) -> Event:
    """What comes out of the wrapper when the application sends ``event``."""
    sent: list[Event] = []

    async def application(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send(event)

    async def receive() -> Event:
        return {}

    async def send(event: Event) -> None:
        sent.append(event)

    asyncio.run(guarded(application)({"type": scope_type}, receive, send))
    return sent[0]


def test_every_response_forbids_what_comes_from_elsewhere():
    event = {"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]}
    headers = dict(sent_through("http", event)["headers"])
    policy = headers[b"content-security-policy"].decode()
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "http" not in policy.replace("https:", "http:").replace("'self'", "")
    assert headers[b"x"] == b"y"
    assert headers[b"x-content-type-options"] == b"nosniff"


def test_bodies_and_other_protocols_pass_untouched():
    body = {"type": "http.response.body", "body": "据".encode()}
    assert sent_through("http", body) == {"type": "http.response.body", "body": "据".encode()}
    assert sent_through("lifespan", {"type": "lifespan.startup.complete"}) == {
        "type": "lifespan.startup.complete"
    }
