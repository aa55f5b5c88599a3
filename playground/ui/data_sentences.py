"""What the engine says of data, in English: notes on a table, what is wrong with one, the names of classes.

A value stands in a sentence as {name}, as in `engine_sentences`.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.ui.language import marked

TABLE_NOTES = marked(
    QT_TRANSLATE_NOOP("Engine", "Names that came twice were changed: {names}."),
    QT_TRANSLATE_NOOP("Engine", "The file was read as {encoding}."),
    QT_TRANSLATE_NOOP("Engine", "Left out, no value of {target}: {count} row[s]."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{missing} missing value[s] in {columns} column[s]: a number takes the training set's mean, "
        "a category gets a column of its own.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Left out, more than {count} different texts: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Left out, no values: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Numbers and texts mixed, read as categories: {names}."),
    QT_TRANSLATE_NOOP("Engine", "The same in every row: {names}."),
    QT_TRANSLATE_NOOP("Engine", "Looks like a row number: {names}."),
)

PAINTING = marked(
    QT_TRANSLATE_NOOP("Engine", "Only one class so far: paint points of another one."),
    QT_TRANSLATE_NOOP("Engine", "no points yet: paint some with a brush, or choose another data set"),
)

TABLE_PROBLEMS = marked(
    QT_TRANSLATE_NOOP("Engine", "this is a directory, not a file"),
    QT_TRANSLATE_NOOP("Engine", "the file is larger than {count} MiB"),
    QT_TRANSLATE_NOOP("Engine", "there is no such file"),
    QT_TRANSLATE_NOOP("Engine", "reading the file is not permitted"),
    QT_TRANSLATE_NOOP("Engine", "the file cannot be read ({reason})"),
    QT_TRANSLATE_NOOP("Engine", "this is not a text file (it contains control characters)"),
    QT_TRANSLATE_NOOP("Engine", "the file is empty"),
    QT_TRANSLATE_NOOP("Engine", "this is not text in UTF-8 or GB18030; save it as UTF-8"),
    QT_TRANSLATE_NOOP("Engine", "there is only one column; cells are separated by a comma, a semicolon, a tab or |"),
    QT_TRANSLATE_NOOP("Engine", "line {line} has {count} cell[s], the first row has {columns}"),
    QT_TRANSLATE_NOOP("Engine", "the table cannot be read ({reason}); is a quote left open?"),
    QT_TRANSLATE_NOOP("Engine", "line {line}, column {column}: {cell} is infinite or beyond ±1e38"),
    QT_TRANSLATE_NOOP("Engine", "line {line}, column {column}: {cell} is not a number; nearly all of the column are"),
    QT_TRANSLATE_NOOP("Engine", "no column is left to predict from"),
    QT_TRANSLATE_NOOP("Engine", "with its categories the table has {columns} columns; at most {high} are allowed"),
    QT_TRANSLATE_NOOP("Engine", "{rows} rows × {columns} columns are more than the {high} numbers allowed"),
    QT_TRANSLATE_NOOP("Engine", "the table has {columns} columns; at most {high} are allowed"),
    QT_TRANSLATE_NOOP("Engine", "the table has a header but no rows"),
    QT_TRANSLATE_NOOP("Engine", "the table has more than {rows} rows"),
    QT_TRANSLATE_NOOP("Engine", "target {target} is not a column; columns: {names}"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has no values"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has more than {count} classes; choose another column"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has only one class, {name}"),
    QT_TRANSLATE_NOOP("Engine", "target {target} has only one value, {value}"),
)

CLASSES = marked(
    QT_TRANSLATE_NOOP("Engine", "outside"),
    QT_TRANSLATE_NOOP("Engine", "inside"),
    QT_TRANSLATE_NOOP("Engine", "different signs"),
    QT_TRANSLATE_NOOP("Engine", "same sign"),
    QT_TRANSLATE_NOOP("Engine", "lower left"),
    QT_TRANSLATE_NOOP("Engine", "upper right"),
    QT_TRANSLATE_NOOP("Engine", "second arm"),
    QT_TRANSLATE_NOOP("Engine", "first arm"),
    QT_TRANSLATE_NOOP("Engine", "lower moon"),
    QT_TRANSLATE_NOOP("Engine", "upper moon"),
    QT_TRANSLATE_NOOP("Engine", "top"),
    QT_TRANSLATE_NOOP("Engine", "left"),
    QT_TRANSLATE_NOOP("Engine", "right"),
    QT_TRANSLATE_NOOP("Engine", "odd field"),
    QT_TRANSLATE_NOOP("Engine", "even field"),
    QT_TRANSLATE_NOOP("Engine", "below"),
    QT_TRANSLATE_NOOP("Engine", "above"),
    QT_TRANSLATE_NOOP("Engine", "inner ring"),
    QT_TRANSLATE_NOOP("Engine", "middle ring"),
    QT_TRANSLATE_NOOP("Engine", "outer ring"),
    QT_TRANSLATE_NOOP("Engine", "arm 1"),
    QT_TRANSLATE_NOOP("Engine", "arm 2"),
    QT_TRANSLATE_NOOP("Engine", "arm 3"),
    QT_TRANSLATE_NOOP("Engine", "arm 4"),
    QT_TRANSLATE_NOOP("Engine", "arm 5"),
    QT_TRANSLATE_NOOP("Engine", "even"),
    QT_TRANSLATE_NOOP("Engine", "odd"),
    QT_TRANSLATE_NOOP("Engine", "class 1"),
    QT_TRANSLATE_NOOP("Engine", "class 2"),
    QT_TRANSLATE_NOOP("Engine", "class 3"),
    QT_TRANSLATE_NOOP("Engine", "class 4"),
    QT_TRANSLATE_NOOP("Engine", "class 5"),
    QT_TRANSLATE_NOOP("Engine", "class 6"),
    QT_TRANSLATE_NOOP("Engine", "class 7"),
    QT_TRANSLATE_NOOP("Engine", "class 8"),
    QT_TRANSLATE_NOOP("Engine", "class 9"),
    QT_TRANSLATE_NOOP("Engine", "setosa"),
    QT_TRANSLATE_NOOP("Engine", "versicolor"),
    QT_TRANSLATE_NOOP("Engine", "virginica"),
    QT_TRANSLATE_NOOP("Engine", "malignant"),
    QT_TRANSLATE_NOOP("Engine", "benign"),
)
