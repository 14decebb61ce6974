"""How a page was understood, word for word as a terminal shows it."""

from rag.corpus.page import Page
from rag.errors import Language
from rag.explanation.explain import explain_page
from ui.terminal.explanation import LONGEST, explanation_text

PAGE = """让热饭端到井口

食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上一碗热面,厨师记得每个人的口

— 7 —

味,一位老矿工说,面里有家的味道。
"""

CHINESE = """周报.txt
排法：每行是一个段落

文章
  1. 《让热饭端到井口》 未署名
     食堂建在井口旁边,每天供…热面,厨师记得每个人的口  第 3 行 [9–51]
     味,一位老矿工说,面里有家的味道。  第 7 行 [60–77] · 接上句

断句的接合
  热面,厨师记得每个人的口｜味,一位老矿工说,面里有  3.0 分 · 第 1 篇 · 第 3、7 行 [39–51 60–72]
     +2.0  紧接在后
     +1.0  两边的字按一般中文衔接

标题、署名等记号
  标题：让热饭端到井口  第 1 篇 · 第 1 行 [0–7]

不属于任何文章的文字
  — 7 —  页码 · 第 5 行 [53–58]

存疑之处
  ? 这一篇没有作者  第 1 篇 · 第 3 行 [9–21]"""

ENGLISH = """周报.txt
Setting: each line is a paragraph

Articles
  1. 《让热饭端到井口》 unsigned
     食堂建在井口旁边,每天供…热面,厨师记得每个人的口  line 3 [9–51]
     味,一位老矿工说,面里有家的味道。  line 7 [60–77] · goes on in mid-sentence

Seams in mid-sentence
  热面,厨师记得每个人的口｜味,一位老矿工说,面里有  3.0 points · article 1 · lines 3 and 7 [39–51 60–72]
     +2.0  stands right behind
     +1.0  how well the characters go together in general Chinese

Marks
  title: 让热饭端到井口  article 1 · line 1 [0–7]

Words of no article
  — 7 —  a page number · line 5 [53–58]

Doubts
  ? this article has no author  article 1 · line 3 [9–21]"""


def plain(text: str, language: Language = "zh") -> str:
    return explanation_text(explain_page(Page("周报.txt", None, text)), language).plain


def test_the_whole_of_a_page_in_chinese():
    assert plain(PAGE) == CHINESE


def test_the_whole_of_a_page_in_english():
    assert plain(PAGE, "en") == ENGLISH


def test_a_page_without_doubts_says_so():
    assert plain(PAGE.replace("口\n\n食", "口\n\n□ 江 平\n\n食")).endswith("\n没有存疑之处")


def test_long_words_are_shortened_and_none_can_move_the_cursor():
    long = "基金项目：青峰矿职工食堂与单身宿舍书屋管理办法调研课题，青峰矿工会委托，编号二〇二五第七号"
    assert len(long) > LONGEST
    shown = plain(f"{PAGE}\n{long}\n\n厨师\x1b[2J换菜谱。")
    assert f"{long[:LONGEST]}…  基金项目" in shown
    assert "厨师�[2J换菜谱。" in shown
    assert "\x1b" not in shown
