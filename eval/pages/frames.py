"""Which sentences carry a point in such an article? Hand-written frames with places for a subject's own words.

``{thing}`` and ``{other}`` are two things of the topic, ``{name}`` its name, ``{said}`` a clause of it, ``{n}`` a
count, ``{p}`` a percentage. Between two places stand few enough words that two articles of one page share no long
passage by chance: openings, tasks and closings are not drawn twice on a page, the others are short.
"""

from __future__ import annotations

OPENINGS = (
    "近年来，{name}越来越受到各级管理者的重视，但从实际情况看，工作进展并不平衡。",
    "{name}不是新话题，却常常遇到新情况。随着企业改革步步深入，老办法渐渐不够用了。",
    "说起{name}，许多基层干部既熟悉又头疼：熟悉的是文件，头疼的是落实。",
    "笔者在基层工作多年，对{name}有一些切身体会，现写出来与同行商榷。",
    "一个企业管得好不好，看一看{name}就能知道七八分。",
    "抓好{name}，是提升企业治理水平绕不开的一道题，也是职工看得见的一件事。",
)
TASKS = (
    "本文从{thing}入手，分析当前存在的不足，并提出改进的办法。",
    "本文结合{thing}和{other}两项具体工作，谈几点看法，供大家参考。",
    "如何让{thing}真正发挥作用，值得认真总结。",
    "为此，我们用三个月时间调查了{thing}的运行情况，走访了{n}个基层单位。",
    "下面以{thing}为例，说一说其中的甘苦。",
    "带着这个问题，调研组翻阅了近三年的{thing}，听取了{n}名职工的意见。",
)
WORTHS = (
    "{said}。正因为如此，{thing}不能看成可有可无的小事。",
    "磨刀不误砍柴工，{thing}就是那块磨刀石。{said}。",
    "{said}。这样的变化，用数字写不全。",
    "从长远看，{thing}的作用是慢慢显出来的。{said}。",
    "实践证明，凡是{thing}抓得紧的单位，风气就正，效益也不会差。{said}。",
    "{said}。职工从{thing}里得到了实惠，自然肯出力。",
)
FAULTS = (
    "调查中发现，{said}。这说明{thing}还停留在纸面上。",
    "{said}。问起原因，回答多半是人手少，根子却在于对{thing}认识不足。",
    "比较突出的是，{said}。长此以往，{thing}难免失去大家的信任。",
    "{said}，类似的情形在{n}个单位里都能见到。",
    "老职工说得直白：不怕没有{thing}，就怕有了不当真。{said}。",
    "与此同时，{said}。{thing}与{other}之间缺少衔接，互相推让。",
)
MEASURES = (
    "首先要做到，{said}。这一步看似简单，却是{thing}能否落地的关键。",
    "具体做法是，{said}。试行半年以后，围绕{thing}的抱怨明显少了。",
    "说到{thing}，我们的体会是慢不得也急不得。{said}，先易后难。",
    "{said}。凡涉及{thing}的事项，都明确到人到天，办完即销号。",
    "同时，{said}。有了这一条，{thing}和{other}就不再是两张皮。",
    "还要{said}，并把{thing}列入年底考核。",
    "{said}。起初有人不理解，看到{thing}管用以后便来取经。",
)
VERBS = ("用好", "管好", "改进", "盯紧", "理顺")
"""With a thing, they head a point of the third level."""
FACTS = (
    "据统计，{said}。",
    "截至年底，{said}，比年初的预想还要好一些。",
    "一年下来，{said}，{thing}逐渐成了大家的习惯。",
    "从试点单位的情况看，{said}。",
)
LISTS = (
    "围绕{thing}，重点做三件事：一是{a}；二是{b}；三是{c}。",
    "对{thing}的管理，首先，{a}；其次，{b}；最后，{c}。",
    "抓{thing}离不开三条：第一，{a}。第二，{b}。第三，{c}。",
    "推进{thing}，一方面，{a}；另一方面，{b}。此外，{c}。",
)
REMARKS = (
    "对{thing}而言，",
    "需要指出的是，{thing}不是哪一个部门的独角戏，",
    "{other}的经验值得借鉴，",
    "在一次座谈会上，{n}名班组长谈起{thing}，",
    "当然，{thing}和{other}的情况各不相同，",
    "为了弄清{thing}的底数，工作组前后改了{n}稿，",
    "有人担心{thing}会增加基层负担，",
    "再看{other}，",
    "以前说到{thing}，大家总是摇头，",
    "今年春天，{thing}头一回写进了工作要点，",
    "一位班长算过一笔账，{thing}每月要占去{n}个工时，",
    "抓{thing}要有抓{other}那样的韧劲，",
)
REMARK_ENDS = (
    "方法可以不同，标准只有一个。",
    "生产、财务和人事都要搭把手。",
    "先有样板，再谈推广。",
    "提出的意见大多被采纳。",
    "照搬照抄是行不通的。",
    "这种细致劲值得提倡。",
    "事实恰恰相反，理顺之后重复劳动少了{p}%。",
    "靠的是日复一日的耐心。",
    "难处不在道理，而在坚持。",
    "如今主动过问的人多了。",
    "可见功夫还要下在平时。",
    "由此引出不少话题。",
    "关键看领导带不带头。",
    "账算清楚了，事就好办。",
)
CLOSINGS = (
    "总之，{name}是一项长期的工作，不可能毕其功于一役。只要从{thing}这样的具体事情做起，坚持数年，必有成效。",
    "{name}没有终点。下一步，要在巩固{thing}成果的基础上继续往深处走，为企业高质量发展作出应有的贡献。",
    "回头看，{name}之所以能见到成效，靠的是真抓二字。面对新的任务，仍要把{thing}和{other}一件一件抓到底。",
    "综上所述，做好{name}，既要有制度的硬度，也要有人情的温度。让{thing}成为自觉，事情就成功了一大半。",
    "路虽远，行则将至。{name}每前进一步，离职工的期盼就近一步，{thing}正是这条路上的一块里程碑。",
    "以上几点只是一孔之见。{name}的文章还很长，{thing}怎样常抓常新，有待在实践中继续探索。",
)
