#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of a file as another reader has them, drawn at random with a fixed seed.

    independent_cells.py FILE COUNT

prints one line a cell: sheet, row, column (both 0-based), kind (n, t, b, e), value, parted by tabs.
xlsx by openpyxl; xls by LibreOffice, which converts it, and openpyxl; csv by Python's csv; dta by
the few lines below, written from Stata's description of its formats (dta_115, dta_117, dta_118).
Exit status 77: what is needed is not installed.
"""
import csv
import datetime
import io
import random
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def workbook_cells(path):
    try:
        import openpyxl
    except ImportError:
        sys.exit(SKIPPED)
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None or value == "":
                    continue
                place = (sheet.title, cell.row - 1, cell.column - 1)
                if isinstance(value, bool):
                    yield place + ("b", int(value))
                elif isinstance(value, (int, float)):
                    yield place + ("n", repr(float(value)))
                elif isinstance(value, (datetime.datetime, datetime.date)):
                    yield place + ("t", value.isoformat()[:10])
                elif cell.data_type == "e":
                    yield place + ("e", value)
                else:
                    yield place + ("t", str(value))


def old_workbook_cells(path):
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                 "--convert-to", "xlsx", "--outdir", folder, str(path)],
                check=True, capture_output=True, timeout=100)
        except (FileNotFoundError, subprocess.TimeoutExpired):
            sys.exit(SKIPPED)
        yield from workbook_cells(Path(folder) / (path.stem + ".xlsx"))


def text_cells(path):
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    for row, line in enumerate(csv.reader(io.StringIO(text, newline=""))):
        for column, value in enumerate(line):
            if value:
                yield path.name, row, column, "t", value


SIZES = {65526: 8, 65527: 4, 65528: 4, 65529: 2, 65530: 1}
OLD = {255: 65526, 254: 65527, 253: 65528, 252: 65529, 251: 65530}
FORMATS = {65526: "d", 65527: "f", 65528: "i", 65529: "h", 65530: "b"}
LARGEST = {65526: 8.9884656743115780e307, 65527: 1.70141173319264430e38,
           65528: 2147483620, 65529: 32740, 65530: 100}


class Stata:
    """Header and types of a file; the data follow in rows of a fixed length."""

    def __init__(self, raw):
        self.raw = raw
        if raw.startswith(b"<stata_dta>"):
            self.read_marked()
        else:
            self.read_plain()

    def between(self, begin, end):
        at = self.raw.index(begin) + len(begin)
        return at, self.raw.index(end, at)

    def read_marked(self):
        at, end = self.between(b"<release>", b"</release>")
        release = int(self.raw[at:end])
        at, end = self.between(b"<byteorder>", b"</byteorder>")
        self.order = "<" if self.raw[at:end] == b"LSF" else ">"
        at, end = self.between(b"<K>", b"</K>")
        self.columns = struct.unpack(self.order + "H", self.raw[at:at + 2])[0]
        at, end = self.between(b"<N>", b"</N>")
        wide = "Q" if release >= 118 else "I"
        self.rows = struct.unpack(self.order + wide, self.raw[at:at + struct.calcsize(wide)])[0]
        at, _ = self.between(b"<variable_types>", b"</variable_types>")
        self.types = struct.unpack(f"{self.order}{self.columns}H",
                                   self.raw[at:at + 2 * self.columns])
        self.data, _ = self.between(b"<data>", b"</data>")
        self.encoding = "utf-8" if release >= 118 else "gb18030"

    def read_plain(self):
        self.order = ">" if self.raw[1] == 1 else "<"
        self.columns, self.rows = struct.unpack(self.order + "HI", self.raw[4:10])
        at = 10 + 81 + 18
        self.types = [OLD.get(code, code) for code in self.raw[at:at + self.columns]]
        k = self.columns
        at += k + 33 * k + 2 * (k + 1) + 49 * k + 33 * k + 81 * k
        while True:  # characteristics
            kind, length = struct.unpack(self.order + "BI", self.raw[at:at + 5])
            at += 5 + length
            if kind == 0:
                break
        self.data = at
        self.encoding = "gb18030"

    def cells(self):
        at = self.data
        for row in range(self.rows):
            for column, kind in enumerate(self.types):
                size = SIZES.get(kind, kind)
                field = self.raw[at:at + size]
                at += size
                if kind not in FORMATS:
                    text = field.split(b"\0")[0].decode(self.encoding)
                    if text:
                        yield "data", row + 1, column, "t", text
                    continue
                value = struct.unpack(self.order + FORMATS[kind], field)[0]
                if value <= LARGEST[kind]:
                    yield "data", row + 1, column, "n", repr(float(value))


def cells_of(path):
    raw = path.read_bytes()
    if raw.startswith(b"PK"):
        return workbook_cells(path)
    if raw.startswith(b"\xD0\xCF\x11\xE0"):
        return old_workbook_cells(path)
    if path.suffix == ".dta":
        return Stata(raw).cells()
    return text_cells(path)


def main():
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    cells = list(cells_of(path))
    drawn = random.Random(20061).sample(cells, min(count, len(cells)))
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for cell in drawn:
        value = str(cell[-1])
        for written, escaped in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
            value = value.replace(written, escaped)
        print(*cell[:-1], value, sep="\t")


main()
