"""The command line: parse, scan, report, return a status."""
