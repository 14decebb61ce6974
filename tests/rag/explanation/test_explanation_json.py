"""The explanation as scripts read it."""

import json

from rag.explanation.entries import Explanation
from rag.explanation.explanation_json import explanation_object

KEYS = ["file", "record", "length", "setting", "dropped", "articles", "marks", "seams", "foreign", "doubts"]
PLACE = ["pieces", "line", "last_line", "place"]
ENTRY_KEYS = {
    "dropped": ["kind", "why", "text", *PLACE],
    "articles": ["number", "article_id", "kind", "title", "author", "affiliation", "stretches"],
    "marks": ["kind", "what", "text", "article", *PLACE],
    "seams": ["before", "behind", "score", "reasons", "article", *PLACE],
    "doubts": ["kind", "words", "article", *PLACE],
}


def test_every_entry_has_its_keys_and_its_place(explained: Explanation):
    told = explanation_object(explained)
    assert list(told) == KEYS
    for part, keys in ENTRY_KEYS.items():
        assert [list(entry) for entry in told[part]] == [keys] * len(told[part]), part
        assert told[part], part
    assert list(told["setting"]) == ["words", "wrapped", "width", "indents", "blank_parts"]
    assert told["articles"][0]["stretches"][1] == {
        "begins": "重登记,食堂称重以后超过",
        "ends": ",矿上每人每天补贴六元。",
        "goes_on": True,
        "pieces": [[220, 280]],
        "line": 23,
        "last_line": 27,
        "place": None,
    }
    assert told["seams"][0]["reasons"][-1] == {
        "name": "numbers_next",
        "points": 3.0,
        "words": "小标题编号接续",
    }


def test_it_can_be_written_as_json(explained: Explanation):
    told = explanation_object(explained)
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told
