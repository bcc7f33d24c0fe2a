# needs: jinja2==3.1.6 markupsafe==3.0.4+compiled
"""Jinja renders a page: inheritance, macros, filters, loops, escaping, and the error of a broken template."""

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError, UndefinedError

templates = {
    'base.html': '<html><head><title>{% block title %}Shop{% endblock %}</title></head><body>{% block body %}{% endblock %}</body></html>',
    'macros.html': '{% macro price(value, currency="EUR") %}{{ "%.2f"|format(value) }} {{ currency }}{% endmacro %}',
    'page.html': '''{% extends "base.html" %}{% from "macros.html" import price %}
{% block title %}{{ super() }} – {{ shop.name|title }}{% endblock %}
{% block body %}
<ul>
{%- for item in items|sort(attribute="price") if item.price > 1 %}
  <li class="{{ loop.cycle('odd', 'even') }}">{{ loop.index }}/{{ loop.length }} {{ item.name|e }} {{ price(item.price) }}
  {%- if item.tags %} [{{ item.tags|join(', ')|upper }}]{% endif %}</li>
{%- else %}
  <li>nothing</li>
{%- endfor %}
</ul>
{% set total = namespace(value=0) %}{% for item in items %}{% set total.value = total.value + item.price %}{% endfor %}
<p>{{ total.value|round(1) }} {{ items|map(attribute="name")|list|tojson }} {{ [3, 1, 2]|sort|reverse|list }}</p>
{% for key, group in items|groupby("kind") %}{{ key }}:{{ group|length }} {% endfor %}
{{ "<b>"|safe }}{{ "<i>" }} {{ missing|default("fallback") }} {{ 7 // 2 }} {{ 2 ** 5 }} {{ "a" ~ 1 }} {{ "abc"[::-1] }} {{ 5 is odd }}
{% filter upper %}filtered{% endfilter %} {{ "long text here"|truncate(9) }} {{ "one two"|wordcount }} {{ 1234567|filesizeformat }}
{% endblock %}''',
}
env = Environment(loader=DictLoader(templates), autoescape=True, trim_blocks=True)
items = [
    {'name': 'Tea & <cake>', 'price': 3.5, 'tags': ['hot', 'sweet'], 'kind': 'food'},
    {'name': 'Café', 'price': 2.25, 'tags': [], 'kind': 'food'},
    {'name': 'Pin', 'price': 0.5, 'tags': ['small'], 'kind': 'thing'},
]
print(env.get_template('page.html').render(shop={'name': 'corner shop'}, items=items))
try:
    env.from_string('{% for x in %}')
except TemplateSyntaxError as error:
    print(type(error).__name__, error.message, error.lineno)
try:
    Environment(undefined=StrictUndefined).from_string('{{ nope.attr }}').render()
except UndefinedError as error:
    print(error)
