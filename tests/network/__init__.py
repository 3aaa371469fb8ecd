"""The network at a glance."""
