-- How a snapshot was captured: its attempts, what it asked for, its gaps by reason, and digests that do not depend on how it is stored.

create table if not exists attempt(
    snapshot_id bigint not null references snapshot,
    number int not null,
    tool_version varchar(1000) not null,
    started timestamp(9) with time zone not null,
    finished timestamp(9) with time zone,
    duration_nanos bigint,
    user_name varchar(65536) not null,
    machine varchar(65536) not null,
    operating_system varchar(65536) not null,
    time_zone varchar(65536) not null,
    digests varchar(65536) not null,
    one_file_system boolean not null,
    threads int not null,
    kept_bytes bigint not null,
    registry varchar(65536) not null,
    reader varchar(65536),
    access_times_kept boolean,
    hashed_bytes bigint,
    earlier_files bigint,
    earlier_bytes bigint,
    first_run int not null,
    primary key(snapshot_id, number)
);

create table if not exists gap_count(
    snapshot_id bigint not null references snapshot,
    reason varchar(100) not null,
    gaps bigint not null,
    primary key(snapshot_id, reason)
);

merge into gap_count(snapshot_id, reason, gaps) key(snapshot_id, reason)
    select snapshot_id, reason, count(*) from gap group by snapshot_id, reason;

alter table snapshot add column if not exists first_run int default 0 not null;
alter table snapshot add column if not exists items_sha256 binary(32);
alter table snapshot add column if not exists gaps_sha256 binary(32);
alter table source add column if not exists path varchar(65536);
