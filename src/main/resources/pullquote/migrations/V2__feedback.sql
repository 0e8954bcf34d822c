-- What readers thought of answers. It outlives their conversations, and so refers to none but repeats what it needs.

create table feedback (
    answer_id   varchar(32) not null primary key,
    channel     varchar(20) not null,
    asked       text        not null,
    standalone  text        not null,
    status      varchar(20) not null,
    reason      varchar(40),
    said        text        not null,
    article_id  text,
    paragraph   integer,
    answered_at bigint      not null,
    rating      varchar(4)  not null,
    comment     text,
    rated_at    bigint      not null
);

create index feedback_by_age on feedback (rated_at);

create index exchange_by_answer on exchange (answer_id);
