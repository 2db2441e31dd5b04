"""Making: a scenario from a sketch, from a recorded run, or from an attempt that was played."""
