create table keys (
  name text not null primary key,
  key  blob not null
) without rowid;
