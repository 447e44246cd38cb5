-- Remarks: what is to be known about how a place was read, without anything being lost.

create table if not exists remark(
    snapshot_id bigint not null references snapshot,
    number bigint not null,
    location blob not null,
    location_text varchar(65536) not null,
    text varchar(65536) not null,
    primary key(snapshot_id, number)
);
