# needs: markdown==3.8.2 beautifulsoup4==4.13.4 soupsieve==2.7 typing_extensions==4.14.1 html5lib==1.1 webencodings==0.5.1 six==1.17.0
"""Markdown to HTML, and Beautiful Soup over broken HTML with two parsers."""

import markdown
from bs4 import BeautifulSoup

text = '''# Title {#top}

Some *emphasis*, **strong**, `code` and [a link](http://x.y "t").[^1]

| a | b |
|---|--:|
| 1 | 2 |

1. one
    * nested
2. two

```python
print("<hi>")
```

Term
:   Definition & more

[^1]: A note.
'''
html = markdown.markdown(text, extensions=['extra', 'toc', 'sane_lists', 'smarty', 'admonition'])
print(html)
for parser in ('html.parser', 'html5lib'):
    soup = BeautifulSoup(html + '<p class="x y">open<b>bold<i>both</b>ital &eacute; &#x41;<br><ul><li>a<li>b', parser)
    print([a['href'] for a in soup.find_all('a')], soup.select_one('td[style]'), soup.select('p.x > b'), soup.find(string='a'))
    print(soup.get_text('|', strip=True))
    soup.h1.string = 'New'
    soup.h1['data-x'] = '1 & 2'
    soup.ul.decompose()
    print(soup.prettify()[:400])
