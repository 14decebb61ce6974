"""Pages of each kind of mess, made up for the purpose, and what is read from them."""

import textwrap

from rag.corpus.article import Article, ArticleKind, Imprint
from rag.corpus.articles import articles_of
from rag.corpus.page import Landmark, LandmarkKind, Page

INTRODUCTION = "铁路物资仓库管着几万种配件,一颗螺栓放错了货架,就可能耽误一列车的检修,因此管好仓库是保证行车安全的第一关。"
SHELVES = "仓库给每个货架编了号,保管员凭号找货,取一件配件的时间从二十分钟降到三分钟,全年没有发错一件。"
TRAINING = "车间每周五下午组织保管员练盘点,由老师傅带着新人认货,练完当场抽考,考不过的下周接着练。"
CLOSING = "物资仓库的经验说明,管好配件靠的是编号清楚、人员熟练,这两条缺一不可。"


def read(text: str) -> tuple[Article, ...]:
    return articles_of(Page("报纸.txt", None, text))


def only(text: str) -> Article:
    (article,) = read(text)
    return article


def labels(article: Article) -> tuple[str | None, str | None, str | None]:
    shown = (article.title, article.author, article.affiliation)
    return shown[0] and shown[0].text, shown[1] and shown[1].text, shown[2] and shown[2].text


def printed(article: Article) -> tuple[str | None, ...]:
    imprint = article.imprint
    shown = (imprint.newspaper, imprint.date, imprint.edition, imprint.column)
    return tuple(words and words.text for words in shown)


def headings(article: Article) -> list[tuple[int, str]]:
    return [(section.level, section.heading.slice(article.text)) for section in article.sections]


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_title_byline_and_unit_line_frame_an_article():
    article = only(page("管好铁路物资仓库", "□ 林 远", INTRODUCTION, "(作者单位:青峰铁路局物资段)"))
    assert labels(article) == ("管好铁路物资仓库", "林远", "青峰铁路局物资段")
    assert article.text == INTRODUCTION


def test_a_unit_in_brackets_right_under_the_byline_belongs_to_it():
    article = only(
        page(
            "班组安全要从小事抓起",
            "□ 周明远",
            "（作者单位：白石沟煤矿安全监察部）",
            "安全无小事，班组是第一道关口。每天开班前，班长都要把风险讲一遍。",
            "一、把风险讲在前面",
            "每班开工前，班长用五分钟讲清当班的三个风险点。",
        )
    )
    assert labels(article) == ("班组安全要从小事抓起", "周明远", "白石沟煤矿安全监察部")
    assert article.text.startswith("安全无小事")


def test_levels_come_from_the_numbers_and_never_from_the_marks():
    text = page(
        "# 管好铁路物资仓库",
        "■青峰铁路局物资段 林远山",
        INTRODUCTION,
        "## 一、编号管理",
        f"(一)货架编号  \n{SHELVES}",
        "## (二)人员练兵",
        TRAINING,
        "### 二、总结",
        CLOSING,
    )
    article = only(text)
    assert labels(article) == ("管好铁路物资仓库", "林远山", "青峰铁路局物资段")
    assert headings(article) == [
        (1, "一、编号管理"),
        (2, "(一)货架编号"),
        (2, "(二)人员练兵"),
        (1, "二、总结"),
    ]
    assert article.sections[1].body.slice(article.text) == SHELVES
    assert article.sections[1].path == ("一、编号管理", "(一)货架编号")


def test_a_word_cut_by_a_page_break_is_joined():
    cut = SHELVES.index("保管员") + 1
    article = only(page("管好铁路物资仓库", "●林远", SHELVES[:cut], SHELVES[cut:], TRAINING))
    assert article.text == f"{SHELVES}\n{TRAINING}"


