-- The record of an outbreak: a log whose entries are never altered, what in the evidence they speak of, and checklists of the team's own.

create table if not exists incident_entry(
    number bigint primary key,
    written timestamp(9) with time zone not null,
    happened timestamp(9) with time zone not null,
    author varchar(65536) not null,
    phase varchar(100) not null,
    kind varchar(100) not null,
    choice varchar(100) not null,
    subject varchar(65536) not null,
    detail varchar(65536) not null,
    of_entry bigint,
    text varchar(65536) not null,
    spent_seconds bigint not null
);

create table if not exists incident_reference(
    entry_number bigint not null references incident_entry,
    number int not null,
    kind varchar(100) not null,
    host varchar(65536) not null,
    of_comparison bigint,
    change_number int,
    location blob,
    location_text varchar(65536) not null,
    fingerprint varbinary(1000),
    primary key(entry_number, number)
);

create table if not exists incident_checklist(
    name varchar(1000) primary key,
    added timestamp(9) with time zone not null,
    toml blob not null
);
