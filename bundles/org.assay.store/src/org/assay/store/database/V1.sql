-- A case of version 1. Every statement can run again: H2 commits each one on its own, so a migration that was cut off begins anew.

-- Binary columns up to this size lie in their row; what is larger lies in chunks of its own.
set max_length_inplace_lob 1048576;

create table if not exists schema_version(
    version int primary key,
    applied timestamp(9) with time zone not null,
    tool_version varchar(1000) not null
);

create table if not exists case_info(
    created timestamp(9) with time zone not null,
    tool_version varchar(1000) not null
);

create table if not exists host(
    id bigint generated always as identity(no cache) primary key,
    name varchar(65536) not null unique
);

create table if not exists snapshot(
    id bigint generated always as identity(no cache) primary key,
    host_id bigint not null references host,
    role varchar(100) not null,
    label varchar(65536) not null,
    state varchar(100) not null,
    started timestamp(9) with time zone not null,
    finished timestamp(9) with time zone,
    items bigint not null,
    hashed_bytes bigint not null,
    gaps bigint not null,
    digest_sha256 binary(32),
    tool_version varchar(1000) not null
);

create table if not exists source(
    snapshot_id bigint not null references snapshot,
    number int not null,
    kind varchar(100) not null,
    name varchar(65536) not null,
    origin varchar(65536) not null,
    primary key(snapshot_id, number)
);

create table if not exists gap(
    snapshot_id bigint not null references snapshot,
    number bigint not null,
    location blob not null,
    location_text varchar(65536) not null,
    reason varchar(100) not null,
    detail varchar(65536) not null,
    primary key(snapshot_id, number)
);

-- The directory of the blocks and their bytes lie apart, so that finding a block does not read the others.
create table if not exists item_block(
    snapshot_id bigint not null references snapshot,
    run int not null,
    number int not null,
    items int not null,
    first_location blob not null,
    checksum_sha256 binary(32) not null,
    primary key(snapshot_id, run, number)
);

create table if not exists item_block_data(
    snapshot_id bigint not null references snapshot,
    run int not null,
    number int not null,
    data blob not null,
    primary key(snapshot_id, run, number)
);

create table if not exists content(
    sha256 binary(32) primary key,
    size_bytes bigint not null,
    data blob not null
);

create table if not exists comparison(
    id bigint generated always as identity(no cache) primary key,
    baseline_id bigint not null references snapshot,
    suspect_id bigint not null references snapshot,
    compared timestamp(9) with time zone not null,
    gaps bigint not null,
    tool_version varchar(1000) not null
);

create table if not exists change_count(
    comparison_id bigint not null references comparison,
    kind varchar(100) not null,
    changes bigint not null,
    primary key(comparison_id, kind)
);

create table if not exists change(
    comparison_id bigint not null references comparison,
    number int not null,
    kind varchar(100) not null,
    location_text varchar(65536) not null,
    before_item blob,
    after_item blob,
    attributes varchar(65536) not null,
    primary key(comparison_id, number)
);

create table if not exists finding(
    comparison_id bigint not null references comparison,
    change_number int not null,
    number int not null,
    code varchar(65536) not null,
    severity varchar(100) not null,
    sentence varchar(65536) not null,
    primary key(comparison_id, change_number, number)
);

create table if not exists tag(
    host varchar(65536) not null,
    location_key_sha256 binary(32) not null,
    fingerprint varbinary(1000) not null,
    location blob not null,
    location_text varchar(65536) not null,
    decision varchar(100) not null,
    note varchar(65536) not null,
    analyst varchar(65536) not null,
    decided timestamp(9) with time zone not null,
    primary key(host, location_key_sha256, fingerprint)
);
