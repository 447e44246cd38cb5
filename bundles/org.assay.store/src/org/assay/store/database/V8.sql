-- The custody log: what was done to the case, each entry with the digest of the one before. Its rows are never altered, and no column is ever
-- added. What its last entry is stands beside the digest of the case, so that one that was cut off is missed. Seals: signed messages (CMS).

create table if not exists custody_entry(
    number bigint primary key,
    written timestamp(9) with time zone not null,
    action varchar(100) not null,
    subject varchar(100) not null,
    subject_id bigint,
    subject_sha256 binary(32),
    result varchar(65536) not null,
    user_name varchar(65536) not null,
    machine varchar(65536) not null,
    examiner varchar(65536) not null,
    tool_version varchar(1000) not null,
    previous_sha256 binary(32) not null,
    sha256 binary(32) not null
);

alter table case_digest add column if not exists log_entries bigint default 0 not null;
alter table case_digest add column if not exists log_sha256 binary(32);

create table if not exists seal(
    id bigint generated always as identity(no cache) primary key,
    snapshot_id bigint not null references snapshot,
    sealed timestamp(9) with time zone not null,
    message_sha256 binary(32) not null,
    message blob not null,
    time_stamp blob
);
