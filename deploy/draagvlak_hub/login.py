"""Logging in with the password of a card, or with one password for all."""

from typing import Any

from jupyterhub.auth import PAMAuthenticator
from jupyterhub.authenticators.shared import SharedPasswordAuthenticator
from jupyterhub.handlers.login import LoginHandler

from draagvlak_hub import held_up
from draagvlak_hub.accounts import accounts
from draagvlak_hub.names import account_of


class LoginPage(held_up.LoginPage, LoginHandler):
    """JupyterHub's own, which also says how long to wait."""


class OfTheAccount(PAMAuthenticator):
    """Asks the system, about the account that belongs to a name; no other account can log in."""

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:
        """Return the name when its account has this password."""
        name = self.normalize_username(data["username"].strip())
        asked = {**data, "username": account_of(name)}
        return name if await super().authenticate(handler, asked) else None

    def system_user_exists(self, user: Any) -> bool:
        """Return whether the account of a name is there."""
        return account_of(user.name) in accounts()


class CardAuthenticator(held_up.HeldUp, OfTheAccount):
    """A name and a password of one's own."""

    login_page = LoginPage


class SharedAuthenticator(held_up.HeldUp, SharedPasswordAuthenticator):
    """One password for all, and each types a name."""

    login_page = LoginPage
