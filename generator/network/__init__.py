"""The network at a glance: how each partner stands, and charts of all together."""
