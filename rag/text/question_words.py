"""Which words only carry a question and say nothing of what is asked about?

They stand in every article or in none, so they draw a search away from its subject. They are dropped from
queries only: the index keeps every word.
"""

from __future__ import annotations

_ROWS = (
    # asking for a thing: 什么是监察对象
    "什么 什么样 甚么 何 何种 何谓 何为 何时 何地 何处 何人 哪 哪个 哪些 哪种 哪类 哪几 哪几个 哪一",
    "哪一个 哪里 哪儿 哪年 哪天 哪位 哪家 哪样 谁 谁的 啥 啥样 啥时候 啥子 什么时候 什么地方",
    # asking for a way or a reason: 怎么落实, 为啥不行
    "怎么 怎么样 怎么办 怎样 怎的 如何 如何是好 咋 咋样 咋办 咋个",
    "为什么 为啥 为何 何以 干吗 干嘛 干什么 干啥 凭什么 凭啥",
    # asking for an amount: 多少人
    "多少 多大 多久 多长 多高 多长时间 几 几个 几种 几类 几项 几条 几点 几步 几年 几天 几次",
    # asking whether: 是否需要
    "是否 是不是 有没有 能不能 可不可以 会不会 要不要 该不该 能否 可否 有无 吗 么 嘛 呢 吧 呀 啊 哦 哈 啦",
    # politeness and bidding: 请问, 帮我查一下
    "请 请问 问 问问 问一下 一下 一下子 帮 帮忙 帮我 告诉 告诉我 说说 讲讲 谈谈 说 介绍 介绍一下",
    "列出 列举 想 想问 想知道 知道 了解一下 麻烦 谢谢 您好 你好",
    # pointing, and the persons who speak: 这个, 我们
    "这 那 这个 那个 这些 那些 这种 那种 这样 那样 这里 那里 这么 那么 此 该",
    "其 它 它们 他 她 他们 我 我们 咱 咱们 你 你们 您 自己",
    # particles and adverbs: 的 了
    "的 地 得 了 着 过 之 所 者 也 都 就 才 还 又 再 很 太 最 更 只 却 便 即 则 而 且 而且 并 并且",
    # prepositions and joints: 对于, 根据
    "在 于 从 向 往 把 被 将 给 让 使 对 对于 关于 至于 由 由于 以 为 为了 按 按照 根据 依据 通过 随着",
    "和 与 跟 同 及 以及 或 或者 还是 但 但是 如果 若 因为 因 所以 因此 当 到 到底 究竟 比",
    # being, having, needing, doing: 需要哪些
    "是 有 叫 叫做 叫作 指 指的是 算 属于 包括 包含 具有 存在 需要 要 应 应该 应当 可以 能 能够 会 可 可能",
    "必须 得以 进行 做 做到 用 来 去 上 中 里 下 里面 里头 当中 之中 时 时候 以上 以下",
    # what is left of counting when 几 and 哪 are gone: 几个方面
    "个 种 些 一个 一些 一种 有些 各 每 等 等等 分别 具体 主要 方面 之间 不 没 没有",
)

_ENGLISH_ROWS = (
    # asking: what is party building
    "what which who whom whose where when why how please tell any some",
    # being, doing and having: does the union have to
    "is are was were be been do does did can could should would will may must have has had",
    # joints and pointing words
    "the a an of in on at to for from by with without about into as and or not if",
    "it its this that these those there their they them you your we our i me my",
)

QUESTION_WORDS: frozenset[str] = frozenset(" ".join(_ROWS).split())
"""Words as the segmenter gives them."""

ENGLISH_QUESTION_WORDS: frozenset[str] = frozenset(" ".join(_ENGLISH_ROWS).split())
"""The same for a question without a Chinese character; beside Chinese, IT and WHO are names."""
