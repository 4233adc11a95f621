#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the tables of this folder: make_tables.py LISTS CITY_NAMES (folders of source tables).

Needs uconv of ICU (Debian: icu-devtools) for the transcription of names.
"""
import csv
import pathlib
import re
import subprocess
import sys

lists, city_names = map(pathlib.Path, sys.argv[1:3])
here = pathlib.Path(__file__).parent


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(name, header, table):
    with open(here / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


# Prefecture-level suffixes; the peoples named in an autonomous prefecture are left out in use.
PEOPLES = ("土家族 苗族 侗族 布依族 彝族 哈尼族 壮族 傣族 白族 景颇族 傈僳族 藏族 羌族 回族 蒙古族 "
           "蒙古 柯尔克孜 哈萨克 朝鲜族").split()


def base(name):
    short = re.sub("(市|地区|盟)$", "", name)
    if not name.endswith("自治州"):
        return short
    short = name[:-3]
    stripped = True
    while stripped:
        stripped = False
        for people in PEOPLES:
            if short.endswith(people):
                short, stripped = short[:-len(people)], True
    return short


def transcribe(names):
    """Pinyin without tones and blanks; readings ICU does not choose are given by hand."""
    by_hand = {"厦门": "xiamen", "成都": "chengdu", "乐山": "leshan", "昌都": "changdu",
               "六安": "luan", "喀什": "kashi", "佛山": "foshan", "蚌埠": "bengbu"}
    text = subprocess.run(["uconv", "-f", "utf8", "-t", "utf8", "-x",
                           "Han-Latin/Names; Latin-ASCII"], input="\n".join(names),
                          capture_output=True, text=True, check=True).stdout.split("\n")
    return {name: by_hand.get(name, re.sub("[^a-z]", "", latin.lower()))
            for name, latin in zip(names, text)}


# Names that English sources use beside pinyin.
EXONYMS = {"拉萨": ["lhasa"], "日喀则": ["xigaze", "shigatse"], "林芝": ["nyingchi"],
           "昌都": ["qamdo", "chamdo"], "那曲": ["nagqu"], "呼和浩特": ["hohhot"],
           "鄂尔多斯": ["ordos", "erdos", "erdors"], "乌鲁木齐": ["urumqi"], "哈尔滨": ["harbin"],
           "齐齐哈尔": ["qiqihar"], "呼伦贝尔": ["hulunbuir"], "巴彦淖尔": ["bayannur", "bayannaoer"],
           "乌兰察布": ["ulanqab"], "克拉玛依": ["karamay"], "吐鲁番": ["turpan"],
           "六安": ["liuan"], "吕梁": ["lvliang", "lyuliang"], "山南": ["lhoka"],
           "巴音郭楞": ["bayingolin"], "伊犁": ["ili"], "大理": ["dali"], "喀什": ["kashgar"],
           "和田": ["hotan"], "阿克苏": ["aksu"], "阿勒泰": ["altay"], "塔城": ["tacheng"]}

entities = {}  # entity id -> spells (name, first year, last year)
for row in rows(city_names / "entity_names_year_end_1987_2026.csv"):
    if row["name_zh"]:
        entities.setdefault(row["entity_id"], []).append(
            (row["name_zh"], int(row["start_year"]), int(row["end_year"])))
entity_of = {name: entity for entity, spells in entities.items() for name, _, _ in spells}

codes = {}  # entity id -> list of (last year of the code, code, name, province)
for row in rows(lists / "prefecture_codes_2003_2024.csv"):
    spells = codes.setdefault(entity_of[row["name"]], {})
    spells[row["code"]] = (int(row["year"]), row["code"], row["name"], row["province"])

details = {row["code"]: row for row in rows(lists / "prefectures_2022.csv")}
region_of = {row["province"]: row["region4"] for row in details.values()}
province_code = {row["province"]: row["province_code"] for row in details.values()}


def rank(code):
    row = details.get(code, {})
    for column, word in (("municipality", "municipality"), ("subprovincial", "subprovincial"),
                         ("provincial_capital", "provincial_capital")):
        if row.get(column) == "1":
            return word
    return "ordinary"


prefectures, names, old_codes = [], [], []
canonical = {}
for entity, spells in codes.items():
    last_year, code, name, province = max(spells.values())
    row = details.get(code, {})
    canonical[entity] = code
    # A list of codes is of the end of its year; one published late lacks a place of that year (莱芜).
    last_year = max(last_year, max(end for _, _, end in entities[entity]))
    prefectures.append([code, name, province, region_of[province], row.get("type", "地级市"),
                        rank(code), row.get("provincial_capital", "0"),
                        "" if last_year >= 2024 else last_year])
    old_codes += [[old, code] for old in spells if old != code]
prefectures.sort()

pinyin = transcribe(sorted({base(name) for spells in entities.values() for name, _, _ in spells}))
seen = set()


def add(name, entity, kind, first, last):
    key = (name, canonical[entity])
    if name and key not in seen:
        seen.add(key)
        names.append([name, canonical[entity], kind, first, last])


for entity in sorted(canonical, key=lambda e: canonical[e]):
    for name, first, last in entities[entity]:
        last = "" if last >= 2024 else last
        first = "" if first <= 1987 else first
        add(name, entity, "official", first, last)
for entity in sorted(canonical, key=lambda e: canonical[e]):
    for name, first, last in entities[entity]:
        last = "" if last >= 2024 else last
        first = "" if first <= 1987 else first
        short = base(name)
        add(short, entity, "short", first, last)
        if name.endswith("自治州"):
            add(short + "州", entity, "short", first, last)
        for latin in [pinyin[short]] + EXONYMS.get(short, []):
            add(latin, entity, "latin", first, last)
for row in rows(city_names / "aliases.csv"):
    if row["entity_id"] in canonical and row["alias_type"] != "suffix_omitted":
        kind = "misread" if row["alias_type"] == "ocr_variant" else "short"
        add(row["alias"], row["entity_id"], kind, "", "")

current = {code: code for code in canonical.values()} | dict(old_codes)
memberships = []
for row in rows(lists / "resource_based_cities_2013.csv"):
    memberships.append(["resource_based", current[row["code_2013"]], row["category"]])
for row in rows(lists / "low_carbon_prefectures.csv"):
    memberships.append(["low_carbon_pilot", current[row["code_2017"]], row["first_year"]])
for row in rows(lists / "broadband_china_pilots.csv"):
    if row["code_2017"] in current:
        memberships.append(["broadband_china", current[row["code_2017"]], row["batch_year"]])

write("prefectures.csv", ["code", "name", "province", "region", "type", "rank",
                          "is_provincial_capital", "last_year"], prefectures)
write("names.csv", ["name", "code", "kind", "first_year", "last_year"], names)
write("old_codes.csv", ["old_code", "code"], sorted(old_codes))
write("memberships.csv", ["list", "code", "value"], memberships)


def latin_of_province(short):
    """Pinyin, and what English sources write instead, parted by blanks; without administrative words."""
    by_hand = {"内蒙古": "neimenggu neimongol innermongolia", "陕西": "shaanxi",
               "西藏": "xizang tibet", "广西": "guangxi kwangsi", "重庆": "chongqing"}
    return by_hand.get(short, province_pinyin[short])


short_of = {name: re.sub("(市|省|(壮族|回族|维吾尔)?自治区)$", "", name) for name in province_code}
province_pinyin = transcribe(sorted(short_of.values()))
write("provinces.csv", ["code", "name", "short_name", "latin"],
      [[code, name, short_of[name], latin_of_province(short_of[name])]
       for name, code in sorted(province_code.items(), key=lambda item: item[1])])