def test_columns_of_two_articles_read_across_the_page_are_put_back_in_order():
    hospital = "县医院把导诊台搬到大门口,老人来看病不用再问路,志愿者陪着挂号、取药(每位志愿者上岗前都要培训"
    hospital_on = "两天、考核合格),一年里陪诊老人三千人次,投诉比上年少了一半。"
    text = page(
        "管好铁路物资仓库",
        "□ 林 远",
        INTRODUCTION,
        "一、编号管理",
        "物资段先给仓库的货架统一编号,再把编号贴到每个货",
        "把导诊台搬到大门口",
        "□ 周晓梅",
        hospital_on,
        "二、陪诊到病房",
        "住院的老人由护士站接手,陪诊记录跟着病历一起交接,出院时再由志愿者送到车站,家属在手",
        "架上,保管员凭编号到货架上找货,三分钟就能取一件配件。",
        "(作者单位:青峰铁路局物资段)",
        "老人看病难,难在找不到地方、听不清叫号,也不会在手机上挂号。县医院从这些小事做起,一年就见了成效。",
        "一、门口就有人问",
        hospital,
        "机上就能看到。临江县的老人都说这样看病省心。",
    )
    stores, clinic = read(text)
    assert labels(stores) == ("管好铁路物资仓库", "林远", "青峰铁路局物资段")
    assert stores.text.endswith("再把编号贴到每个货架上,保管员凭编号到货架上找货,三分钟就能取一件配件。")
    assert labels(clinic) == ("把导诊台搬到大门口", "周晓梅", None)
    assert clinic.text.startswith("老人看病难")
    assert hospital + hospital_on in clinic.text
    assert headings(clinic) == [(1, "一、门口就有人问"), (1, "二、陪诊到病房")]
    assert clinic.text.endswith("家属在手机上就能看到。临江县的老人都说这样看病省心。")
    assert len(clinic.pieces(clinic.body)) == 3


def wrapped(width: int, between: str) -> str:
    paragraphs = (
        INTRODUCTION,
        "一、给每一个货架编上号码并且把号码写进总账方便核对",
        SHELVES,
        "二、练兵",
        TRAINING,
        CLOSING,
    )
    return between.join(line for p in paragraphs for line in textwrap.wrap(p, width))


def test_hard_wrapped_lines_are_joined_whether_empty_lines_stand_between_or_not():
    for between in ("\n", "\n\n"):
        article = only(wrapped(21, between))
        assert article.title is None
        assert headings(article) == [
            (1, "一、给每一个货架编上号码并且把号码写进总账方便核对"),
            (1, "二、练兵"),
        ]
        assert SHELVES in article.text
        assert article.text.startswith(INTRODUCTION)


def test_a_title_after_its_body_goes_to_the_text_with_its_words():
    first = page(INTRODUCTION, "一、货架编号", SHELVES, "二、人员练兵", TRAINING)
    second = page(
        "一、导诊台", "县医院把导诊台搬到大门口,老人看病不用再问路。", "二、陪诊", "志愿者陪老人挂号、取药。"
    )
    text = page(
        first, "铁路物资仓库的货架编号与练兵", "□ 林远", second, "县医院陪老人看病的导诊台", "□ 周晓梅"
    )
    stores, clinic = read(text)
    assert labels(stores) == ("铁路物资仓库的货架编号与练兵", "林远", None)
    assert labels(clinic) == ("县医院陪老人看病的导诊台", "周晓梅", None)


def test_a_text_without_title_borrows_none_from_its_neighbours():
    text = page(
        "管好铁路物资仓库",
        "□ 林远",
        INTRODUCTION,
        "(作者单位:青峰铁路局物资段)",
        "老人看病难,难在找不到地方、听不清叫号,县医院从这两件小事做起。",
        "(作者单位:临江县医院)",
    )
    stores, clinic = read(text)
    assert labels(stores) == ("管好铁路物资仓库", "林远", "青峰铁路局物资段")
    assert labels(clinic) == (None, None, "临江县医院")


