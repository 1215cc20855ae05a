"""Entry point of the command and of `python -m okx_secret_scan`."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first, and that is often what is to be scanned.
    del sys.path[0]

from okx_secret_scan.fastpath import settle


def main() -> int:
    """Run the command line; return the exit status."""
    try:
        if settle(sys.argv[1:]):
            return 0
    except KeyboardInterrupt:
        sys.stderr.write("okx-secret-scan: interrupted\n")
        return 130
    from okx_secret_scan.cli.main import main as cli_main

    return cli_main()


if __name__ == "__main__":
    sys.exit(main())
