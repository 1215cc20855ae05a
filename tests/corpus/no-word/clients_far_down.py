import time

ACCESS = "⟦key:a⟧"


class Clock:
    """Counts the seconds between two quotes."""

    def __init__(self, pause):
        self.pause = pause
        self.beats = 0

    def beat(self):
        time.sleep(self.pause)
        self.beats += 1
        return self.beats


def spread(book):
    best_bid = max(book["bids"])
    best_ask = min(book["asks"])
    return best_ask - best_bid


SIGNING = "⟦secret:a⟧"
account = AccountAPI(ACCESS, SIGNING, "⟦passphrase:a⟧", False, "0")