def test_a_unit_line_glued_to_the_last_sentence_is_taken_off():
    article = only(page("# 管好铁路物资仓库", "□ 林远", f"{INTRODUCTION}(作者单位:青峰铁路局物资段)"))
    assert labels(article)[2] == "青峰铁路局物资段"
    assert article.text == INTRODUCTION


def test_run_in_headings_end_at_a_full_stop_a_space_or_a_colon():
    text = page(
        "管好铁路物资仓库",
        "□ 林远",
        "一、优势",
        f"(一)编号清楚 {SHELVES}",
        f"(二)人员熟练。1.练盘点。{TRAINING}2.练认货。{TRAINING}",
        "二、不足",
        f"**规矩不严。**{CLOSING}",
        f"**账目不清:**{SHELVES}",
    )
    article = only(text)
    assert headings(article) == [
        (1, "一、优势"),
        (2, "(一)编号清楚"),
        (2, "(二)人员熟练"),
        (3, "1.练盘点"),
        (3, "2.练认货"),
        (1, "二、不足"),
        (2, "规矩不严"),
        (2, "账目不清"),
    ]
    assert [section.run_in for section in article.sections] == [
        False,
        True,
        True,
        True,
        True,
        False,
        True,
        True,
    ]
    assert article.sections[6].body.slice(article.text) == CLOSING


def test_sisters_that_begin_with_a_short_sentence_are_run_in_headings():
    text = page(
        "管好铁路物资仓库",
        "□ 林远",
        "一、办法",
        f"统一货架编号。{SHELVES}",
        f"坚持每周练兵。{TRAINING}",
        f"记好每天的账。{SHELVES}",
    )
    assert headings(only(text)) == [
        (1, "一、办法"),
        (2, "统一货架编号"),
        (2, "坚持每周练兵"),
        (2, "记好每天的账"),
    ]


def test_first_sentences_that_are_whole_clauses_are_no_headings():
    for first, second in (
        ("仓库管好不易,管长久更难。", "能不能坚持,还要看考核。"),
        ("货架的号编好了。", "保管员也愿意学了。"),
        ("取货最怕找不着。", "认货靠老师傅。"),
    ):
        text = page("管好铁路物资仓库", "□ 林远", "一、办法", first + SHELVES, second + TRAINING, CLOSING)
        assert headings(only(text)) == [(1, "一、办法")]


def test_ordinals_that_count_inside_one_paragraph_head_no_sections():
    text = page(
        "管好铁路物资仓库", "□ 林远", "一、成效", f"第一,找货快了。{SHELVES}第二,人员熟了。{TRAINING}"
    )
    assert headings(only(text)) == [(1, "一、成效")]


def test_a_numbered_sentence_is_no_heading():
    text = page(
        "管好仓库",
        "□ 林远",
        INTRODUCTION,
        "（一）仓库的钥匙由两名保管员分别保管，任何一人都不能单独打开库门，这是多年的规矩。",
    )
    assert headings(only(text)) == []


def test_a_notice_is_a_record_of_its_own():
    text = page(
        "管好铁路物资仓库",
        "□ 林远",
        INTRODUCTION,
        "(作者单位:青峰铁路局物资段)",
        "遗失声明",
        "临江县某商店不慎遗失营业执照副本,声明作废,电话:0355-0000000。",
        "2024年5月6日",
    )
    article, notice = read(text)
    assert (article.kind, notice.kind) == (ArticleKind.ARTICLE, ArticleKind.NOTICE)
    assert labels(notice) == ("遗失声明", None, None)
    assert notice.text.endswith("2024年5月6日")
    assert article.text == INTRODUCTION


def test_the_biography_stands_behind_the_body_and_in_no_section():
    who = "林远(1980-),男,青峰县人,工程师。"
    article = only(
        page("# 管好铁路物资仓库", "■青峰铁路局物资段 林远", "## 一、编号", SHELVES, "## 作者简介:", who)
    )
    assert article.biography.slice(article.text) == f"作者简介:\n{who}"
    assert headings(article) == [(1, "一、编号")]
    assert article.sections[0].body.slice(article.text) == SHELVES


