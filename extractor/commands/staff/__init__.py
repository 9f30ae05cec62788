"""What staff do with tasks: mark them, hand them out as a file, take the file back filled in."""
