"""What changes the machine or takes minutes: run with --real-desktop, as `make test-package` does."""
