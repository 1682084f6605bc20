"""The hub of the course on one machine; see docs/hub.md.

python3 deploy/hub.py                          starts it, and installs what it needs
python3 deploy/hub.py check                    installs and checks, without starting
python3 deploy/hub.py class NAME COUNT         makes accounts, prints a card for each
python3 deploy/hub.py who [NAME]               who took their work along
python3 deploy/hub.py remove NAME [--keep DIR] removes a class that took its work along
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from draagvlak_hub import class_room, preparing  # noqa: E402
from draagvlak_hub.accounts import AccountError  # noqa: E402
from draagvlak_hub.settings import WrongSettingError, read_settings  # noqa: E402

from start.sentences import Stop  # noqa: E402


def main(words: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code."""
    try:
        return obey(list(words))
    except (AccountError, Stop, WrongSettingError) as error:
        print(error, file=sys.stderr)
        return 1


def obey(words: list[str]) -> int:
    """Start the hub, or do something about a class."""
    settings = read_settings()
    match words:
        case ["check"]:
            preparing.get_ready()
            print("Everything is there.")
        case ["packages"]:
            preparing.get_packages()
        case [] if is_root():
            start()
        case ["class", name, count] if count.isdigit() and is_root():
            print("\n".join(class_room.cards(name, int(count), settings)))
        case ["who", *name] if len(name) < 2 and is_root():
            print("\n".join(map(str, class_room.participants(*name))))
        case ["remove", name] if is_root():
            return removed(name, None)
        case ["remove", name, "--keep", folder] if is_root():
            return removed(name, Path(folder).absolute())
        case _:
            print(__doc__)
            return 2
    return 0


def is_root() -> bool:
    """Return that we are root, as making accounts and being them asks for; else say so."""
    if os.geteuid():
        raise WrongSettingError("This needs root: it works with one system account a participant.")
    return True


def start() -> None:
    """Become JupyterHub."""
    preparing.get_ready()
    settings = read_settings()
    preparing.make_state(settings)
    os.chdir(settings.state)
    python = str(preparing.HUB.python)
    config = str(HERE / "jupyterhub_config.py")
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env["PYTHONUTF8"] = "1"
    os.execve(python, [python, "-P", "-m", "jupyterhub", "-f", config], env)


def removed(name: str, keep: Path | None) -> int:
    """Remove a class; say who stays."""
    stay = class_room.remove(name, keep)
    if not stay:
        return 0
    print("\n".join([*stay, "They stay: ask them to take their work along, or use --keep."]))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
