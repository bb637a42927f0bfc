create table users (
  owner    text    not null primary key,
  version  integer not null,
  name     text
) without rowid;
