"""The tables that questions ask, as views over the Parquet files: the same names and columns as in ``ledger.db``."""

from __future__ import annotations

VIEWS = (
    """CREATE VIEW files AS SELECT file AS name, status FROM parquet_files""",
    """
CREATE VIEW documents AS SELECT
    document_key AS key, document AS id, file, part, coalesce(title, '') AS title, coalesce(type, '') AS type,
    array_to_string(issuers, '、') AS issuers, array_to_string(issued_by, '、') AS issued_by,
    array_to_string(numbers, '、') AS numbers, coalesce(date, '') AS date, tasks, "references" AS refs, status, held,
    document_key AS passage
FROM parquet_documents
""",
    """
CREATE VIEW tasks AS SELECT
    task_key AS key, task AS id, document_key AS document, kind, due, deadline AS time, ongoing, recurring,
    array_to_string(doubts, ' ') AS doubts, held, task_key AS passage
FROM parquet_tasks
""",
    """CREATE VIEW task_records AS SELECT task_key AS task, record FROM parquet_tasks""",
    """
CREATE VIEW passages AS
SELECT document_key AS key, 'document' AS part, document AS id, file, text FROM parquet_documents
UNION ALL SELECT task_key, 'task', task, file, text FROM parquet_tasks
""",
    """
CREATE VIEW owners AS SELECT
    home || chr(9) || canonical AS body, role, task_key AS task, any_value(due) AS due, bool_and(again) AS again
FROM parquet_owners WHERE held GROUP BY home, canonical, role, task_key
""",
    """
CREATE VIEW bodies AS SELECT
    home || chr(9) || canonical AS key, canonical AS name, home, count(DISTINCT task_key) AS tasks
FROM parquet_owners WHERE held GROUP BY home, canonical
""",
    """
CREATE VIEW body_names AS
SELECT name, home || chr(9) || canonical AS body FROM parquet_owners WHERE held
UNION SELECT canonical, home || chr(9) || canonical FROM parquet_owners WHERE held
UNION SELECT unnest(called), home || chr(9) || canonical FROM parquet_bodies
""",
    """
CREATE VIEW nodes AS SELECT
    node AS id, kind, label, attributes || coalesce(array_to_string(called, '、'), '') AS attributes
FROM parquet_nodes LEFT JOIN parquet_bodies ON parquet_bodies.body = node
""",
    """
CREATE VIEW edges AS SELECT
    row_number() OVER (ORDER BY file, start, stop, relation, subject, object) AS key,
    subject, relation, object, words, file, start, stop, rule, coalesce(there, '') AS there
FROM parquet_edges
""",
    # What staff write stands in the ledger only.
    """CREATE VIEW cells AS SELECT '' AS task, '' AS field, '' AS value, '' AS extracted WHERE false""",
    """CREATE VIEW changes AS SELECT '' AS task, '' AS field WHERE false""",
)
"""Statements that make the views."""
