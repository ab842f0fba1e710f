"""Speak the language of the reader: texts, figures, dates, the alphabet.

Bokmål is the source. Whatever somebody reads is written in bokmål where it is said, and marked:

- in Python, on the value `words: Words` that one is given (`furniture.words` in a report), never on
  anything global:

      words.say("Skjemaet er til {name}.", name=expert.name)
      words.plural("én søknad", "{count} søknader", len(applications))
      words.figures.date_long(call.date)

  A text in a constant is marked there and said where it is used: `ABOUT = marked("Om skjemaet")`,
  `words.say(ABOUT)`. The text is a literal, never an f-string: what varies goes in as a value.
- where the language is not known yet, as of a fault in a call folder: `sentence("Fila {name}
  mangler.", name=name)` and `plural_sentence("én rad", "{count} rader", count)` are the text in
  bokmål and remember what they were made from, and `words.retell(sentence)` says it in another
  language. Its values are names, other sentences, and figures:
  `amount=figure(lambda it: it.kroner(amount))`.
- in templates:

      {% trans name=page.name %}Skjemaet er til {{ name }}.{% endtrans %}
      {% trans count=page.rows | length %}én søknad{% pluralize %}{{ count }} søknader{% endtrans %}
      {{ m.passage(_("Sammendrag"), text) }}

  A page is laid out in the language of its frame, and the filters for figures and dates follow it.

`make messages` gathers what is marked into `locale/<language>/LC_MESSAGES/reviewpkg.po`. There a
translator writes the rest, whole sentences at a time; a test fails as long as any is missing. To
put a text into the catalogues is thus: mark it, run `make messages`, translate. Where a sentence
is put together from parts, say whole sentences instead: word order differs.

What people fill in and send back is not in the catalogues: headings of tables and words of cells
are agreements, declared once in all languages in `reviewpkg.domain.headings`, and read in all.
"""
