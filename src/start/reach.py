"""Whether a browser on this computer can reach the course that runs on it."""

import socket
import urllib.request
from collections.abc import Iterator
from contextlib import closing

from start.findings import Finding, no, note, ok

PORT = 8888  # the first that JupyterLab tries; it goes on when that one is taken


def loopback() -> Iterator[Finding]:
    """Look whether a browser on this computer can reach a server on it."""
    try:
        reached = answered()
    except OSError as error:
        yield no("check_loopback_closed", said=error)
        return
    yield ok("check_loopback") if reached else no("check_loopback_closed", said="")
    if taken(PORT):
        yield note("check_port_taken", port=PORT)


def answered() -> bool:
    """Return whether what is sent to this computer itself arrives."""
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        with closing(socket.create_connection(server.getsockname(), timeout=5)) as there:
            here, _ = server.accept()
            with closing(here):
                there.sendall(b"draagvlak")
                here.settimeout(5)
                return here.recv(9) == b"draagvlak"


def taken(port: int) -> bool:
    """Return whether another program has a port."""
    with closing(socket.socket()) as server:
        try:
            server.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def proxies() -> Iterator[Finding]:
    """Look whether a proxy stands between the browser and this computer itself."""
    proxy = urllib.request.getproxies().get("http", "")
    hosts = ("localhost", "127.0.0.1")
    caught = [host for host in hosts if proxy and not urllib.request.proxy_bypass(host)]
    if caught:
        yield note("check_proxy_catches", proxy=without_password(proxy), hosts=", ".join(caught))
    elif proxy:
        yield ok("check_proxy", proxy=without_password(proxy))


def without_password(proxy: str) -> str:
    """Return the address of a proxy without who uses it.

    >>> without_password("http://jan:geheim@proxy:8080")
    'http://proxy:8080'
    """
    scheme, sign, rest = proxy.rpartition("://")
    return f"{scheme}{sign}{rest.rpartition('@')[2]}"
