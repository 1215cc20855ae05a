"""The same detector inside stock detect-secrets, and the commands that set it up there."""
