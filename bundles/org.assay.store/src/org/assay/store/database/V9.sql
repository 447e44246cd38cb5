-- The time limit for a call on evidence, which a resumed capture keeps; attempts of older Assays have none. A table of its own and no column:
-- entries of the custody log are over the rows that older cases have by now.

create table if not exists attempt_limit(
    snapshot_id bigint not null references snapshot,
    number int not null,
    timeout_millis bigint not null,
    primary key(snapshot_id, number)
);
