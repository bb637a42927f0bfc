create table requests (
  owner         text    not null,
  key           text    not null,
  digest        text    not null,
  new_id        text    not null,
  version       integer not null,
  started_at    integer not null,
  expires_at    integer not null,
  answer        blob,
  answer_until  integer,
  primary key (owner, key)
);

create index requests_by_expiry on requests (expires_at);
