"""Logging in with the password of a card."""

from typing import Any

from jupyterhub.auth import PAMAuthenticator

from draagvlak_hub.accounts import accounts
from draagvlak_hub.names import account_of


class CardAuthenticator(PAMAuthenticator):
    """Asks the system, about the account that belongs to a name; no other account can log in."""

    async def authenticate(self, handler: Any, data: dict[str, str]) -> str | None:
        """Return the name when its account has this password."""
        name = self.normalize_username(data["username"].strip())
        asked = {**data, "username": account_of(name)}
        return name if await super().authenticate(handler, asked) else None

    def system_user_exists(self, user: Any) -> bool:
        """Return whether the account of a name is there."""
        return account_of(user.name) in accounts()
