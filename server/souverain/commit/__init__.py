"""Making a change the next version of a store: checked and on the disk, or nothing of it."""
