-- The user's own startup catalogues that a snapshot was captured with and that a comparison was made with; their bytes are a kept content.

create table if not exists snapshot_catalogue(
    snapshot_id bigint not null references snapshot,
    number int not null,
    name varchar(65536) not null,
    sha256 binary(32) not null references content,
    primary key(snapshot_id, number)
);

create table if not exists comparison_catalogue(
    comparison_id bigint not null references comparison,
    number int not null,
    name varchar(65536) not null,
    sha256 binary(32) not null references content,
    primary key(comparison_id, number)
);
