"""How the course's Jupyter server differs from a plain one.

Address and token stay Jupyter's own: loopback and a fresh token, unless a hub decides otherwise.
"""

import json
import os
from pathlib import Path
from typing import Any

import zmq
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError

COURSE = Path(__file__).resolve().parent.parent
STATIC = COURSE / "jupyter" / "labextensions" / "draagvlak-lesson" / "static"


def read_json(name: str) -> dict[str, Any]:
    """Return the object in a file that `make notebooks` writes; empty before its first run."""
    file = STATIC / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def sentence(key: str) -> str:
    """Return the sentence `key` in the course's language, Dutch when that language has none."""
    texts = read_json("texts.json")
    language = texts.get(os.environ.get("DRAAGVLAK_LANG", "nl"), {})
    return language.get(key) or texts.get("nl", {}).get(key, key)


class LessonContents(AsyncLargeFileManager):
    """Files as usual, except that a lesson of the course cannot be written, moved or removed."""

    lessons = frozenset((COURSE / path).resolve() for path in read_json("manifest.json"))
    # A folder that holds lessons cannot be renamed or removed either.
    kept = lessons.union(folder for lesson in lessons for folder in lesson.parents)

    def place(self, path: str) -> Path:
        """Return where on disk the server's ``path`` is."""
        return Path(self._get_os_path(path.strip("/"))).resolve()

    def is_writable(self, path: str) -> bool:
        """Keep JupyterLab from autosaving a lesson; it offers to save it elsewhere."""
        return self.place(path) not in self.lessons and super().is_writable(path)

    def refuse(self, path: str, places: frozenset[Path], key: str) -> None:
        """Raise a 403 that says why, if ``path`` is one of ``places``."""
        if self.place(path) in places:
            raise HTTPError(403, sentence(key))

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file of the participant's own."""
        self.refuse(path, self.lessons, "refused_save")
        return await super().save(model, path)

    async def restore_checkpoint(self, checkpoint_id: str, path: str) -> None:
        """Bring back an earlier version of a file of the participant's own."""
        self.refuse(path, self.lessons, "refused_save")
        await super().restore_checkpoint(checkpoint_id, path)

    async def list_checkpoints(self, path: str) -> list[dict[str, Any]]:
        """Return none for a lesson; looking for them would make a folder beside it."""
        return [] if self.place(path) in self.lessons else await super().list_checkpoints(path)

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename or move what is not the course's."""
        self.refuse(old_path, self.kept, "refused_move")
        await super().rename_file(old_path, new_path)

    async def delete_file(self, path: str) -> None:
        """Delete what is not the course's."""
        self.refuse(path, self.kept, "refused_move")
        await super().delete_file(path)


class LessonKernels(AsyncMappingKernelManager):
    """Kernels as usual, also when the work folder was moved or removed since the start."""

    async def start_kernel(self, **options: Any) -> str:
        """Start a kernel; the folder where it says how to reach it is there."""
        self.make_folder()
        return str(await super().start_kernel(**options))

    async def restart_kernel(self, kernel_id: str, now: bool = False) -> None:
        """Start a kernel again."""
        self.make_folder()
        await super().restart_kernel(kernel_id, now=now)

    def make_folder(self) -> None:
        """Make the folder of the connection files, only for its owner, if it is gone."""
        Path(self.connection_dir).mkdir(mode=0o700, parents=True, exist_ok=True)


c = get_config()  # noqa: F821 - traitlets runs this file with get_config in its namespace

c.ServerApp.contents_manager_class = LessonContents
c.ServerApp.kernel_manager_class = LessonKernels
c.ServerApp.terminals_enabled = False
c.ServerApp.jpserver_extensions = {
    "jupyter_server_terminals": False,
    # Where it is installed it answers with the text source of a notebook instead of the notebook.
    "jupyterlab_jupytext": False,
    # Help with writing code, for which it looks around with npm at every start.
    "jupyter_lsp": False,
}
c.LabApp.extension_manager = "readonly"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.handlers.announcements.NeverCheckForUpdate"
# Kernels talk over TCP, the one transport that every system has; encrypted, they do not warn.
c.MappingKernelManager.transport_encryption = "auto" if zmq.has("curve") else "disabled"
# One kernel in six does not leave when asked (ipykernel 7.4); work is written whole or not at all.
c.KernelManager.shutdown_wait_time = 1.0
