"""Holding up who guesses passwords: what an authenticator and its page get for it.

Nothing here needs JupyterHub itself; `login` puts the two together.
"""

import ipaddress
import math
import secrets
from functools import cached_property
from typing import Any

from draagvlak_hub.brake import Brakes
from draagvlak_hub.names import account_of
from draagvlak_hub.settings import read_settings

COOKIE = "draagvlak-browser"
DAYS = 30


class HeldUp:
    """For an authenticator: an attempt that comes too soon is not looked at."""

    login_page: type

    @cached_property
    def brakes(self) -> Brakes:
        """What counts the attempts."""
        return Brakes(read_settings().people)

    def get_handlers(self, app: Any) -> list[tuple[str, type]]:
        """Return the page that says how long to wait."""
        return [("/login", self.login_page)]

    async def authenticate(self, handler: Any, data: dict[str, str]) -> Any:
        """Return the name when its password is right and the attempt comes in time."""
        name = self.normalize_username(data["username"].strip())  # type: ignore[attr-defined]
        account, address, browser = account_of(name), place_of(handler), browser_of(handler, name)
        wait = self.brakes.begin(account, address, browser)
        if wait:
            handler.held_up = math.ceil(wait)
            self.log.warning("%s from %s waits %.0f s", account, address, wait)  # type: ignore[attr-defined]
            return None
        found = await super().authenticate(handler, data)  # type: ignore[misc]
        if found:
            self.brakes.right(account, address, browser)
            remember(handler, name)
        return found


class LoginPage:
    """For the page: what the participant reads is seconds, or that something was wrong."""

    held_up = 0

    def _render(self, login_error: object = None, username: str | None = None, **more: Any) -> Any:
        if self.held_up:
            self.set_status(429)  # type: ignore[attr-defined]
            self.set_header("Retry-After", str(self.held_up))  # type: ignore[attr-defined]
        return super()._render(self.held_up or login_error, username, **more)  # type: ignore[misc]


def browser_of(handler: Any, name: str) -> str:
    """Return what tells this browser from others, when this name logged in with it before."""
    said = (handler.get_signed_cookie(COOKIE, max_age_days=DAYS) or b"").decode("ascii", "ignore")
    token, _, whose = said.partition(":")
    return token if whose == account_of(name) else ""


def remember(handler: Any, name: str) -> None:
    """Let a browser say later that this name logged in with it; the hub signs it."""
    said = f"{browser_of(handler, name) or secrets.token_hex(16)}:{account_of(name)}"
    handler.set_signed_cookie(
        COOKIE,
        said,
        expires_days=DAYS,
        path=handler.hub.base_url,
        httponly=True,
        samesite="Lax",
        secure=handler.request.protocol == "https",
    )


def place_of(handler: Any) -> str:
    """Return the address that an attempt comes from, as the last proxy of ours saw it.

    What a browser says of its own address stands before that, and is not believed.
    """
    said = handler.request.headers.get("X-Forwarded-For", "")
    seen = [part.strip() for part in said.split(",") if part.strip()]
    back = 2 if read_settings().behind_tls else 1
    address = seen[-back] if len(seen) >= back else str(handler.request.remote_ip)
    return network_of(address)


def network_of(address: str) -> str:
    """Return an address, or of IPv6 the network that one subscriber has.

    >>> network_of("192.0.2.7"), network_of("::ffff:192.0.2.7"), network_of("2001:db8::1:2:3:4")
    ('192.0.2.7', '192.0.2.7', '2001:db8::/64')
    >>> network_of("unknown")
    ''
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found.packed[:8] + bytes(8), 64)))
