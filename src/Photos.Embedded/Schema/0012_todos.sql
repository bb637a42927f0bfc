create table todos (
  owner       text    not null,
  id          text    not null,
  version     integer not null,
  title       text    not null,
  due         text    not null, -- a day, or what sorts behind all days
  done        integer not null,
  photo       text,
  created_at  integer not null,
  changed_at  integer not null,
  deleted_at  integer,          -- a tombstone: the id stays taken, what it named is gone
  primary key (owner, id)
) without rowid;

create index todos_by_due on todos (owner, due, id) where deleted_at is null;

create index todos_by_state on todos (owner, done, due, id) where deleted_at is null;

create index todos_gone on todos (owner, deleted_at) where deleted_at is not null;
