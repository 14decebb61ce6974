"""Which piece goes on where another stops, when the place on the page does not tell?"""

from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.page import Page

CANTEEN = (
    "食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工升井以后也能吃上一碗热面。",
    "一、菜谱天天换",
    "食堂请来两位厨师,菜谱由职工投票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称",
    "重登记,超过十公斤就要查明原因。",
    "二、价钱看得见",
    "每个菜的成本写在窗口的牌子上,矿上每人每天补贴六元。",
)
LIBRARY = (
    "书屋设在单身宿舍的一楼,三千册图书由职工自己管理。",
    "一、书从哪里来",
    "一半由工会购买,另一半由职工捐赠,每本书的扉页上都写着捐赠人的名字。",
    "二、书往哪里去",
    "书屋不设借书证,职工在本子上写下名字就能把书带走,一年丢失的图书不到十",
    "册,其中七册后来又自己回来了。",
    "三、书友怎样聚",
    "每月最后一个周六晚上,书友们围坐在一起读同一本书,读完以后轮流上台讲自己的看",
    "法,讲得好的人下个月主持。",
)


def read(*paragraphs: str) -> list[Article]:
    return list(articles_of(Page("矿区周报.txt", None, "\n\n".join(paragraphs))))


def test_heading_numbers_tell_which_column_goes_on_with_which():
    canteen, library = read(
        "把热饭端到井口",
        "□ 江 平",
        *CANTEEN[:3],
        "单身宿舍里的职工书屋",
        "□ 方小禾",
        *LIBRARY[5:8],
        *CANTEEN[3:],
        "(作者单位:青峰矿食堂)",
        *LIBRARY[:5],
        *LIBRARY[8:],
        "(作者单位:青峰矿工会)",
    )
    for article, paragraphs in ((canteen, CANTEEN), (library, LIBRARY)):
        assert article.text.replace("\n", "") == "".join(paragraphs)
    assert canteen.affiliation is not None
    assert canteen.affiliation.text == "青峰矿食堂"
    assert library.affiliation is not None
    assert library.affiliation.text == "青峰矿工会"


def test_neighbours_go_together_though_a_heading_between_them_was_lost():
    (article,) = read("单身宿舍里的职工书屋", "□ 方小禾", *LIBRARY[:3], *LIBRARY[4:5], *LIBRARY[5:])
    assert [section.heading.slice(article.text)[0] for section in article.sections] == ["一", "三"]


def test_words_in_common_tell_which_column_goes_on_where_the_numbers_fit_both():
    canteen, library = read(
        "把热饭端到井口",
        "□ 江 平",
        *CANTEEN[:2],
        "食堂的菜谱由职工投票排定,厨师每天把剩菜称重登记,得票最少的菜第二周就要从菜谱上",
        "单身宿舍里的职工书屋",
        "□ 方小禾",
        *LIBRARY[:2],
        "书屋的图书一半由工会购买,一半由职工捐赠,扉页上写着捐赠人名字的图书已经有",
        "撤下来,厨师要查明剩菜的原因,职工投票选出的菜留在菜谱上。",
        *CANTEEN[4:],
        "厨师把每个菜的成本写在食堂的窗口上,菜谱和成本一起公布。",
        "(作者单位:青峰矿后勤科)",
        "两千册,职工写下名字就能把图书带走,图书的扉页上都有捐赠人。",
        *LIBRARY[3:4],
        "书友们在书屋里同读一本图书,再把读过的图书捐赠给书屋。",
        "(作者单位:青峰矿工会)",
    )
    assert "从菜谱上撤下来" in canteen.text
    assert "已经有两千册" in library.text
