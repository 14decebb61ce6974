import socket

import pytest

from ui.server import ServerNotStarted, address_of, listening


def test_a_port_in_use_is_told_with_the_mend():
    with listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(ServerNotStarted) as caught, listening("127.0.0.1", port):
            pass
    assert caught.value.say("zh") == f"端口已被占用：127.0.0.1:{port}。换一个端口，例如 --port 7861"


def test_a_host_that_does_not_exist_is_told():
    with pytest.raises(ServerNotStarted), listening("no-such-host.invalid", 0):
        pass


def test_a_socket_is_closed_in_the_end():
    with listening("127.0.0.1", 0) as listener:
        pass
    assert listener.fileno() == -1


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1")])
def test_the_address_can_be_typed_into_a_browser(host: str, shown: str):
    with socket.create_server((host, 0)) as listener:
        assert address_of(listener) == f"http://{shown}:{listener.getsockname()[1]}/"
