"""Records and graphs as rows of the Parquet tables."""
