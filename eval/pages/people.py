"""Who writes, and where do they work? Invented names and units."""

from __future__ import annotations

from random import Random

from eval.pages.clean import Author

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
GIVEN = (
    "志远", "建国", "晓燕", "海峰", "丽娟", "永强", "文斌", "春梅", "立新", "雪莲", "瑞", "磊", "敏", "涛",
    "静", "国栋", "玉兰", "子涵", "桂芳", "宏伟", "一鸣", "凯", "婷", "德胜", "秀英", "云飞", "倩", "刚",
)  # fmt: skip
COMPOUND = ("欧阳晓光", "司马玉成", "上官文静")
PLACES = ("红岭", "青石沟", "白水河", "大柳塔湾", "双泉", "望云山", "松树坪", "临江", "金沙滩", "石桥")
OWNERS = (
    "能源集团",
    "矿业公司",
    "热电有限责任公司",
    "煤业有限公司",
    "建工集团",
    "供水集团有限公司",
    "铁路工程局",
)
PARTS = ("", "", "", "机电科", "党群工作部", "第三项目部", "选煤厂", "工会", "综合办公室")
POSTS = ("党委书记", "工会主席", "副总经理", "政工科科长", "纪委书记", "党委副书记、总经理")


def author(rng: Random, count: int = 1, *, post: bool = False) -> Author:
    """``count`` persons of one unit."""
    names: list[str] = []
    while len(names) < count:
        name = person(rng)
        if name not in names:
            names.append(name)
    return Author(tuple(names), unit(rng), rng.choice(POSTS) if post else "")


def person(rng: Random) -> str:
    """A name of two to four characters."""
    if rng.random() < 0.04:
        return rng.choice(COMPOUND)
    return rng.choice(SURNAMES) + rng.choice(GIVEN)


def short_person(rng: Random) -> str:
    """A name of two characters, such as are set with a space within."""
    return rng.choice(SURNAMES) + rng.choice([given for given in GIVEN if len(given) == 1])


def unit(rng: Random) -> str:
    """A company, often with one of its departments."""
    return rng.choice(PLACES) + rng.choice(OWNERS) + rng.choice(PARTS)
