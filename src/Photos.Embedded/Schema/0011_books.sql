create table books (
  owner       text    not null,
  id          text    not null,
  version     integer not null,
  title       text    not null,
  cover       text,
  pages       text    not null, -- a line each: the photo's id, the caption behind it
  page_count  integer not null,
  created_at  integer not null,
  changed_at  integer not null,
  deleted_at  integer,          -- a tombstone: the id stays taken, what it named is gone
  primary key (owner, id)
);

-- Of a book's record a list needs what is on the cover, without reading through the pages.
create index books_by_age on books (owner, id, title, cover, page_count, created_at, changed_at)
 where deleted_at is null;

create index books_gone on books (owner, deleted_at) where deleted_at is not null;
