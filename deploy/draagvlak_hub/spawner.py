"""A server for each participant, run by the participant's own account."""

import asyncio
import pwd
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyterhub.spawner import LocalProcessSpawner

from draagvlak_hub.accounts import make_account
from draagvlak_hub.names import account_of
from draagvlak_hub.policy import environment, first_to_go, limit, own_folders
from draagvlak_hub.settings import read_settings


class CourseSpawner(LocalProcessSpawner):
    """JupyterHub's own, with the account that belongs to a name and bounds on what it uses."""

    async def start(self) -> Any:
        """Start the server; a first time makes the account."""
        settings = read_settings()
        root = Path(settings.work)
        await asyncio.to_thread(make_account, self.user.name, root, settings.people)
        return await super().start()

    def user_env(self, env: dict[str, str]) -> dict[str, str]:
        """Return the variables of the server."""
        account = account_of(self.user.name)
        home = Path(pwd.getpwnam(account).pw_dir)
        return {**env, **environment(home), "USER": account, "LOGNAME": account}

    def make_preexec_fn(self, name: str) -> Callable[[], None]:
        """Return what makes a new process the participant's."""
        account, settings = account_of(name), read_settings()
        become = super().make_preexec_fn(account)
        home = Path(pwd.getpwnam(account).pw_dir)

        def before() -> None:
            first_to_go()
            become()
            limit(settings)
            own_folders(home)

        return before
