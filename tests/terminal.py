"""Commands that talk to a person."""

from __future__ import annotations

import os
import select
import time

from tests.command import Command


class Terminal:
    """A person at a pseudo-terminal who runs the command; not for Windows."""

    def __init__(self, okx: Command, *arguments: str, **variables: str) -> None:
        """Start the command; `variables` say what the terminal is, by default one without any abilities."""
        import pty

        line = okx.line(*arguments)
        # The terminal itself says how large it is.
        environment = okx.environment({"TERM": "dumb", "NO_COLOR": "1"} | variables)
        environment = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
        self.child, self.master = pty.fork()
        if self.child == 0:  # in the child
            try:
                os.chdir(okx.folder)
                os.execve(line[0], line, environment)
            finally:
                os._exit(127)
        self.seen = ""

    def wait_for(self, words: str, *, insist: str = "") -> str:
        """Read until `words` appear and return what came up to them.

        Presses `insist` whenever nothing comes for a second: Python may miss a signal that arrives while it
        prepares to read a line.
        """
        limit = time.monotonic() + 60
        while words not in self.seen:
            assert time.monotonic() < limit, self.seen
            if select.select([self.master], [], [], 1)[0]:
                try:
                    self.seen += os.read(self.master, 4096).decode("utf-8", "replace")
                except OSError:  # the other side has closed it
                    assert words in self.seen, self.seen
            else:
                self.press(insist)
        before, _, self.seen = self.seen.partition(words)
        return before

    def press(self, keys: str) -> None:
        """Type `keys`."""
        os.write(self.master, keys.encode("utf-8", "surrogateescape"))

    def resize(self, columns: int) -> None:
        """Give the terminal another width."""
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def end(self) -> int:
        """Wait for the command to end and return its status."""
        _, status = os.waitpid(self.child, 0)
        os.close(self.master)
        return os.waitstatus_to_exitcode(status)
