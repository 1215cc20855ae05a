"""Sweeps of whole histories, in two steps.

The first reads every object once and keeps the ids of those that could hold a value under some path: cheap
for each object, nothing but ids leaves the workers, and what it finds clean can be remembered. The second
finds the paths and commits of the few that are left and runs the ordinary pipeline over them.
"""
