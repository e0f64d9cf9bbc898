"""`python -m reportgen`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code is 0 done, 1 content problems, 2 usage."""
    from reportgen.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
