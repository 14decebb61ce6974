"""What does a page print that nobody wrote an article for? Notices and advertisements."""

from __future__ import annotations

from eval.pages.clean import Article, Paragraph

NOTICES: dict[str, tuple[str, ...]] = {
    "注销公告": (
        "双泉县同心家政服务部（统一社会信用代码：92140000MA0TEST123）经投资人决定拟向登记机关申请注销，请债权人自公告之日"
        "起45日内向本单位申报债权。联系人：孙女士，电话：13800000000。特此公告。",
        "2025年12月30日",
    ),
    "遗失声明": (
        "白水河运输队不慎遗失公章一枚，编号1401070012345，声明作废。",
        "松树坪村李二牛遗失残疾证，证号14010719600101001X，声明作废。",
    ),
    "招聘启事": (
        "因工作需要，石桥供水集团有限公司面向社会招聘管网巡检员12名、化验员3名。要求年龄35周岁以下，大专以上学历，"
        "持有相关证书者优先。",
        "报名时间：2025年4月1日至10日。联系电话：0351-7000000。",
        "石桥供水集团有限公司人力资源部",
        "2025年3月20日",
    ),
    "征稿启事": (
        "本刊“班组故事”栏目长期征稿，体裁不限，每篇不超过1500字，文责自负。来稿请寄编辑部，一经采用即付稿酬。",
        "投稿邮箱：banzu@example.com",
    ),
    "拍卖公告": (
        "受委托，我公司定于2025年4月18日上午10时在金沙滩宾馆二楼公开拍卖报废运输车辆6台。有意者请于4月16日17时前"
        "缴纳保证金并办理竞买登记。咨询电话：0355-2000000。",
        "望云山拍卖行",
        "2025年4月8日",
    ),
}
"""By their titles; a paragraph a line."""


def notice(name: str, title: str) -> Article:
    """The notice with that title."""
    paragraphs = tuple(Paragraph(text) for text in NOTICES[title])
    return Article(name, title, paragraphs, kind="notice", topic=title)
