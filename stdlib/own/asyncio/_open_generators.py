# The asynchronous generators that a loop has to close when it ends.


class OpenGenerators(set):
    """What a WeakSet is elsewhere. The engine drops weak references only when no Python code runs, so this lets go of
    the generators that are finished, once there are twice as many as were left the last time."""

    _limit = 64

    def add(self, agen):
        super().add(agen)
        if len(self) > self._limit:
            self.intersection_update([each for each in self if each.ag_frame is not None])
            self._limit = max(64, 2 * len(self))
