-- Somebody new among the acquirer's people is proposed like a role; hours and days an acquirer sets itself.
alter table settings_changes drop constraint settings_changes_kind_check;
alter table settings_changes
  add constraint settings_changes_kind_check check (kind in ('business_day', 'response_code_profile',
    'four_eyes_threshold', 'reason_code_map', 'limit_template', 'roles', 'invitation'));

alter table acquirer_settings
  add check (decision_hours between 1 and 720),
  add check (question_days between 1 and 90),
  add check (length(trim(name)) between 1 and 80);

-- Which currencies merchants have is read along it.
create index merchants_currency_idx on merchants (currency);

alter table acquirer_settings add column public_url text;

-- The hours within which requests are decided; round the clock until an acquirer sets its own.
alter table acquirer_settings
  add column office_from text not null default '00:00',
  add column office_to text not null default '24:00',
  add column office_days integer[] not null default array[1, 2, 3, 4, 5, 6, 7],
  add check (office_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add check (office_to ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  add check (office_from < office_to),
  add check (cardinality(office_days) between 1 and 7 and office_days <@ array[1, 2, 3, 4, 5, 6, 7]);
