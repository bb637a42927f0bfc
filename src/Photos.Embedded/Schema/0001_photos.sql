create table photos (
  owner         text    not null,
  id            text    not null,
  version       integer not null,
  state         text    not null,
  name          text    not null,
  type          text    not null,
  bytes         integer not null,
  sha256        text    not null,
  original      text    not null,
  added_at      integer not null, -- UTC milliseconds, as all instants here
  taken_local   text    not null, -- wall time, sorts as text
  taken_offset  integer,          -- minutes
  taken_source  text    not null,
  trashed_at    integer,
  title         text,
  preview       text,
  thumbnail     text,
  width         integer,
  height        integer,
  orientation   integer,
  camera_make   text,
  camera_model  text,
  latitude      real,
  longitude     real,
  primary key (owner, id)
) without rowid;

create index photos_by_time on photos (owner, state, taken_local, id);

create index photos_by_content on photos (owner, sha256);
