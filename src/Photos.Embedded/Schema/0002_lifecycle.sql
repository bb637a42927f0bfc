-- Schema 2: what the trash, the sweep, tags and counting need.
alter table photos add column caption text;
alter table photos add column favourite integer not null default 0;
alter table photos add column tags text; -- sorted, one a line

-- Until when bytes may still arrive, when the sweep has to look, and the move that usage has not taken in yet.
alter table photos add column open_until integer;
alter table photos add column due integer;
alter table photos add column owed text;

-- What was announced under version 1 is given up by the first sweep unless its bytes are there; what was trashed goes
-- when its thirty days are over; and what is here has never been counted.
update photos set open_until = added_at + 600000 + 86400000, due = added_at + 600000 where state = 'pending';
update photos set due = trashed_at + 2592000000 where state = 'trashed';

create index photos_by_due on photos (due) where due is not null;

create index photos_in_trash on photos (owner, trashed_at, id) where state = 'trashed';

create index photos_by_name on photos (owner, name, added_at);

create index photos_favourite on photos (owner, taken_local, id) where favourite = 1 and state = 'ready';

-- The tags of ready photos, in the order of the library.
create table photo_tags (
  owner       text not null,
  tag         text not null,
  taken_local text not null,
  id          text not null,
  primary key (owner, tag, taken_local, id)
) without rowid;

create index photo_tags_by_photo on photo_tags (owner, id);

create table usage (
  owner          text    not null primary key,
  library_photos integer not null,
  library_bytes  integer not null,
  trash_photos   integer not null,
  trash_bytes    integer not null
) without rowid;

-- The changes that a usage has taken in, so that none is taken in twice.
create table usage_tokens (
  owner text    not null,
  token text    not null,
  at    integer not null,
  primary key (owner, token)
) without rowid;

create index usage_tokens_by_age on usage_tokens (owner, at);

insert into usage
select owner,
       sum(state = 'ready'),
       sum(case when state = 'ready' then bytes else 0 end),
       sum(state = 'trashed'),
       sum(case when state = 'trashed' then bytes else 0 end)
  from photos
 where state in ('ready', 'trashed')
 group by owner;
