# needs: babel==2.18.0 beautifulsoup4==4.15.0 bleach==6.4.0 charset_normalizer==3.5.2 commonmark==0.9.2 html5lib==1.1 markdown==3.8.2 markdown_it_py==4.3.0 mdurl==0.1.2 mistune==3.4.0 pygments==2.21.0 pytz==2026.6 six==1.17.0 soupsieve==4.1.2 typing_extensions==4.16.0 webencodings==0.6.1
"""Beautiful Soup, bleach, four Markdown converters, and Babel's numbers and dates."""

import bs4, bleach, html5lib, markdown, mistune, commonmark, babel.numbers, babel.dates, babel.core, markdown_it, datetime as dt

H = '<div id=a class="x y"><p>One<p>Two <b>bold <i>both</b> it</i><br><img src=q alt="&amp;"><table><tr><td>1<td>2</table>&copy; &nbsp;<!-- c --><script>if(a<b){}</script></div>'
for p in 'html.parser', 'html5lib':
    s = bs4.BeautifulSoup(H, p)
    print(s.prettify())
    print([t.name for t in s.find_all(True)], s.select('div.x > p')[:1], s.p.get_text('|', strip=True), s.find('img')['alt'])
print(
    bleach.clean('<a href="javascript:x" onclick=1>t</a><script>e</script><b>k', tags={'a', 'b'}, attributes={'a': ['href']}),
    bleach.linkify('see http://x.org ok'),
)
M = '# T\n\nA *b* **c** `d` [e](f "g")\n\n- 1\n- 2\n    - 3\n\n> q\n\n```py\ncode <\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n1. x\n2. y\n\n---\nHard  \nbreak ![i](u)\n\nTerm[^1]\n\n[^1]: note\n'
print(markdown.markdown(M, extensions=['tables', 'fenced_code', 'footnotes', 'toc']))
print(mistune.html(M))
print(commonmark.commonmark(M))
print(markdown_it.MarkdownIt('commonmark').enable('table').render(M))
print(
    babel.numbers.format_currency(1234567.891, 'EUR', locale='de_DE'),
    babel.numbers.format_compact_decimal(12345, locale='en'),
    babel.dates.format_datetime(dt.datetime(2024, 2, 3, 4, 5), 'full', locale='fr'),
    babel.dates.format_timedelta(dt.timedelta(days=3), locale='ru'),
    babel.core.Locale.parse('pt_BR').display_name,
    babel.numbers.parse_decimal('1.234,5', locale='de'),
)
