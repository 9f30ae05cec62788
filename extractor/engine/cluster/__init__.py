"""Many files on many machines: Ray runs the reading and the linking, Parquet files keep what was found."""
