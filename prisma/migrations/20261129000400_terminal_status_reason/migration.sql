-- Why and since when a terminal is what it is: null where its status never changed, or did so before this was kept.
alter table terminals add column status_reason text, add column status_since timestamptz(3);
