"""Entry point of the command and of `python -m okx_secret_scan`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; return the exit status."""
    from okx_secret_scan.cli.main import main as cli_main

    return cli_main()


if __name__ == "__main__":
    sys.exit(main())
