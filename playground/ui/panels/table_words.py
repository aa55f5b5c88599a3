"""A table in words: what its columns hold, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.data.table import ColumnInfo
from playground.ui.panels.table_reader import Summary

NAMED_CLASSES = 5


def kind_words(column: ColumnInfo) -> str:
    """What a column holds, and how many of its cells are missing."""
    kinds = {
        "number": QCoreApplication.translate("Table", "number"),
        "category": QCoreApplication.translate("Table", "category"),
        "text": QCoreApplication.translate("Table", "free text"),
        "empty": QCoreApplication.translate("Table", "empty"),
    }
    if not column.missing or column.kind == "empty":
        return kinds[column.kind]
    words = QCoreApplication.translate("Table", "{0}, {1} missing")
    return words.format(kinds[column.kind], column.missing)


def summary_words(summary: Summary) -> str:
    """The task that the table becomes, in a sentence."""
    if summary.task == "regression":
        words = QCoreApplication.translate("Table", "“{0}” is a number: regression. Inputs: {1}. Rows: {2}.")
        return words.format(summary.target, summary.inputs, summary.rows)
    words = QCoreApplication.translate("Table", "“{0}” has {3} classes: {4}. Inputs: {1}. Rows: {2}.")
    names = ", ".join(summary.class_names[:NAMED_CLASSES])
    if len(summary.class_names) > NAMED_CLASSES:
        names += ", …"
    return words.format(summary.target, summary.inputs, summary.rows, len(summary.class_names), names)
