# needs: Chameleon==4.6.0 mako==1.4.3 markupsafe==3.0.4+compiled pygments==2.21.0
"""Templates that are compiled to Python: Mako and Chameleon."""

from mako.template import Template
from mako.lookup import TemplateLookup
from mako import exceptions

print(Template('''<%def name="row(x)">[${x | h}]</%def>
% for i, n in enumerate(names):
${loop.index} ${row(n)} ${'odd' if i % 2 else 'even'}
% endfor
<%! import math %>${math.floor(2.5)} ${missing if missing is not UNDEFINED else 'none'}
<%block name="b">block</%block>''').render(names=['<a>', 'b&']))
l = TemplateLookup()
l.put_string('base', 'HEAD ${self.body()} <%block name="x">default</%block> FOOT')
l.put_string('child', '<%inherit file="base"/>BODY ${v}<%block name="x">own</%block>')
print(l.get_template('child').render(v=3))
try:
    Template('${1/0}').render()
except ZeroDivisionError:
    print(exceptions.text_error_template().render().splitlines()[-1])
from chameleon import PageTemplate

print(
    PageTemplate(
        '''<ul xmlns:tal="http://xml.zope.org/namespaces/tal"><li tal:repeat="i items" tal:attributes="class repeat.i.odd and 'o' or 'e'" tal:content="i">x</li><p tal:condition="not items">none</p>${len(items)} <b tal:replace="structure '&lt;i&gt;'"/></ul>'''
    ).render(items=['a', '<b>', 3])
)
