"""How JupyterHub runs for the course; the administrator's own choices are in a TOML file."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from draagvlak_hub.configure import configure  # noqa: E402
from draagvlak_hub.settings import read_settings  # noqa: E402

configure(get_config(), read_settings())  # noqa: F821 - traitlets gives get_config
