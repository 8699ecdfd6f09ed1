-- Words and pairs of characters, made by Bigrams.
create table case_texts (
    text_id bigint not null primary key,
    tokens tsvector not null
);
create index case_texts_tokens on case_texts using gin (tokens);
