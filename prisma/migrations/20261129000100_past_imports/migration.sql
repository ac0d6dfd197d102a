-- Imports and edits of many rows that were applied: who, when, how much, and the file that undoes them.
create table past_imports (
  merchant_id text not null default 'acquirer' check (merchant_id = 'acquirer'),
  import_id text not null,
  noun text not null check (noun in ('merchants', 'terminals', 'limits')),
  -- Null: no file, an edit of selected rows.
  file_name text check (length(file_name) <= 200),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  asked integer not null check (asked >= 0),
  left_out integer not null check (left_out >= 0),
  limit_batch_id text,
  maker_user_id text not null,
  maker_name text not null,
  applied_at timestamptz(3) not null,
  undo_rows integer not null check (undo_rows >= 0),
  -- Null where no row can be restored.
  undo_file text,
  constraint past_imports_pkey primary key (merchant_id, import_id)
);
alter table past_imports enable row level security;
create policy acquirer on past_imports using (current_setting('app.acquirer', true) = 'on');
grant select, insert on past_imports to headroom_app;
