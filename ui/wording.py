"""What does the page say? Every word of it, in Chinese and in English, side by side."""

from __future__ import annotations

from rag.answering.answer import AbstentionKind
from rag.corpus.article import ArticleKind
from rag.errors import Language, Words
from ui.reference import Label

NAME = Words("问据", "WenJu")
MOTTO = Words("句句有据，处处可查", "Every answer a quotation, every quotation with its place")
WELCOME = Words("问自己的文章库", "Ask your own articles")
HOW_IT_ANSWERS = Words(
    "答案都是原文，一字不改。点开 [1]，就是那篇文章，那句话已标亮。",
    "Answers are the articles' own words, unchanged. Click [1] and the article opens with the sentence lit.",
)
LIBRARY = Words("库中现有 {articles} 篇文章", "{articles} articles in the library")
NO_EXAMPLES = Words("这一次没能备好例题，可以直接提问", "No examples could be made this time; just ask")
NO_ARTICLES = Words(
    "库里还没有文章：请先运行 wenju refresh 文件夹", "The library is empty: run wenju refresh FOLDER first"
)

ASK_HERE = Words("输入问题，按回车发送", "Type a question and press Enter")
QUESTION = Words("问题", "Question")
SEND = Words("发送", "Send")
NEW_CONVERSATION = Words("新对话", "New conversation")
OTHER_LANGUAGE = Words("English", "中文")
CONVERSATION = Words("对话", "Conversation")

UNDERSTOOD_AS = Words("理解为：", "Understood as: ")
MEND = Words("修改", "Edit")
MEND_HOW = Words("理解得不对？改一改，再问一次", "Not what you meant? Mend it and ask again")
ASK_MENDED = Words("按此再问", "Ask this")
CANCEL = Words("取消", "Cancel")
CORRECTED = Words("已把{pairs}", "Read {pairs}")
CORRECTED_PAIR = Words("“{typed}”当作“{meant}”", "“{typed}” as “{meant}”")
COMMA = Words("，", ", ")
ITEMS_FOUND = Words("共 {found} 项", "{found} items")
ITEMS_MISSING = Words(
    "找到 {found} 项，共提到 {promised} 项", "{found} items found of the {promised} spoken of"
)
ASK_ON = Words("接着问：", "Ask next: ")
SOURCES = Words("出处", "Sources")
PROVED = Words("逐字一致 ✓", "Verbatim ✓")
PROVED_HOW = Words(
    "引文已与原文件逐字核对：文件中这些位置的文字与所示完全相同",
    "Checked against the file, character by character: what is shown is what stands there",
)
PASSAGES = Words("其他相关段落（{count}）", "Other related passages ({count})")
COPY = Words("复制答案与出处", "Copy answer and sources")
COPIED = Words("已复制", "Copied")
SECONDS = Words("{seconds} 秒", "{seconds} s")

NO_ANSWER = Words("没有找到答案。", "No answer found: ")
MISSING_WORDS = Words("库中没有出现：", "Not found anywhere in the library: ")
NEAREST = Words("最接近的原文（不一定是答案）", "The closest places (not necessarily an answer)")
MENDS = {
    AbstentionKind.NOT_A_QUESTION: Words(
        "请用一句话写下想知道的事，例如“……有哪些措施？”",
        "Please write what you want to know in one sentence.",
    ),
    AbstentionKind.EMPTY_CORPUS: NO_ARTICLES,
    AbstentionKind.UNKNOWN_WORDS: Words(
        "可以换个说法，或用文章里的词再问。", "Try other words, or the words of the articles."
    ),
    AbstentionKind.NO_SENTENCE: Words(
        "可以问得更具体，或换个说法。", "Try to ask more precisely, or in other words."
    ),
    AbstentionKind.FILTERED_OUT: Words("可以放宽或清除筛选条件。", "The filters can be widened or cleared."),
}

FILTERS = Words("筛选", "Filters")
ANY = Words("不限", "Any")
CLEAR_FILTERS = Words("清除筛选", "Clear filters")
PASSING = Words("{whole} 篇中有 {passing} 篇符合", "{passing} of {whole} articles pass")
FILTERED_BY = Words("筛选：", "Filters: ")
UNFILTERED = Words("去掉筛选，再问一次", "Drop the filters and ask again")
FILTER_NAMES = {
    "newspaper": Words("报刊", "Newspaper"),
    "column": Words("栏目", "Column"),
    "author": Words("作者", "Author"),
    "affiliation": Words("单位", "Unit"),
    "kind": Words("类别", "Kind"),
    "title": Words("题目含", "Title has"),
    "file": Words("文件", "File"),
    "since": Words("起", "Since"),
    "until": Words("止", "Until"),
}
KINDS = {
    ArticleKind.ARTICLE: Words("文章", "Article"),
    ArticleKind.NOTICE: Words("启事", "Notice"),
}

