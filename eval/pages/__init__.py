"""How well are pages read whose mess is known exactly? Pages are made from clean articles, with their gold.

What counts as the article is decided here once:

* the body is the abstract (摘要), the paragraphs and all headings, run-in or on lines of their own;
* title, second line (``——…``, part of the title), kicker, byline, unit line and biography are labels, no body;
* 关键词, 中图分类号, 文献标识码, 文章编号 and 收稿日期 are furniture, like page numbers, running heads, editors,
  captions and notes of where a page goes on: they belong to no article;
* the author is the names alone, without 本报记者 and 通讯员; the unit is given with the author's post or without;
* a notice is an article of the kind ``notice`` with its heading as title and everything below it as body.
"""