def test_a_closing_paragraph_about_the_whole_article_belongs_to_no_section():
    text = page(
        "管好铁路物资仓库靠编号和人员",
        "□ 林远",
        "一、编号",
        SHELVES,
        "二、人员",
        TRAINING,
        f"{CLOSING}管好铁路物资仓库靠编号和人员。",
    )
    article = only(text)
    assert article.sections[-1].body.slice(article.text) == TRAINING
    assert article.path_at(article.text.index(CLOSING)) == ()


def test_a_markdown_file_is_one_article_with_its_signature_and_date():
    text = page(
        "# 仓库丢了配件怎样追责",
        "_来源：青峰铁路报_ _发布时间： 2021-03-04 09:10_",
        "\u3000\u3000**【案例】**",
        f"\u3000\u3000{SHELVES}",
        "\u3000\u3000**【评析】**",
        f"\u3000\u3000{TRAINING}",
        "\u3000\u3000（作者：林远 单位：青峰铁路局纪委）",
    )
    article = only(text)
    assert labels(article) == ("仓库丢了配件怎样追责", "林远", "青峰铁路局纪委")
    assert printed(article) == ("青峰铁路报", "2021-03-04 09:10", None, None)
    assert article.imprint.iso_date == "2021-03-04"
    assert headings(article) == [(1, "【案例】"), (1, "【评析】")]
    assert article.text.startswith("来源：青峰铁路报 发布时间： 2021-03-04 09:10\n【案例】\n仓库给")


HEAD = ("煤海周刊", "2025年3月12日 星期三 第3版 安全论坛")
FOOT = ("本版编辑：周晓梅 校对：林远",)


def test_head_and_foot_of_a_page_tell_of_all_its_articles_and_are_in_none():
    first = ("管好铁路物资仓库", "□ 林 远", INTRODUCTION, "(作者单位:青峰铁路局物资段)")
    second = ("盘点要天天练", "□ 周晓梅", TRAINING, "(作者单位:青峰铁路局物资段)")
    articles = read(page(*HEAD, *first, *second, *FOOT))
    assert [labels(article)[0] for article in articles] == ["管好铁路物资仓库", "盘点要天天练"]
    assert [article.text for article in articles] == [INTRODUCTION, TRAINING]
    assert {printed(article) for article in articles} == {("煤海周刊", "2025年3月12日", "第3版", "安全论坛")}


def test_the_words_of_an_imprint_stand_in_the_page():
    text = page(*HEAD, "管好铁路物资仓库", "□ 林 远", INTRODUCTION)
    date = only(text).imprint.date
    assert date
    assert [piece.slice(text) for piece in date.pieces] == ["2025年3月12日"]


def test_a_page_that_says_nothing_of_itself_leaves_it_to_the_name_of_its_file():
    text = page("管好铁路物资仓库", "□ 林 远", INTRODUCTION)
    (article,) = articles_of(Page("工运导报/工运导报-2025-03-12-第3版.txt", None, text))
    assert printed(article) == ("工运导报", "2025-03-12", "第3版", None)
    assert only(text).imprint == Imprint()


def test_the_own_date_of_an_article_comes_before_that_of_its_record_and_of_its_page():
    text = page(*HEAD, "管好铁路物资仓库", "发布时间：2025-03-14", INTRODUCTION)
    dates = [
        articles_of(Page("煤海周刊-2025年3月11日.txt", None, body, date=field))[0].imprint.date
        for body, field in (
            (text, "2025-03-13"),
            (text.replace("发布时间：2025-03-14", "安全生产人人有责。"), "2025-03-13"),
            (text.replace("发布时间：2025-03-14", "安全生产人人有责。"), None),
            (INTRODUCTION, None),
        )
    ]
    assert [date and date.text for date in dates] == [
        "2025-03-14",
        "2025-03-13",
        "2025年3月12日",
        "2025年3月11日",
    ]


