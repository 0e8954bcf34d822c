-- Times are milliseconds since 1970, UTC. Offsets count UTF-16 code units, as in the API.
-- The same words for SQLite and PostgreSQL: varchar, text, integer, bigint; names that are made by us, not by a sequence.

create table conversation (
    id               varchar(32) not null primary key,
    channel          varchar(20) not null,
    last_exchange_at bigint      not null
);

create index conversation_by_age on conversation (last_exchange_at);

create table exchange (
    conversation_id varchar(32) not null references conversation (id) on delete cascade,
    number          integer     not null,
    answer_id       varchar(32) not null,
    asked           text        not null,
    standalone      text        not null,
    reason          varchar(40),
    answered_at     bigint      not null,
    primary key (conversation_id, number)
);

create table exchange_sentence (
    conversation_id varchar(32) not null,
    exchange_number integer     not null,
    place           integer     not null,
    words           text        not null,
    primary key (conversation_id, exchange_number, place),
    foreign key (conversation_id, exchange_number) references exchange (conversation_id, number) on delete cascade
);

create table exchange_citation (
    conversation_id varchar(32) not null,
    exchange_number integer     not null,
    place           integer     not null,
    article_id      text        not null,
    article_version text        not null,
    paragraph       integer     not null,
    span_start      integer     not null,
    span_end        integer     not null,
    quote           text        not null,
    primary key (conversation_id, exchange_number, place),
    foreign key (conversation_id, exchange_number) references exchange (conversation_id, number) on delete cascade
);
