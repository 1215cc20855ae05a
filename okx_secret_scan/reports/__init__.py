"""One format a file: a `ScanResult` in, text out."""
