"""Everything at once for a while: that no answer is wrong, and that nothing is used up."""
