"""Where blobs come from, one file each."""
