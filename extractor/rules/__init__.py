"""What the files in ``patterns/`` mean: vocabulary and rules as data, read once, compiled when loaded."""
