"""From the text of rule files to entries; everything wrong with them has a place and a name."""
