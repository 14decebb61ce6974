"""Which characters are taken for each other by the eye, or lie next to each other in shape-based typing?"""

from __future__ import annotations

from functools import lru_cache

_ROWS = (
    # strokes longer or shorter: 自已 for 自己, 未尾 for 末尾
    "己已巳 未末 士土 日曰 人入八 天夭 千干于 戊戌戍戎 侯候 兔免 鸟乌 王玉主 大太犬 刀力 儿几 住往佳 午牛 田由甲申",
    # another radical: 拔款 for 拨款, 竟争 for 竞争
    "拔拨 治冶 辩辨辫瓣 密蜜 帐账 竟竞 慕募暮幕 撤撒 徒徙 茶荼 贷货 贸货 晴睛 析折拆 斥斤 孟盂 扰拢 摸模漠 梁粱",
    "陪赔培倍 栽裁载 偏编遍篇 抢枪 按桉 检捡险验 推椎维唯 提题堤 堤提 班斑 壁璧 燥躁操 渎读续 缔谛 绩积迹 诀决",
    "效郊校 幅副辐福 既即 汇江 洽恰 卷券 赢羸 暑署著 历厉 沾粘 震振 徇循 察查 戴带 作做 定订 型形 缉辑 妨防",
    "权叔杈 折拆 报服 抑仰 祝视 建健键 列例烈裂 刑邢形 惊凉谅 概慨 授受 像象向 违伟 障彰樟 导异 责贵 任仕 佣拥",
)


def lookalikes(character: str) -> str:
    """The characters that it is mistaken for.

    >>> lookalikes("已")
    '己巳'
    """
    return _alike().get(character, "")


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in " ".join(_ROWS).split():
        for one in group:
            others = found.get(one, "") + group.replace(one, "")
            found[one] = "".join(dict.fromkeys(others))
    return found
