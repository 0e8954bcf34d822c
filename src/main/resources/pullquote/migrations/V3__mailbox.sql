-- What messengers deliver, until it is answered: a letter without a body is done, and only known so that it is not done again.

create table letter (
    channel     varchar(20) not null,
    id          bigint      not null,
    body        text,
    received_at bigint      not null,
    primary key (channel, id)
);

create index letter_by_age on letter (received_at);

-- What a channel has to know of those it writes with, in words of its own.

create table note (
    channel     varchar(20)  not null,
    name        varchar(100) not null,
    words       text         not null,
    keep_until  bigint       not null,
    primary key (channel, name)
);

create index note_by_age on note (keep_until);
