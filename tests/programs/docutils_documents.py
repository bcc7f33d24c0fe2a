# needs: docutils==0.23 pygments==2.21.0
"""docutils: a document with most of what reStructuredText has, as a tree, HTML and LaTeX."""

from docutils.core import publish_string, publish_parts

SRC = '''
Title
=====
Para *em* **strong** ``code`` `link <http://x.org>`_ |sub| [1]_.

.. |sub| replace:: replaced
.. [1] A note.

- a
- b

  1. one
  2. two

+---+-----+
| a | b   |
+===+=====+
| 1 | 2 3 |
+---+-----+

.. note:: Careful
   now.

.. code:: python

   def f(): pass

Term
  Definition

:Field: body

Bad `unclosed
'''
print(publish_string(SRC, writer='pseudoxml', settings_overrides={'report_level': 5}).decode())
print(publish_parts(SRC, writer='html5', settings_overrides={'report_level': 5, 'syntax_highlight': 'none'})['body'])
print(publish_string(SRC, writer='latex', settings_overrides={'report_level': 5}).decode()[-900:])
