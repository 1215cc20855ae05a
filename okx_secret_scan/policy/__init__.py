"""Which findings count: configuration, comments, ignore files, baselines, excludes, fingerprints."""
