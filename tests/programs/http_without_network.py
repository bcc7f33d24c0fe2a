# needs: certifi==2026.10.18 charset_normalizer==3.5.2 h11==0.16.0 idna==3.20 requests==2.34.2 urllib3==2.8.0
"""requests, urllib3 and h11 as far as they go before the network."""

import requests, urllib3, h11, certifi, charset_normalizer, idna

r = requests.Request(
    'POST',
    'http://Example.org/ä?x=1',
    params={'q': ['a', 'b c']},
    json={'k': 'é'},
    headers={'X-A': '1'},
    cookies={'c': 'd'},
    auth=('u', 'p'),
).prepare()
print(r.method, r.url, sorted(r.headers.items()), r.body)
f = requests.Request('POST', 'http://a.b', files={'f': ('n.txt', b'data', 'text/plain')}, data={'z': 1}).prepare()
print(f.headers['Content-Type'][:30], b'filename="n.txt"' in f.body, int(f.headers['Content-Length']) == len(f.body))
s = requests.Session()
s.headers['A'] = 'b'
print(s.prepare_request(requests.Request('GET', 'https://x.y/')).headers['A'], s.adapters.keys())
resp = requests.Response()
resp.status_code = 404
resp._content = '{"a": "ü"}'.encode()
resp.url = 'u'
print(resp.json(), resp.ok, resp.encoding, resp.apparent_encoding)
try:
    resp.raise_for_status()
except requests.HTTPError as e:
    print(e)
try:
    requests.get('nope://x')
except requests.exceptions.InvalidSchema as e:
    print(e)
print(urllib3.util.parse_url('http://u:p@h:80/p/../q?a#f'), urllib3.util.Retry(3, backoff_factor=1).increment('GET', '/').total)
conn = h11.Connection(our_role=h11.CLIENT)
print(conn.send(h11.Request(method='GET', target='/', headers=[('Host', 'x')])))
conn.receive_data(b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
conn.send(h11.EndOfMessage())
print(conn.next_event(), conn.next_event())
print(charset_normalizer.from_bytes('héllo wörld ça va'.encode('latin-1')).best() is not None, idna.encode('bücher.de'))
