"""Entry point of the command and of `python -m okx_secret_scan`."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first, and that is often what is to be scanned.
    del sys.path[0]

_INTERRUPTED = 130


def main() -> int:
    """Run the command line; return the exit status."""
    # Whoever presses Ctrl-C does so while modules are still being loaded, too.
    try:
        from okx_secret_scan.fastpath import settle

        if settle(sys.argv[1:]):
            return 0
        from okx_secret_scan.cli.main import main as cli_main

        return cli_main()
    except KeyboardInterrupt:
        sys.stderr.write("okx-secret-scan: interrupted\n")
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
