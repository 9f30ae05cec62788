"""Tasks that repeat a task of a higher document: 省里要求、市里重申、学校落实."""
