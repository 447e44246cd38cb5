-- The digest of the whole case, kept by every transaction that alters something. The rows of large tables enter it by a digest over those of
-- one snapshot or comparison (part_digest); what each of the other tables comes to is kept besides, so that the one that was altered can be
-- named.

create table if not exists part_digest(
    table_name varchar(100) not null,
    owner_id bigint not null,
    row_count bigint not null,
    sha256 binary(32) not null,
    primary key(table_name, owner_id)
);

create table if not exists table_digest(
    table_name varchar(100) primary key,
    row_count bigint not null,
    sha256 binary(32) not null
);

create table if not exists case_digest(
    id int primary key,
    generation bigint not null,
    written timestamp(9) with time zone not null,
    sha256 binary(32) not null
);
