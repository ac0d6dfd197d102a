-- An order that no index has, as it was when somebody first asked for it: pages after the first keep to it.
create table limit_orders (
  merchant_id text not null,
  order_id text not null,
  taken_at timestamptz(3) not null,
  limit_ids text[] not null,
  constraint limit_orders_pkey primary key (merchant_id, order_id)
);
create index limit_orders_taken on limit_orders (merchant_id, taken_at);
alter table limit_orders enable row level security;
create policy tenant on limit_orders using (merchant_id = current_setting('app.merchant_id', true)
  or current_setting('app.acquirer', true) = 'on');
grant select, insert, delete on limit_orders to headroom_app;
