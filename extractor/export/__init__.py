"""Records -> bytes: the files under ``outputs/``, and the guards that make them safe to open."""
