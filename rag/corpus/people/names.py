"""Is this a person's name, or the name of a unit?"""

from __future__ import annotations

import re

from rag.text.segmenter import frequency
from rag.text.spans import Span

SURNAMES = frozenset(
    # The commonest of 百家姓: nineteen of twenty people bear one of them.
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂"
    "成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫"
    "费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡"
    "鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿"
    "国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢"
    "嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
COMPOUND_SURNAMES = frozenset(
    {"欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯"}
)

UNIT_ENDS = (
    *(
        "公司",
        "集团",
        "厂",
        "矿",
        "局",
        "处",
        "部",
        "室",
        "所",
        "院",
        "校",
        "大学",
        "学院",
        "中心",
        "站",
        "办",
        "队",
    ),
    *(
        "党委",
        "工会",
        "纪委",
        "监委",
        "委",
        "组",
        "段",
        "馆",
        "社",
        "报",
        "网",
        "网站",
        "银行",
        "支行",
        "医院",
        "科",
    ),
    *(
        "煤业",
        "煤电",
        "分公司",
        "工区",
        "车间",
        "项目部",
        "协会",
        "学会",
        "研究会",
        "总站",
        "支队",
        "大队",
        "店",
        "库",
    ),
    *(
        "机关",
        "党校",
        "政府",
        "法院",
        "检察院",
        "林场",
        "电厂",
        "油田",
        "港",
        "铁路",
        "集控站",
        "事业部",
        "支部",
        "委员会",
    ),
)
"""How the name of an organisation ends: 三交河矿, 林业信息中心, 建井一处, 西铭矿党政办."""

_HAN_NAME = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8}")
_NAME_CHARACTER = r"[^\s、,;/&]"
_PRINTED_NAME = re.compile(
    rf"(?<!{_NAME_CHARACTER}){_NAME_CHARACTER}[ \u3000\xa0]+{_NAME_CHARACTER}(?!{_NAME_CHARACTER})"
    rf"|{_NAME_CHARACTER}+"
)
"""李 林 with its inner space, or the characters up to the next space or mark."""
_NO_NAME = re.compile(r"节选|摘要|摘编|略|完|待续|本报|综合|整理|编辑|图|表|注")


def is_name(word: str) -> bool:
    """Whether a word can be the full name of a person.

    >>> is_name("樊光茹"), is_name("欧阳建国"), is_name("建设"), is_name("有限公司")
    (True, True, False, False)
    """
    if not _HAN_NAME.fullmatch(word) or word.endswith(("公司", "中心")):
        return False
    if "·" in word:
        return True
    return (word[0] in SURNAMES and len(word) <= 3) or (word[:2] in COMPOUND_SURNAMES and len(word) >= 3)


COMMON_WORD = 160
"""Mentions in the dictionary's texts above which a word is no name, though it may look like one: 国家, 党支部;
the dictionary has the names of some persons too."""


def is_likely_name(word: str) -> bool:
    """Whether a word is a person's name rather than a common word that begins like one.

    >>> is_likely_name("樊光茹"), is_likely_name("党支部"), is_likely_name("安全")
    (True, False, False)
    """
    return is_name(word) and frequency(word) <= COMMON_WORD


def names_in(words: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but names, else nothing.

    >>> names_in("李 林"), names_in("刘飞、杨凯"), names_in("刘飞 安全生产")
    (('李林',), ('刘飞', '杨凯'), ())
    """
    return tuple(_closed(span.slice(words)) for span in name_spans(words))


def name_spans(words: str) -> tuple[Span, ...]:
    """Where the names of such a line stand, the space inside a name of two characters included.

    >>> [tuple(span) for span in name_spans("李 林、张帅")]
    [(0, 3), (4, 6)]
    """
    spans = tuple(Span(*match.span()) for match in _PRINTED_NAME.finditer(words))
    if not spans or len(spans) > MAX_NAMES or _NO_NAME.search(words):
        return ()
    return spans if all(is_name(_closed(span.slice(words))) for span in spans) else ()


MAX_NAMES = 8
"""Names of one byline."""


def _closed(printed: str) -> str:
    return "".join(printed.split())


def is_unit(word: str) -> bool:
    """Whether a word can be the name of an organisation.

    >>> is_unit("霍州煤电集团三交河矿"), is_unit("平煤神马建工集团建井一处"), is_unit("李林")
    (True, True, False)
    """
    return (
        len(word) >= 4 and not re.search(r"[。!?！？]", word) and (word.endswith(UNIT_ENDS) or len(word) >= 6)
    )
