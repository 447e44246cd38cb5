-- Changes lie in blocks, as items do: a row for each took ten times the room and fifty times the memory. What older cases have in the tables
-- "change" and "finding" is read from there.

create table if not exists change_block(
    comparison_id bigint not null references comparison,
    number int not null,
    changes int not null,
    checksum_sha256 binary(32) not null,
    data blob not null,
    primary key(comparison_id, number)
);

alter table comparison add column if not exists changes_sha256 binary(32);
