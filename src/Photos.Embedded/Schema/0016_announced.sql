-- When a photo was announced last, which stays when it becomes one: what a name alone means.
alter table photos add column announced_at integer;

update photos set announced_at = added_at;

drop index photos_by_name;

create index photos_by_name on photos (owner, name, announced_at, id);
