"""json.dumps and json.loads of a document as web programs have it."""

import json

import pyperf

DOCUMENT = {
    'items': [
        {'id': i, 'name': f'Item número {i}', 'price': i * 1.25, 'tags': ['a', 'b', None, True], 'size': {'w': i, 'h': -i}}
        for i in range(200)
    ],
    'next': None,
    'total': 2 ** 60,
}


def run(n):
    size = 0
    for _ in range(n):
        text = json.dumps(DOCUMENT)
        size += len(text)
        assert json.loads(text) == DOCUMENT
        size += len(json.dumps(DOCUMENT, indent=2, sort_keys=True))
    return size


if __name__ == '__main__':
    assert run(1) == 69664, run(1)
    pyperf.Runner().bench_func('json_documents', run, 5)
