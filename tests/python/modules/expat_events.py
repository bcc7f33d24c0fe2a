# pyexpat: every event with its position, errors with theirs, whole and fed character by character; recorded from CPython.
import pyexpat
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__dict__',None))
def mk(skip=('DefaultHandler','DefaultHandlerExpand'), enc=None, ns=None):
    p=pyexpat.ParserCreate(enc,ns)
    for h in [n for n in dir(p) if n.endswith('Handler') or n=='DefaultHandlerExpand']:
        if h in skip: continue
        setattr(p,h,lambda *a,h=h,p=p: (print('  ',h[:-7],a,p.CurrentLineNumber,p.CurrentColumnNumber,p.CurrentByteIndex),1)[1])
    return p
p=mk()
t(lambda: p.Parse('''<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE a PUBLIC "pp" "ss" [
<!ELEMENT a (b|c)*><!ELEMENT d (b,c?)+ ><!ELEMENT e EMPTY><!ELEMENT f ANY><!ELEMENT g (#PCDATA|x)*><!ELEMENT h (#PCDATA)>
<!ATTLIST a x CDATA "d1" y (p|q) #REQUIRED z NOTATION (n|m) #IMPLIED w ID #IMPLIED v NMTOKENS #FIXED " a  b ">
<!ENTITY ent "a<b>&#65;</b>"><!ENTITY % pe "pv"><!ENTITY ext SYSTEM "sy"><!ENTITY un PUBLIC "pu" "sy" NDATA n><!NOTATION n SYSTEM "q"><!NOTATION m PUBLIC "r">
<?pi  data ?><!-- c -->
]>
<a y="p" u="1&lt;2"/> ''',True))
p=mk()
t(lambda: p.Parse('<!DOCTYPE a [<!ENTITY e "x<b/>y"><!ENTITY x SYSTEM "s">]><a>t1\n&e;&#10;\r\n]]&amp;é<![CDATA[a\nb]]>&x;</a>',True))
for doc in ['','  ','<a>','<a','<a></b>','<a/><b/>','<a b/>','<a b=c/>','<a b="<"/>','<a b="1" b="2"/>','x','<a>&foo;</a>','<a>&#0;</a>','<a>&#xZ;</a>','<a>]]></a>','<a>\x01</a>','<a><!-- -- --></a>','<a><?xml version="1.0"?></a>',' <?xml version="1.0"?><a/>','<?xml?><a/>','<?xml version="1.0" encoding="foo"?><a/>','<a><![CDATA[','<a></a','<a>&amp','<a>&lt;','</a>','<1/>','<a 1="2"/>','<a b="1"c="2"/>','<a><b></a></b>','<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>','<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a b="&a;"/>','<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</a>','<!DOCTYPE a [<!FOO>]><a/>','<!DOCTYPE a','<!DOCTYPE a [','<!doctype a><a/>','<a/>junk','<a/>&amp;','<a>\ud7ff\ufffe</a>','<a x="&#65;&#x42;&lt;"/>','<a\n  b = "x\ny"  />','<a>a\r\nb\rc\n</a>','<!DOCTYPE a SYSTEM "x"><a>&foo;</a>','<!DOCTYPE a [%x;]><a>&foo;</a>','<!-- c --><a/><!-- d --><?pi?>', '<a><?p?><?p  q?></a>','<a>'+'x'*10+'</a>\n\n', '<é ü="ß">€</é>', '<a>😀<b/></a>', '<!DOCTYPE a [<!ENTITY e SYSTEM "s" NDATA n>]><a>&e;</a>','<!DOCTYPE a [<!ENTITY e SYSTEM "s">]><a b="&e;"/>','<a>&b','<a>&;</a>','<a>& </a>','<a b="&"/>','<a b="&x"/>','<!DOCTYPE a [<!ATTLIST a b CDATA "q" c NMTOKEN "  z ">]><a b="1"/>']:
    print('==',repr(doc)); p=mk(); t(lambda: p.Parse(doc,True)); print(p.ErrorCode,p.ErrorLineNumber,p.ErrorColumnNumber,p.ErrorByteIndex)
    p=mk()
    try:
        for c in doc: p.Parse(c)
        p.Parse('',True)
    except pyexpat.error as e: print(e)
print('NS')
for doc in ['<a xmlns="u"><b x="1" xml:lang="e"/></a>','<p:a xmlns:p="u" p:x="1"><p:b xmlns:p="v"/></p:a>','<p:a/>','<a xmlns:p=""/>','<a xmlns:xml="x"/>','<a xmlns:xmlns="x"/>','<a xmlns="u"><b xmlns=""/></a>']:
    print('==',doc); p=mk(ns=' '); t(lambda: p.Parse(doc,True)); p=mk(ns='!'); p.namespace_prefixes=True; p.ordered_attributes=True; t(lambda: p.Parse(doc,True))
