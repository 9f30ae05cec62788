"""What was found as partitioned Parquet files: the tables, how they are written and read, questions to them."""
