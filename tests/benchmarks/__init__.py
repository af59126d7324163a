"""What start, memory, first sync and search cost, as ratios beside the targets; run by `make bench`, not as a test."""
