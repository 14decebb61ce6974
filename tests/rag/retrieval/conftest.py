import pytest

from rag.corpus.article import Chunk
from rag.text.spans import Span

# article, title, author, headings, text
_ROWS = [
    ("矿", "矿井检修的三道关", "赵启 北坡煤矿", ("一、班前",), "班前会上,值班长逐条念检修票。"),
    ("矿", "矿井检修的三道关", "赵启 北坡煤矿", ("二、停机",), "停机以后,先挂牌,再上锁,最后验电。"),
    ("院", "让病历归档不过夜", "孙宁 河湾医院", ("一、归档",), "病历当日归档,由科室档案员交接。"),
    ("院", "让病历归档不过夜", "孙宁 河湾医院", ("二、借阅",), "借阅病历要挂号登记,三日内归还。"),
    ("会", "", "", (), "工会经费由会员会费和单位拨缴组成。设备采用ZYWL-6000Y型。"),
]


@pytest.fixture
def chunks() -> list[Chunk]:
    return [
        Chunk(f"{article}{number}", article, Span(0, len(text)), title, author, path, text)
        for number, (article, title, author, path, text) in enumerate(_ROWS)
    ]