PHRASES = Words("提法词典", "Phrases")
PHRASES_LOOKING = Words("正在翻看文章……", "Looking through the articles …")
PHRASES_HOW = Words(
    "文章里常用而词典里还没有的说法。勾选合适的，写入词典，下一个问题就用上。",
    "Expressions of the articles that the dictionary lacks. Tick what is right; the next question uses it.",
)
PHRASES_NONE = Words(
    "文章里没有找到可收的说法，可以自己写。", "The articles offer nothing new; write entries of your own."
)
PHRASES_SOME = Words(
    "文章多，这里只看了 {read} 篇（共 {whole} 篇）；全部请用 wenju phrases 查看。",
    "So many articles: {read} of {whole} were looked through. See wenju phrases for all.",
)
PHRASES_NOT_READ = Words(
    "没能翻看文章，请再试一次。", "The articles could not be looked through; please try again."
)
PHRASES_HELD = Words("现有自带 {bundled} 条，自己的 {own} 条", "{bundled} bundled entries, {own} of your own")
PHRASES_WRITTEN = Words(
    "已写入 {written} 条，下一个问题就用上", "{written} written; the next question uses them"
)
PHRASES_STAND = Words("词典里已有，没有再写", "In the dictionary already; nothing was written")
PHRASES_NOTHING = Words("请先勾选，或写一条自己的", "Tick something first, or write an entry of your own")
PHRASES_TOO_MUCH = Words("一次最多写入 {most} 字", "{most} characters at most at a time")
PHRASES_FAULT = Words("“{line}”没有写入：{fault}", "“{line}” was not written: {fault}")
PHRASES_NOT_WRITTEN = Words(
    "词典没能写入，请检查文件夹的权限", "The dictionary could not be written; may its folder be?"
)
PHRASES_SHUT = Words("词典文件打不开", "The dictionary's file cannot be opened")
PHRASES_WRITE = Words("写入词典", "Add")
PHRASES_OWN = Words("自己写一条", "An entry of your own")
PHRASES_OWN_HOW = Words(
    "自己写：三会一课，或 职代会 = 职工代表大会，或 打配合 ~ 协同",
    "Your own: a phrase, or short = full, or everyday ~ written",
)
PHRASE_COUNT = Words("{count} 次", "{count}×")
PHRASE_KINDS = {
    "short": Words("简称", "short for"),
    "quoted": Words("引号", "in quotation marks"),
    "numbered": Words("数字", "with a number"),
    "together": Words("连用", "together"),
}

ARTICLE = Words("文章", "Article")
UNTITLED = Words("（原页无标题）", "(no title on the page)")
UNSIGNED = Words("未署名", "Unsigned")
NOTICE = Words("启事", "Notice")
FILE = Words("文件", "File")
CLOSE = Words("关闭", "Close")
PREVIOUS_CITATION = Words("上一处", "Previous")
NEXT_CITATION = Words("下一处", "Next")
ARTICLE_GONE = Words(
    "这篇文章已被修改或移出文章库，请再问一次。",
    "This article was changed or removed from the library; please ask again.",
)

HOW_READ = Words("这一页是怎样读的", "How this page was read")
WHICH_OF_PAGE = Words(
    "本页共 {articles} 篇，这是第 {number} 篇。", "Article {number} of {articles} on its page."
)
MORE_ENTRIES = Words(
    "另有 {count} 处，用 wenju articles --explain 查看", "{count} more: see wenju articles --explain"
)
PAGE_TOO_LONG = Words(
    "这一页太长，这里不再细读；请用 wenju articles --explain 查看。",
    "This page is too long to be read again here; see wenju articles --explain.",
)
READ_OTHERWISE = Words(
    "这一页现在的读法与建索引时不同，请先运行 wenju refresh。",
    "This page is now read otherwise than when it was indexed; run wenju refresh first.",
)
NOT_EXPLAINED = Words("没能读出，请再试一次。", "This could not be told; please try again.")
NO_LONGER_FOUND = Words(
    "文章库有变动，现在这个问题找到的段落里没有它，请再问一次。",
    "The library has changed and this question no longer finds this passage; please ask again.",
)

BODY_TEXT = Words("正文", "Body text")
LABELS = {
    Label.TITLE: Words("题目", "Title"),
    Label.AUTHOR: Words("作者", "Author"),
    Label.AFFILIATION: Words("单位", "Unit"),
    Label.DATE: Words("日期", "Date"),
}

ANSWERING_FAILED = Words(
    "出了意外，这个问题没有答成；详情在服务器的记录里。请再试一次。",
    "Something went wrong and this question was not answered; the server's log has the details. Please try again.",
)


def filled(words: Words, language: Language, **values: object) -> str:
    """The words in one language with their blanks filled in.

    >>> filled(PASSING, "zh", whole=5, passing=3)
    '5 篇中有 3 篇符合'
    """
    return words.say(language).format(**values)