def test_the_paper_that_an_article_was_taken_from_counts_where_no_other_is_told():
    lines = ("管好铁路物资仓库", "□ 林 远", INTRODUCTION, "（原载《江岸周刊》2024年5月第2期）")
    assert printed(only(page(*lines))) == ("江岸周刊", "2024年5月", "第2期", None)
    assert printed(only(page(*HEAD, *lines)))[:2] == ("煤海周刊", "2025年3月12日")


def test_a_page_of_nothing_but_its_head_keeps_it_as_text():
    assert "第3版" in only(page(*HEAD)).text


def test_the_width_of_punctuation_changes_nothing():
    half = page(
        "管好铁路物资仓库", "□ 林远", INTRODUCTION, "(一)编号", SHELVES, "(作者单位:青峰铁路局物资段)"
    )
    full = half.translate(str.maketrans(",:()", "，：（）"))
    narrow, wide = only(half), only(full)
    assert labels(narrow) == labels(wide)
    assert [level for level, _ in headings(narrow)] == [level for level, _ in headings(wide)] == [1]
    assert narrow.body == wide.body


def test_line_ends_of_other_systems_change_nothing():
    text = page("管好铁路物资仓库", "□ 林远", INTRODUCTION, "一、编号", SHELVES)
    assert only(text.replace("\n", "\r\n")).text == only(text).text


def test_the_fields_of_a_record_win_over_its_text():
    text = page("# 别的题目", "一、编号", SHELVES, "（周晓梅 作者单位：临江县医院）")
    record = Page("库.jsonl", "42", text, title="管好铁路物资仓库", author="林远", date="2020")
    (article,) = articles_of(record)
    assert labels(article) == ("管好铁路物资仓库", "林远", "临江县医院")
    assert (article.record, printed(article)) == ("42", (None, "2020", None, None))
    assert (1, "一、编号") in [(level - 1 or 1, name) for level, name in headings(article)]


def test_several_authors_and_wrapped_words_of_the_press_are_read():
    for line, author in (
        ("本报记者 林远 通讯员 周晓梅", "林远 周晓梅"),
        ("文/林远、周晓梅", "林远、周晓梅"),
        ("▲林远 周晓梅", "林远 周晓梅"),
    ):
        assert labels(only(page("管好铁路物资仓库", line, INTRODUCTION)))[:2] == ("管好铁路物资仓库", author)


def test_a_page_of_white_space_has_no_article_and_a_lone_title_is_its_text():
    assert read(" \n\u3000\n\r\n") == ()
    assert only("# 六纪").text == "六纪"


def test_the_same_words_keep_their_name_and_other_words_get_another():
    text = page("管好铁路物资仓库", "□ 林远", INTRODUCTION)
    assert only(text).article_id == only(text).article_id
    assert only(text).article_id != only(text + SHELVES).article_id
    assert only(text).article_id != articles_of(Page("另一张.txt", None, text))[0].article_id


def test_a_page_whose_title_is_known_is_one_article():
    text = "# 渡口\n\n公司办起了夜校。\n\n# 食堂\n\n●机床厂 罗小满\n\n每晚供应热饭。\n"
    assert len(articles_of(Page("一.html", None, text))) == 2
    landmarks = (Landmark(0, LandmarkKind.PAGE, 4),)
    (article,) = articles_of(
        Page("一.html", None, text, title="江岸二题", author="沈渡", landmarks=landmarks)
    )
    assert article.title
    assert article.author
    assert (article.title.text, article.author.text) == ("江岸二题", "沈渡")
    assert "办起了夜校" in article.text
    assert "每晚供应热饭" in article.text
    assert article.landmarks == landmarks
