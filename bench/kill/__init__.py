"""Killing what writes: that nothing acknowledged is lost, and nothing is ever there by half."""
