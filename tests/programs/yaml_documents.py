# needs: pyyaml==6.0.3+compiled
"""PyYAML without its C part: loading, dumping, anchors, tags, several documents, and the error of a broken one."""

import datetime

import yaml

text = '''
name: Ünïcode
list: [1, 2.5, true, null, 0x1f, 1e3, 2001-12-14]
nested:
  - &anchor {a: 1, b: [x, y]}
  - *anchor
  - <<: *anchor
    c: |
      literal
        text
    d: >
      folded
      text
...
---
second: !!set {a, b}
when: 2001-12-14t21:59:43.10-05:00
'''
for document in yaml.safe_load_all(text):
    print(sorted(document.items(), key=str) if isinstance(document, dict) else document)
print(yaml.dump({'b': [1, {'c': None}], 'a': 'multi\nline', 'd': datetime.date(2020, 1, 2), 'é': 'ü: x'}, allow_unicode=True))
print(yaml.safe_dump([['x', 'y'], {'z': 1.0}], default_flow_style=True, explicit_start=True))


class Thing(yaml.YAMLObject):
    yaml_tag = '!Thing'
    yaml_loader = yaml.SafeLoader

    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f'Thing({self.v!r})'


print(yaml.safe_load('- !Thing {v: 3}'), yaml.dump(Thing([1])))
for bad in ('a: [1, 2', 'a: b: c', '\t- x', '!!python/object:os.system x'):
    try:
        print(yaml.safe_load(bad))
    except yaml.YAMLError as error:
        print(error)
