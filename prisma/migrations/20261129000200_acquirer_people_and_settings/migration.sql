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