print('ENC')
for doc,enc in [(b'\xef\xbb\xbf<a>\xc3\xa9</a>',None),('<?xml version="1.0" encoding="utf-16"?><a>é</a>'.encode('utf-16'),None),('<a>é</a>'.encode('utf-16-le'),None),(b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>',None),(b'<?xml version="1.0" encoding="cp1252"?><a>\x80</a>',None),(b'<a>\xe9</a>',None),(b'<a>\xe9</a>','iso-8859-1'),(b'<?xml version="1.0" encoding="utf-16"?><a/>',None),(b'<a>\xc3',None),(b'<a>\xff</a>','us-ascii')]:
    print('==',doc,enc); p=mk(enc=enc); t(lambda: p.Parse(doc,True)); print(p.CurrentByteIndex)
print('DEFAULT')
text = []
p = pyexpat.ParserCreate()
p.DefaultHandler = text.append
p.Parse('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e "v">\n]>\n<a x="1">t&e;<!-- c --><?p q?><![CDATA[x]]></a>\n', True)
print(text)
p=pyexpat.ParserCreate(); p.buffer_text=True; out=[]; p.CharacterDataHandler=out.append; p.CommentHandler=lambda c: out.append(('c',c)); p.Parse('<a>1\n2&amp;<!--x-->3</a>',True); print(out)
p=pyexpat.ParserCreate(); p.specified_attributes=True; p.ordered_attributes=True; p.StartElementHandler=lambda *a: print(a); p.Parse('<!DOCTYPE a [<!ATTLIST a b CDATA "q" c NMTOKEN "  z ">]><a b="1"/>',True)
# external
def ext(ctx,base,sysid,pubid):
    print('EXT',ctx,base,sysid,pubid)
    q=p.ExternalEntityParserCreate(ctx); q.Parse('<!ENTITY fromext "E"><!ATTLIST a d CDATA "dd">' if ctx is None else '<?xml encoding="utf-8"?>in<b>side</b>&fromext;',True); return 1
p=mk(); p.SetParamEntityParsing(2); p.SetBase('/base'); p.ExternalEntityRefHandler=ext
t(lambda: p.Parse('<!DOCTYPE a SYSTEM "dtd" [<!ENTITY x SYSTEM "xx">]><a>&x;&fromext;</a>',True))

import xml.etree.ElementTree as ET
from xml.dom import minidom
root = ET.fromstring('<?xml version="1.0"?><r xmlns:p="u"><a k="v">t&amp;</a>tail<p:b/></r>')
print(ET.tostring(root), [e.tag for e in root.iter()])
print(minidom.parseString('<a><b c="d">e</b></a>').toxml())
try:
    ET.fromstring('<a><b></a>')
except ET.ParseError as error:
    print(error, error.code, error.position)
parser = ET.XMLPullParser(['start', 'end'])
parser.feed('<a><b>')
parser.feed('</b></a>')
print([(event, element.tag) for event, element in parser.read_events()])
# expect-stdout:
#    XmlDecl ('1.0', 'utf-8', 0) 1 0 0
#    NotStandalone () 2 24 79
#    StartDoctypeDecl ('a', 'ss', 'pp', 1) 2 29 84
#    ElementDecl ('a', (5, 2, None, ((4, 0, 'b', ()), (4, 0, 'c', ())))) 3 16 102
#    ElementDecl ('d', (6, 3, None, ((4, 0, 'b', ()), (4, 1, 'c', ())))) 3 36 122
#    ElementDecl ('e', (1, 0, None, ())) 3 52 138
#    ElementDecl ('f', (2, 0, None, ())) 3 70 156
#    ElementDecl ('g', (3, 2, None, ((4, 0, 'x', ()),))) 3 96 182
#    ElementDecl ('h', (3, 0, None, ())) 3 119 205
#    AttlistDecl ('a', 'x', 'CDATA', 'd1', 0) 4 20 228
#    AttlistDecl ('a', 'y', '(p|q)', None, 1) 4 33 241
#    AttlistDecl ('a', 'z', 'NOTATION(n|m)', None, 0) 4 60 268
#    AttlistDecl ('a', 'w', 'ID', None, 0) 4 74 282
#    AttlistDecl ('a', 'v', 'NMTOKENS', 'a b', 1) 4 101 309
#    EntityDecl ('ent', 0, 'a<b>A</b>', None, None, None, None) 5 13 332
#    EntityDecl ('pe', 1, 'pv', None, None, None, None) 5 43 362
#    EntityDecl ('ext', 0, None, None, 'sy', None, None) 5 72 391
#    UnparsedEntityDecl ('un', None, 'sy', 'pu', 'n') 5 108 427
#    NotationDecl ('n', None, 'q', None) 5 130 449
#    NotationDecl ('m', None, None, 'r') 5 157 476
#    ProcessingInstruction ('pi', 'data ') 6 0 478
#    Comment (' c ',) 6 13 491
#    EndDoctypeDecl () 7 1 503
#    StartElement ('a', {'y': 'p', 'u': '1<2', 'x': 'd1', 'v': 'a b'}) 8 0 505
#    EndElement ('a',) 8 21 526
# 1
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, 'x<b/>y', None, None, None, None) 1 24 24
#    EntityDecl ('x', 0, None, None, 's', None, None) 1 54 54
#    EndDoctypeDecl () 1 56 56
#    StartElement ('a', {}) 1 57 57
#    CharacterData ('t1',) 1 60 60
#    CharacterData ('\n',) 1 62 62
#    CharacterData ('x',) 2 0 63
#    StartElement ('b', {}) 2 0 63
#    EndElement ('b',) 2 0 63
#    CharacterData ('y',) 2 0 63
#    CharacterData ('\n',) 2 3 66
#    CharacterData ('\n',) 2 8 71
#    CharacterData (']]',) 3 0 73
#    CharacterData ('&',) 3 2 75
#    CharacterData ('é',) 3 7 80
#    StartCdataSection () 3 8 82
#    CharacterData ('a',) 3 17 91
#    CharacterData ('\n',) 3 18 92
#    CharacterData ('b',) 4 0 93
#    EndCdataSection () 4 1 94
#    ExternalEntityRef ('x', None, 's', None) 4 4 97
#    EndElement ('a',) 4 7 100
# 1
# == ''
# ExpatError no element found: line 1, column 0 {'code': 3, 'lineno': 1, 'offset': 0}
# 3 1 0 0
# no element found: line 1, column 0
# == '  '
# ExpatError no element found: line 1, column 2 {'code': 3, 'lineno': 1, 'offset': 2}
# 3 1 2 2
# no element found: line 1, column 2
# == '<a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError no element found: line 1, column 3 {'code': 3, 'lineno': 1, 'offset': 3}
# 3 1 3 3
#    StartElement ('a', {}) 1 0 0
# no element found: line 1, column 3
# == '<a'
# ExpatError unclosed token: line 1, column 0 {'code': 5, 'lineno': 1, 'offset': 0}
# 5 1 0 0
# unclosed token: line 1, column 0
# == '<a></b>'
#    StartElement ('a', {}) 1 0 0
# ExpatError mismatched tag: line 1, column 5 {'code': 7, 'lineno': 1, 'offset': 5}
# 7 1 5 5
#    StartElement ('a', {}) 1 0 0
# mismatched tag: line 1, column 5
# == '<a/><b/>'
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# ExpatError junk after document element: line 1, column 4 {'code': 9, 'lineno': 1, 'offset': 4}
# 9 1 4 4
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# junk after document element: line 1, column 4
# == '<a b/>'
# ExpatError not well-formed (invalid token): line 1, column 4 {'code': 4, 'lineno': 1, 'offset': 4}
# 4 1 4 4
# not well-formed (invalid token): line 1, column 4
# == '<a b=c/>'
# ExpatError not well-formed (invalid token): line 1, column 5 {'code': 4, 'lineno': 1, 'offset': 5}
# 4 1 5 5
# not well-formed (invalid token): line 1, column 5
# == '<a b="<"/>'
# ExpatError not well-formed (invalid token): line 1, column 6 {'code': 4, 'lineno': 1, 'offset': 6}
# 4 1 6 6
# not well-formed (invalid token): line 1, column 6
# == '<a b="1" b="2"/>'
# ExpatError duplicate attribute: line 1, column 9 {'code': 8, 'lineno': 1, 'offset': 9}
# 8 1 9 9
# duplicate attribute: line 1, column 9
# == 'x'
# ExpatError syntax error: line 1, column 0 {'code': 2, 'lineno': 1, 'offset': 0}
# 2 1 0 0
# syntax error: line 1, column 0
# == '<a>&foo;</a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError undefined entity: line 1, column 3 {'code': 11, 'lineno': 1, 'offset': 3}
# 11 1 3 3
#    StartElement ('a', {}) 1 0 0
# undefined entity: line 1, column 3
# == '<a>&#0;</a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError reference to invalid character number: line 1, column 3 {'code': 14, 'lineno': 1, 'offset': 3}
# 14 1 3 3
#    StartElement ('a', {}) 1 0 0
# reference to invalid character number: line 1, column 3
# == '<a>&#xZ;</a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 6 {'code': 4, 'lineno': 1, 'offset': 6}
# 4 1 6 6
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 6
# == '<a>]]></a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 5 {'code': 4, 'lineno': 1, 'offset': 5}
# 4 1 5 5
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 5
# == '<a>\x01</a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 3 {'code': 4, 'lineno': 1, 'offset': 3}
# 4 1 3 3
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 3
# == '<a><!-- -- --></a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 10 {'code': 4, 'lineno': 1, 'offset': 10}
# 4 1 10 10
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 10
# == '<a><?xml version="1.0"?></a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError XML or text declaration not at start of entity: line 1, column 3 {'code': 17, 'lineno': 1, 'offset': 3}
# 17 1 3 3
#    StartElement ('a', {}) 1 0 0
# XML or text declaration not at start of entity: line 1, column 3
# == ' <?xml version="1.0"?><a/>'
# ExpatError XML or text declaration not at start of entity: line 1, column 1 {'code': 17, 'lineno': 1, 'offset': 1}
# 17 1 1 1
# XML or text declaration not at start of entity: line 1, column 1
# == '<?xml?><a/>'
# ExpatError XML declaration not well-formed: line 1, column 5 {'code': 30, 'lineno': 1, 'offset': 5}
# 30 1 5 5
# XML declaration not well-formed: line 1, column 5
# == '<?xml version="1.0" encoding="foo"?><a/>'
#    XmlDecl ('1.0', 'foo', -1) 1 0 0
#    StartElement ('a', {}) 1 36 36
#    EndElement ('a',) 1 40 40
# 1
# 0 1 40 40
#    XmlDecl ('1.0', 'foo', -1) 1 0 0
#    StartElement ('a', {}) 1 36 36
#    EndElement ('a',) 1 40 40
# == '<a><![CDATA['
#    StartElement ('a', {}) 1 0 0
#    StartCdataSection () 1 3 3
# ExpatError unclosed CDATA section: line 1, column 12 {'code': 20, 'lineno': 1, 'offset': 12}
# 20 1 12 12
#    StartElement ('a', {}) 1 0 0
#    StartCdataSection () 1 3 3
# unclosed CDATA section: line 1, column 12
# == '<a></a'
#    StartElement ('a', {}) 1 0 0
# ExpatError unclosed token: line 1, column 3 {'code': 5, 'lineno': 1, 'offset': 3}
# 5 1 3 3
#    StartElement ('a', {}) 1 0 0
# unclosed token: line 1, column 3
# == '<a>&amp'
#    StartElement ('a', {}) 1 0 0
# ExpatError unclosed token: line 1, column 3 {'code': 5, 'lineno': 1, 'offset': 3}
# 5 1 3 3
#    StartElement ('a', {}) 1 0 0
# unclosed token: line 1, column 3
# == '<a>&lt;'
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('<',) 1 3 3
# ExpatError no element found: line 1, column 7 {'code': 3, 'lineno': 1, 'offset': 7}
# 3 1 7 7
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('<',) 1 3 3
# no element found: line 1, column 7
# == '</a>'
# ExpatError not well-formed (invalid token): line 1, column 1 {'code': 4, 'lineno': 1, 'offset': 1}
# 4 1 1 1
# not well-formed (invalid token): line 1, column 1
# == '<1/>'
# ExpatError not well-formed (invalid token): line 1, column 1 {'code': 4, 'lineno': 1, 'offset': 1}
# 4 1 1 1
# not well-formed (invalid token): line 1, column 1
# == '<a 1="2"/>'
# ExpatError not well-formed (invalid token): line 1, column 3 {'code': 4, 'lineno': 1, 'offset': 3}
# 4 1 3 3
# not well-formed (invalid token): line 1, column 3
# == '<a b="1"c="2"/>'
# ExpatError not well-formed (invalid token): line 1, column 8 {'code': 4, 'lineno': 1, 'offset': 8}
# 4 1 8 8
# not well-formed (invalid token): line 1, column 8
# == '<a><b></a></b>'
#    StartElement ('a', {}) 1 0 0
#    StartElement ('b', {}) 1 3 3
# ExpatError mismatched tag: line 1, column 8 {'code': 7, 'lineno': 1, 'offset': 8}
# 7 1 8 8
#    StartElement ('a', {}) 1 0 0
#    StartElement ('b', {}) 1 3 3
# mismatched tag: line 1, column 8
# == '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, '&e;', None, None, None, None) 1 24 24
#    EndDoctypeDecl () 1 31 31
#    StartElement ('a', {}) 1 32 32
# ExpatError recursive entity reference: line 1, column 35 {'code': 12, 'lineno': 1, 'offset': 35}
# 12 1 35 35
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, '&e;', None, None, None, None) 1 24 24
#    EndDoctypeDecl () 1 31 31
#    StartElement ('a', {}) 1 32 32
# recursive entity reference: line 1, column 35
# == '<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a b="&a;"/>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('a', 0, '&b;', None, None, None, None) 1 24 24
#    EntityDecl ('b', 0, '&a;', None, None, None, None) 1 41 41
#    EndDoctypeDecl () 1 48 48
# ExpatError recursive entity reference: line 1, column 49 {'code': 12, 'lineno': 1, 'offset': 49}
# 12 1 49 49
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('a', 0, '&b;', None, None, None, None) 1 24 24
#    EntityDecl ('b', 0, '&a;', None, None, None, None) 1 41 41
#    EndDoctypeDecl () 1 48 48
# recursive entity reference: line 1, column 49
# == '<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</a>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, '<b>', None, None, None, None) 1 24 24
#    EndDoctypeDecl () 1 31 31
#    StartElement ('a', {}) 1 32 32
#    StartElement ('b', {}) 1 35 35
# ExpatError asynchronous entity: line 1, column 35 {'code': 13, 'lineno': 1, 'offset': 35}
# 13 1 35 35
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, '<b>', None, None, None, None) 1 24 24
#    EndDoctypeDecl () 1 31 31
#    StartElement ('a', {}) 1 32 32
#    StartElement ('b', {}) 1 35 35
# asynchronous entity: line 1, column 35
# == '<!DOCTYPE a [<!FOO>]><a/>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
# ExpatError not well-formed (invalid token): line 1, column 18 {'code': 4, 'lineno': 1, 'offset': 18}
# 4 1 18 18
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
# not well-formed (invalid token): line 1, column 18
# == '<!DOCTYPE a'
# ExpatError no element found: line 1, column 11 {'code': 3, 'lineno': 1, 'offset': 11}
# 3 1 11 11
# no element found: line 1, column 11
# == '<!DOCTYPE a ['
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
# ExpatError no element found: line 1, column 13 {'code': 3, 'lineno': 1, 'offset': 13}
# 3 1 13 13
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
# no element found: line 1, column 13
# == '<!doctype a><a/>'
# ExpatError syntax error: line 1, column 0 {'code': 2, 'lineno': 1, 'offset': 0}
# 2 1 0 0
# syntax error: line 1, column 0
# == '<a/>junk'
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# ExpatError junk after document element: line 1, column 4 {'code': 9, 'lineno': 1, 'offset': 4}
# 9 1 4 4
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# junk after document element: line 1, column 4
# == '<a/>&amp;'
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# ExpatError not well-formed (invalid token): line 1, column 4 {'code': 4, 'lineno': 1, 'offset': 4}
# 4 1 4 4
#    StartElement ('a', {}) 1 0 0
#    EndElement ('a',) 1 4 4
# not well-formed (invalid token): line 1, column 4
# == '<a>\ud7ff\ufffe</a>'
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('\ud7ff',) 1 3 3
# ExpatError not well-formed (invalid token): line 1, column 4 {'code': 4, 'lineno': 1, 'offset': 4}
# 4 1 4 6
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('\ud7ff',) 1 3 3
# not well-formed (invalid token): line 1, column 4
# == '<a x="&#65;&#x42;&lt;"/>'
#    StartElement ('a', {'x': 'AB<'}) 1 0 0
#    EndElement ('a',) 1 24 24
# 1
# 0 1 24 24
#    StartElement ('a', {'x': 'AB<'}) 1 0 0
#    EndElement ('a',) 1 24 24
# == '<a\n  b = "x\ny"  />'
#    StartElement ('a', {'b': 'x y'}) 1 0 0
#    EndElement ('a',) 3 6 18
# 1
# 0 3 6 18
#    StartElement ('a', {'b': 'x y'}) 1 0 0
#    EndElement ('a',) 3 6 18
# == '<a>a\r\nb\rc\n</a>'
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('a',) 1 3 3
#    CharacterData ('\n',) 1 4 4
#    CharacterData ('b',) 2 0 6
#    CharacterData ('\n',) 2 1 7
#    CharacterData ('c',) 3 0 8
#    CharacterData ('\n',) 3 1 9
#    EndElement ('a',) 4 0 10
# 1
# 0 4 4 14
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('a',) 1 3 3
#    CharacterData ('\n',) 1 4 4
#    CharacterData ('b',) 2 0 6
#    CharacterData ('\n',) 2 1 7
#    CharacterData ('c',) 3 0 8
#    CharacterData ('\n',) 3 1 9
#    EndElement ('a',) 4 0 10
# == '<!DOCTYPE a SYSTEM "x"><a>&foo;</a>'
#    NotStandalone () 1 19 19
#    StartDoctypeDecl ('a', 'x', None, 0) 1 22 22
#    EndDoctypeDecl () 1 22 22
#    StartElement ('a', {}) 1 23 23
#    SkippedEntity ('foo', 0) 1 26 26
#    EndElement ('a',) 1 31 31
# 1
# 0 1 35 35
#    NotStandalone () 1 19 19
#    StartDoctypeDecl ('a', 'x', None, 0) 1 22 22
#    EndDoctypeDecl () 1 22 22
#    StartElement ('a', {}) 1 23 23
#    SkippedEntity ('foo', 0) 1 26 26
#    EndElement ('a',) 1 31 31
# == '<!DOCTYPE a [%x;]><a>&foo;</a>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    NotStandalone () 1 13 13
#    EndDoctypeDecl () 1 17 17
#    StartElement ('a', {}) 1 18 18
#    SkippedEntity ('foo', 0) 1 21 21
#    EndElement ('a',) 1 26 26
# 1
# 0 1 30 30
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    NotStandalone () 1 13 13
#    EndDoctypeDecl () 1 17 17
#    StartElement ('a', {}) 1 18 18
#    SkippedEntity ('foo', 0) 1 21 21
#    EndElement ('a',) 1 26 26
# == '<!-- c --><a/><!-- d --><?pi?>'
#    Comment (' c ',) 1 0 0
#    StartElement ('a', {}) 1 10 10
#    EndElement ('a',) 1 14 14
#    Comment (' d ',) 1 14 14
#    ProcessingInstruction ('pi', '') 1 24 24
# 1
# 0 1 30 30
#    Comment (' c ',) 1 0 0
#    StartElement ('a', {}) 1 10 10
#    EndElement ('a',) 1 14 14
#    Comment (' d ',) 1 14 14
#    ProcessingInstruction ('pi', '') 1 24 24
# == '<a><?p?><?p  q?></a>'
#    StartElement ('a', {}) 1 0 0
#    ProcessingInstruction ('p', '') 1 3 3
#    ProcessingInstruction ('p', 'q') 1 8 8
#    EndElement ('a',) 1 16 16
# 1
# 0 1 20 20
#    StartElement ('a', {}) 1 0 0
#    ProcessingInstruction ('p', '') 1 3 3
#    ProcessingInstruction ('p', 'q') 1 8 8
#    EndElement ('a',) 1 16 16
# == '<a>xxxxxxxxxx</a>\n\n'
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('xxxxxxxxxx',) 1 3 3
#    EndElement ('a',) 1 13 13
# 1
# 0 3 0 19
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('x',) 1 3 3
#    CharacterData ('x',) 1 4 4
#    CharacterData ('x',) 1 5 5
#    CharacterData ('x',) 1 6 6
#    CharacterData ('x',) 1 7 7
#    CharacterData ('x',) 1 8 8
#    CharacterData ('x',) 1 9 9
#    CharacterData ('x',) 1 10 10
#    CharacterData ('x',) 1 11 11
#    CharacterData ('x',) 1 12 12
#    EndElement ('a',) 1 13 13
# == '<é ü="ß">€</é>'
#    StartElement ('é', {'ü': 'ß'}) 1 0 0
#    CharacterData ('€',) 1 9 12
#    EndElement ('é',) 1 10 15
# 1
# 0 1 14 20
#    StartElement ('é', {'ü': 'ß'}) 1 0 0
#    CharacterData ('€',) 1 9 12
#    EndElement ('é',) 1 10 15
# == '<a>😀<b/></a>'
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('😀',) 1 3 3
#    StartElement ('b', {}) 1 4 7
#    EndElement ('b',) 1 8 11
#    EndElement ('a',) 1 8 11
# 1
# 0 1 12 15
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('😀',) 1 3 3
#    StartElement ('b', {}) 1 4 7
#    EndElement ('b',) 1 8 11
#    EndElement ('a',) 1 8 11
# == '<!DOCTYPE a [<!ENTITY e SYSTEM "s" NDATA n>]><a>&e;</a>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    UnparsedEntityDecl ('e', None, 's', None, 'n') 1 41 41
#    EndDoctypeDecl () 1 44 44
#    StartElement ('a', {}) 1 45 45
# ExpatError reference to binary entity: line 1, column 48 {'code': 15, 'lineno': 1, 'offset': 48}
# 15 1 48 48
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    UnparsedEntityDecl ('e', None, 's', None, 'n') 1 41 41
#    EndDoctypeDecl () 1 44 44
#    StartElement ('a', {}) 1 45 45
# reference to binary entity: line 1, column 48
# == '<!DOCTYPE a [<!ENTITY e SYSTEM "s">]><a b="&e;"/>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, None, None, 's', None, None) 1 34 34
#    EndDoctypeDecl () 1 36 36
# ExpatError reference to external entity in attribute: line 1, column 43 {'code': 16, 'lineno': 1, 'offset': 43}
# 16 1 43 43
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    EntityDecl ('e', 0, None, None, 's', None, None) 1 34 34
#    EndDoctypeDecl () 1 36 36
# reference to external entity in attribute: line 1, column 43
# == '<a>&b'
#    StartElement ('a', {}) 1 0 0
# ExpatError unclosed token: line 1, column 3 {'code': 5, 'lineno': 1, 'offset': 3}
# 5 1 3 3
#    StartElement ('a', {}) 1 0 0
# unclosed token: line 1, column 3
# == '<a>&;</a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 4 {'code': 4, 'lineno': 1, 'offset': 4}
# 4 1 4 4
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 4
# == '<a>& </a>'
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 4 {'code': 4, 'lineno': 1, 'offset': 4}
# 4 1 4 4
#    StartElement ('a', {}) 1 0 0
# not well-formed (invalid token): line 1, column 4
# == '<a b="&"/>'
# ExpatError not well-formed (invalid token): line 1, column 7 {'code': 4, 'lineno': 1, 'offset': 7}
# 4 1 7 7
# not well-formed (invalid token): line 1, column 7
# == '<a b="&x"/>'
# ExpatError not well-formed (invalid token): line 1, column 8 {'code': 4, 'lineno': 1, 'offset': 8}
# 4 1 8 8
# not well-formed (invalid token): line 1, column 8
# == '<!DOCTYPE a [<!ATTLIST a b CDATA "q" c NMTOKEN "  z ">]><a b="1"/>'
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    AttlistDecl ('a', 'b', 'CDATA', 'q', 0) 1 33 33
#    AttlistDecl ('a', 'c', 'NMTOKEN', 'z', 0) 1 47 47
#    EndDoctypeDecl () 1 55 55
#    StartElement ('a', {'b': '1', 'c': 'z'}) 1 56 56
#    EndElement ('a',) 1 66 66
# 1
# 0 1 66 66
#    StartDoctypeDecl ('a', None, None, 1) 1 12 12
#    AttlistDecl ('a', 'b', 'CDATA', 'q', 0) 1 33 33
#    AttlistDecl ('a', 'c', 'NMTOKEN', 'z', 0) 1 47 47
#    EndDoctypeDecl () 1 55 55
#    StartElement ('a', {'b': '1', 'c': 'z'}) 1 56 56
#    EndElement ('a',) 1 66 66
# NS
# == <a xmlns="u"><b x="1" xml:lang="e"/></a>
#    StartNamespaceDecl (None, 'u') 1 0 0
#    StartElement ('u a', {}) 1 0 0
#    StartElement ('u b', {'x': '1', 'http://www.w3.org/XML/1998/namespace lang': 'e'}) 1 13 13
#    EndElement ('u b',) 1 36 36
#    EndElement ('u a',) 1 36 36
#    EndNamespaceDecl (None,) 1 36 36
# 1
#    StartNamespaceDecl (None, 'u') 1 0 0
#    StartElement ('u!a', []) 1 0 0
#    StartElement ('u!b', ['x', '1', 'http://www.w3.org/XML/1998/namespace!lang!xml', 'e']) 1 13 13
#    EndElement ('u!b',) 1 36 36
#    EndElement ('u!a',) 1 36 36
#    EndNamespaceDecl (None,) 1 36 36
# 1
# == <p:a xmlns:p="u" p:x="1"><p:b xmlns:p="v"/></p:a>
#    StartNamespaceDecl ('p', 'u') 1 0 0
#    StartElement ('u a', {'u x': '1'}) 1 0 0
#    StartNamespaceDecl ('p', 'v') 1 25 25
#    StartElement ('v b', {}) 1 25 25
#    EndElement ('v b',) 1 43 43
#    EndNamespaceDecl ('p',) 1 43 43
#    EndElement ('u a',) 1 43 43
#    EndNamespaceDecl ('p',) 1 43 43
# 1
#    StartNamespaceDecl ('p', 'u') 1 0 0
#    StartElement ('u!a!p', ['u!x!p', '1']) 1 0 0
#    StartNamespaceDecl ('p', 'v') 1 25 25
#    StartElement ('v!b!p', []) 1 25 25
#    EndElement ('v!b!p',) 1 43 43
#    EndNamespaceDecl ('p',) 1 43 43
#    EndElement ('u!a!p',) 1 43 43
#    EndNamespaceDecl ('p',) 1 43 43
# 1
# == <p:a/>
# ExpatError unbound prefix: line 1, column 0 {'code': 27, 'lineno': 1, 'offset': 0}
# ExpatError unbound prefix: line 1, column 0 {'code': 27, 'lineno': 1, 'offset': 0}
# == <a xmlns:p=""/>
# ExpatError must not undeclare prefix: line 1, column 0 {'code': 28, 'lineno': 1, 'offset': 0}
# ExpatError must not undeclare prefix: line 1, column 0 {'code': 28, 'lineno': 1, 'offset': 0}
# == <a xmlns:xml="x"/>
# ExpatError reserved prefix (xml) must not be undeclared or bound to another namespace name: line 1, column 0 {'code': 38, 'lineno': 1, 'offset': 0}
# ExpatError reserved prefix (xml) must not be undeclared or bound to another namespace name: line 1, column 0 {'code': 38, 'lineno': 1, 'offset': 0}
# == <a xmlns:xmlns="x"/>
# ExpatError reserved prefix (xmlns) must not be declared or undeclared: line 1, column 0 {'code': 39, 'lineno': 1, 'offset': 0}
# ExpatError reserved prefix (xmlns) must not be declared or undeclared: line 1, column 0 {'code': 39, 'lineno': 1, 'offset': 0}
# == <a xmlns="u"><b xmlns=""/></a>
#    StartNamespaceDecl (None, 'u') 1 0 0
#    StartElement ('u a', {}) 1 0 0
#    StartNamespaceDecl (None, None) 1 13 13
#    StartElement ('b', {}) 1 13 13
#    EndElement ('b',) 1 26 26
#    EndNamespaceDecl (None,) 1 26 26
#    EndElement ('u a',) 1 26 26
#    EndNamespaceDecl (None,) 1 26 26
# 1
#    StartNamespaceDecl (None, 'u') 1 0 0
#    StartElement ('u!a', []) 1 0 0
#    StartNamespaceDecl (None, None) 1 13 13
#    StartElement ('b', []) 1 13 13
#    EndElement ('b',) 1 26 26
#    EndNamespaceDecl (None,) 1 26 26
#    EndElement ('u!a',) 1 26 26
#    EndNamespaceDecl (None,) 1 26 26
# 1
# ENC
# == b'\xef\xbb\xbf<a>\xc3\xa9</a>' None
#    StartElement ('a', {}) 1 1 3
#    CharacterData ('é',) 1 4 6
#    EndElement ('a',) 1 5 8
# 1
# 12
# == b'\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00=\x00"\x001\x00.\x000\x00"\x00 \x00e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00"\x00u\x00t\x00f\x00-\x001\x006\x00"\x00?\x00>\x00<\x00a\x00>\x00\xe9\x00<\x00/\x00a\x00>\x00' None
#    XmlDecl ('1.0', 'utf-16', -1) 1 1 2
#    StartElement ('a', {}) 1 40 80
#    CharacterData ('é',) 1 43 86
#    EndElement ('a',) 1 44 88
# 1
# 96
# == b'<\x00a\x00>\x00\xe9\x00<\x00/\x00a\x00>\x00' None
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('é',) 1 3 6
#    EndElement ('a',) 1 4 8
# 1
# 16
# == b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>' None
#    XmlDecl ('1.0', 'iso-8859-1', -1) 1 0 0
#    StartElement ('a', {}) 1 43 43
#    CharacterData ('é',) 1 46 46
#    EndElement ('a',) 1 47 47
# 1
# 51
# == b'<?xml version="1.0" encoding="cp1252"?><a>\x80</a>' None
#    XmlDecl ('1.0', 'cp1252', -1) 1 0 0
#    StartElement ('a', {}) 1 39 39
#    CharacterData ('€',) 1 42 42
#    EndElement ('a',) 1 43 43
# 1
# 47
# == b'<a>\xe9</a>' None
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 3 {'code': 4, 'lineno': 1, 'offset': 3}
# 3
# == b'<a>\xe9</a>' iso-8859-1
#    StartElement ('a', {}) 1 0 0
#    CharacterData ('é',) 1 3 3
#    EndElement ('a',) 1 4 4
# 1
# 8
# == b'<?xml version="1.0" encoding="utf-16"?><a/>' None
#    XmlDecl ('1.0', 'utf-16', -1) 1 0 0
# ExpatError encoding specified in XML declaration is incorrect: line 1, column 30 {'code': 19, 'lineno': 1, 'offset': 30}
# 30
# == b'<a>\xc3' None
#    StartElement ('a', {}) 1 0 0
# ExpatError partial character: line 1, column 3 {'code': 6, 'lineno': 1, 'offset': 3}
# 3
# == b'<a>\xff</a>' us-ascii
#    StartElement ('a', {}) 1 0 0
# ExpatError not well-formed (invalid token): line 1, column 3 {'code': 4, 'lineno': 1, 'offset': 3}
# 3
# DEFAULT
# ['<?xml version="1.0"?>', '\n', '<!DOCTYPE', ' ', 'a', ' ', '[', '<!ENTITY', ' ', 'e', ' ', '"v"', '>', '\n', ']', '>', '\n', '<a x="1">', 't', '&e;', '<!-- c -->', '<?p q?>', '<![CDATA[', 'x', ']]>', '</a>', '\n']
# ['1\n2&', ('c', 'x'), '3']
# ('a', ['b', '1'])
#    StartDoctypeDecl ('a', 'dtd', None, 1) 1 25 25
#    EntityDecl ('x', 0, None, '/base', 'xx', None, None) 1 48 48
# EXT None /base dtd None
#    EntityDecl ('fromext', 0, 'E', None, None, None, None) 1 50 50
#    AttlistDecl ('a', 'd', 'CDATA', 'dd', 0) 1 50 50
#    NotStandalone () 1 50 50
#    EndDoctypeDecl () 1 50 50
#    StartElement ('a', {'d': 'dd'}) 1 51 51
# EXT x /base xx None
#    XmlDecl (None, 'utf-8', -1) 1 54 54
#    CharacterData ('in',) 1 54 54
#    StartElement ('b', {}) 1 54 54
#    CharacterData ('side',) 1 54 54
#    EndElement ('b',) 1 54 54
#    CharacterData ('E',) 1 54 54
#    CharacterData ('E',) 1 57 57
#    EndElement ('a',) 1 66 66
# 1
# b'<r xmlns:ns0="u"><a k="v">t&amp;</a>tail<ns0:b /></r>' ['r', 'a', '{u}b']
# <?xml version="1.0" ?><a><b c="d">e</b></a>
# mismatched tag: line 1, column 8 7 (1, 8)
# [('start', 'a'), ('start', 'b'), ('end', 'b'), ('end', 'a')]
