"""Open the course, look whether it will work here, or run its tests.

    python3 course.py [options of JupyterLab]
    python3 course.py check
    python3 course.py test [options of pytest]

Needs nothing but Python; the work is done by src/start. Python 2.7 can read this file as well, so
that a computer with an old Python gets a sentence and not a SyntaxError.
"""

import io
import json
import os
import sys

OLDEST = (3, 11)
SRC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "src")
TEXTS = os.path.join(SRC, "helpers", "texts", "start.json")
# The one sentence that cannot be read from a file: on Windows a zip shows its files unpacked.
UNPACK = "Pak eerst het hele zip-bestand uit, open die map en start course.py daar."


def main():
    # type: () -> int | str
    """Do what the command line asks; return the exit code, or the sentence to end with."""
    if not os.path.exists(TEXTS):
        return UNPACK
    if sys.version_info < OLDEST:
        with io.open(TEXTS, encoding="utf-8") as file:
            texts = json.load(file)
        text = texts.get(os.environ.get("DRAAGVLAK_LANG"), texts["nl"])["python_old"]
        return str(text.format(found="%d.%d" % sys.version_info[:2], needed="%d.%d" % OLDEST))
    sys.path.insert(0, SRC)
    from start.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
