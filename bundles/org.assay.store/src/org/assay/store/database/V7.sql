-- What a snapshot was asked for, so that two are compared only where both were, and how two were compared.

create table if not exists area(
    snapshot_id bigint not null references snapshot,
    number int not null,
    location blob not null,
    location_text varchar(65536) not null,
    caseless boolean not null,
    time_step_nanos bigint not null,
    primary key(snapshot_id, number)
);

alter table attempt add column if not exists only_globs varchar(65536) default '' not null;
alter table attempt add column if not exists excluded_globs varchar(65536) default '' not null;
alter table attempt add column if not exists max_bytes bigint;

alter table comparison add column if not exists only_globs varchar(65536) default '' not null;
alter table comparison add column if not exists excluded_globs varchar(65536) default '' not null;
alter table comparison add column if not exists max_bytes bigint;
alter table comparison add column if not exists exact varchar(65536) default '' not null;
alter table comparison add column if not exists ignore_case boolean default false not null;

create table if not exists comparison_remark(
    comparison_id bigint not null references comparison,
    number int not null,
    text varchar(65536) not null,
    primary key(comparison_id, number)
);
