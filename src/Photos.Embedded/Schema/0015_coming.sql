-- What became a photo a moment ago and is not counted yet: a handful at any time.
create index photos_owing on photos (owner) where owed is not null;
