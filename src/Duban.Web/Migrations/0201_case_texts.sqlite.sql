-- Words and pairs of characters, made by Bigrams; the row id is the case's text_id.
create virtual table case_texts using fts5(tokens, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
