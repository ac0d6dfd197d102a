-- CreateTable
CREATE TABLE "merchants" (
    "merchant_id" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "trading_name" TEXT NOT NULL,
    "mcc" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_reason" TEXT,
    "status_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_by" TEXT,
    "risk_rating" TEXT,
    "risk_rated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merchants_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "stores" (
    "merchant_id" TEXT NOT NULL,
    "store" TEXT NOT NULL,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stores_pkey" PRIMARY KEY ("merchant_id","store")
);

-- CreateTable
CREATE TABLE "terminals" (
    "merchant_id" TEXT NOT NULL,
    "terminal_id" TEXT NOT NULL,
    "name" TEXT,
    "store" TEXT,
    "serial_number" TEXT,
    "model" TEXT,
    "app_version" TEXT,
    "status" TEXT NOT NULL,
    "entry_modes" TEXT[],
    "funding_sources" TEXT[],
    "card_origins" TEXT[],
    "currencies" TEXT[],
    "trading_hours" TEXT,
    "last_seen_at" TIMESTAMPTZ(3),
    "network" TEXT,
    "rtt_ms" INTEGER,
    "reported_merchant_id" TEXT,
    "reported_terminal_id" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terminals_pkey" PRIMARY KEY ("merchant_id","terminal_id")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "merchant_id" TEXT NOT NULL,
    "heartbeat_id" TEXT NOT NULL,
    "terminal_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "app_version" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "rtt_ms" INTEGER NOT NULL,
    "reported_merchant_id" TEXT NOT NULL,
    "reported_terminal_id" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("merchant_id","heartbeat_id")
);

-- CreateIndex
CREATE INDEX "heartbeats_merchant_id_terminal_id_heartbeat_id_idx" ON "heartbeats"("merchant_id", "terminal_id", "heartbeat_id");

-- CreateTable
CREATE TABLE "terminal_directory" (
    "terminal_id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,

    CONSTRAINT "terminal_directory_pkey" PRIMARY KEY ("terminal_id")
);

-- CreateTable
CREATE TABLE "serial_directory" (
    "serial_number" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "terminal_id" TEXT NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "serial_directory_pkey" PRIMARY KEY ("serial_number")
);

-- CreateTable
CREATE TABLE "api_key_directory" (
    "key_hash" BYTEA NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "api_key_directory_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "merchant_controls" (
    "merchant_id" TEXT NOT NULL,
    "control_id" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "reason" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "merchant_controls_pkey" PRIMARY KEY ("merchant_id","control_id")
);

-- CreateTable
CREATE TABLE "requirements" (
    "merchant_id" TEXT NOT NULL,
    "requirement_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "terminal_id" TEXT,
    "status" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "document_expires_at" TIMESTAMPTZ(3),
    "affects" TEXT[],
    "action" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "requirements_pkey" PRIMARY KEY ("merchant_id","requirement_id")
);

-- CreateTable
CREATE TABLE "limits" (
    "merchant_id" TEXT NOT NULL,
    "limit_id" TEXT NOT NULL,
    "natural_key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "store" TEXT,
    "terminal_id" TEXT,
    "window" TEXT NOT NULL,
    "window_seconds" INTEGER,
    "currency" TEXT NOT NULL,
    "entry_modes" TEXT[],
    "funding_sources" TEXT[],
    "card_origins" TEXT[],
    "time_from" TEXT,
    "time_to" TEXT,
    "days_of_week" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "limits_pkey" PRIMARY KEY ("merchant_id","limit_id")
);

-- CreateTable
CREATE TABLE "limit_versions" (
    "merchant_id" TEXT NOT NULL,
    "limit_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "max_amount_minor" BIGINT,
    "max_count" BIGINT,
    "min_amount_minor" BIGINT,
    "warn_percent" INTEGER NOT NULL DEFAULT 80,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'active',
    "origin" TEXT NOT NULL,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "limit_versions_pkey" PRIMARY KEY ("merchant_id","limit_id","version")
);

-- CreateTable
CREATE TABLE "counters" (
    "merchant_id" TEXT NOT NULL,
    "limit_id" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,
    "used_amount_minor" BIGINT NOT NULL DEFAULT 0,
    "used_count" BIGINT NOT NULL DEFAULT 0,
    "reserved_amount_minor" BIGINT NOT NULL DEFAULT 0,
    "reserved_count" BIGINT NOT NULL DEFAULT 0,
    "notified_percent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("merchant_id","limit_id","window_start")
);

-- CreateTable
CREATE TABLE "reservations" (
    "merchant_id" TEXT NOT NULL,
    "reservation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "terminal_id" TEXT NOT NULL,
    "store" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "entry_mode" TEXT,
    "funding_source" TEXT,
    "card_origin" TEXT,
    "committed_amount_minor" BIGINT,
    "sale_external_id" TEXT,
    "check_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "reservations_pkey" PRIMARY KEY ("merchant_id","reservation_id")
);

-- CreateTable
CREATE TABLE "decision_settings" (
    "merchant_id" TEXT NOT NULL,
    "settings_hash" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_settings_pkey" PRIMARY KEY ("merchant_id","settings_hash")
);

-- CreateTable
CREATE TABLE "configuration_stamps" (
    "merchant_id" TEXT NOT NULL,
    "stamp" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "configuration_stamps_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "transactions" (
    "merchant_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "terminal_id" TEXT NOT NULL,
    "store" TEXT,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "response_code" TEXT NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "entry_mode" TEXT,
    "funding_source" TEXT,
    "card_origin" TEXT,
    "original_external_id" TEXT,
    "reservation_id" TEXT,
    "business_date" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("merchant_id","occurred_at","transaction_id")
) PARTITION BY RANGE ("occurred_at");

-- CreateTable
CREATE TABLE "transaction_keys" (
    "merchant_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "given_back_minor" BIGINT NOT NULL DEFAULT 0,
    "reversed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "transaction_keys_pkey" PRIMARY KEY ("merchant_id","external_id")
) PARTITION BY HASH ("merchant_id");

-- CreateTable
CREATE TABLE "checks" (
    "merchant_id" TEXT NOT NULL,
    "check_id" TEXT COLLATE "C" NOT NULL,
    "terminal_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "answer" JSON NOT NULL,
    "source" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checks_pkey" PRIMARY KEY ("merchant_id","check_id")
) PARTITION BY RANGE ("check_id");

-- CreateTable
CREATE TABLE "limit_requests" (
    "merchant_id" TEXT NOT NULL,
    "limit_request_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "limit_id" TEXT NOT NULL,
    "is_new" BOOLEAN NOT NULL DEFAULT false,
    "natural_key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "store" TEXT,
    "terminal_id" TEXT,
    "window" TEXT NOT NULL,
    "window_seconds" INTEGER,
    "currency" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "current_max_amount" BIGINT,
    "current_max_count" BIGINT,
    "current_min_amount" BIGINT,
    "requested_max_amount" BIGINT,
    "requested_max_count" BIGINT,
    "requested_min_amount" BIGINT,
    "asked_fields" TEXT[],
    "approved_max_amount" BIGINT,
    "approved_max_count" BIGINT,
    "approved_min_amount" BIGINT,
    "approved_starts_at" TIMESTAMPTZ(3),
    "approved_ends_at" TIMESTAMPTZ(3),
    "is_approved" BOOLEAN NOT NULL DEFAULT false,
    "is_tightening" BOOLEAN NOT NULL DEFAULT false,
    "justification" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "required_approvals" INTEGER NOT NULL,
    "approvals" INTEGER NOT NULL DEFAULT 0,
    "maker_side" TEXT NOT NULL,
    "maker_kind" TEXT NOT NULL,
    "maker_id" TEXT NOT NULL,
    "maker_name" TEXT NOT NULL,
    "maker_user_ids" TEXT[],
    "claimed_by_user_id" TEXT,
    "claimed_by_name" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "question" TEXT,
    "question_asked_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "limit_requests_pkey" PRIMARY KEY ("merchant_id","limit_request_id")
);

-- CreateTable
CREATE TABLE "limit_decisions" (
    "merchant_id" TEXT NOT NULL,
    "limit_request_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "max_amount_minor" BIGINT,
    "max_count" BIGINT,
    "min_amount_minor" BIGINT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "note" TEXT,
    "decided_by_user_id" TEXT NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_decisions_pkey" PRIMARY KEY ("merchant_id","limit_request_id","sequence")
);

-- CreateTable
CREATE TABLE "limit_request_events" (
    "merchant_id" TEXT NOT NULL,
    "limit_request_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_side" TEXT NOT NULL,
    "note" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_request_events_pkey" PRIMARY KEY ("merchant_id","limit_request_id","sequence")
);

-- CreateTable
CREATE TABLE "users" (
    "user_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "theme" TEXT,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "merchant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("merchant_id","user_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "session_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "password_confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "sign_up_links" (
    "token_hash" BYTEA NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_up_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_up_link_requests" (
    "user_id" TEXT NOT NULL,
    "asked_by_user_id" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_up_link_requests_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "account_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("account_hash","address")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "merchant_id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'live',
    "scopes" TEXT[],
    "rate_per_second" INTEGER NOT NULL DEFAULT 200,
    "created_by_user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("merchant_id","key_id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "merchant_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("merchant_id","owner","method","path","key")
) PARTITION BY HASH ("merchant_id");

-- CreateTable
CREATE TABLE "notifications" (
    "merchant_id" TEXT NOT NULL,
    "notification_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("merchant_id","notification_id")
);

-- CreateTable
CREATE TABLE "maintenance_windows" (
    "maintenance_window_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,

    CONSTRAINT "maintenance_windows_pkey" PRIMARY KEY ("maintenance_window_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "merchant_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "audit_event_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("merchant_id","sequence")
);

-- CreateTable
CREATE TABLE "audit_chains" (
    "merchant_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "acquirer_settings" (
    "settings_id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "cut_over_time" TEXT NOT NULL DEFAULT '00:00',
    "response_code_profile" TEXT NOT NULL DEFAULT 'catch_all',
    "warn_percent" INTEGER NOT NULL DEFAULT 80,
    "due_soon_days" INTEGER NOT NULL DEFAULT 14,
    "split_allowed" BOOLEAN NOT NULL DEFAULT false,
    "decision_hours" INTEGER NOT NULL DEFAULT 24,
    "question_days" INTEGER NOT NULL DEFAULT 14,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "acquirer_settings_pkey" PRIMARY KEY ("settings_id")
);

-- CreateTable
CREATE TABLE "four_eyes_thresholds" (
    "window" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "max_amount_minor" BIGINT NOT NULL,

    CONSTRAINT "four_eyes_thresholds_pkey" PRIMARY KEY ("window","currency")
);

-- CreateTable
CREATE TABLE "response_code_profiles" (
    "profile_id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,

    CONSTRAINT "response_code_profiles_pkey" PRIMARY KEY ("profile_id")
);

-- CreateTable
CREATE TABLE "response_codes" (
    "profile_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "meaning_en" TEXT NOT NULL,
    "meaning_zh" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "emitters" TEXT[],
    "predictable" TEXT NOT NULL,
    "retry_class" TEXT NOT NULL,
    "merchant_action_en" TEXT NOT NULL,
    "merchant_action_zh" TEXT NOT NULL,

    CONSTRAINT "response_codes_pkey" PRIMARY KEY ("profile_id","code")
);

-- CreateTable
CREATE TABLE "reason_code_map" (
    "profile_id" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "response_code" TEXT NOT NULL,

    CONSTRAINT "reason_code_map_pkey" PRIMARY KEY ("profile_id","reason_code")
);

-- CreateIndex
CREATE INDEX "limits_merchant_id_terminal_id_idx" ON "limits"("merchant_id", "terminal_id");

-- CreateIndex
CREATE INDEX "limits_merchant_id_currency_idx" ON "limits"("merchant_id", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "limits_merchant_id_natural_key_key" ON "limits"("merchant_id", "natural_key");

-- CreateIndex
CREATE INDEX "transactions_merchant_id_terminal_id_occurred_at_idx" ON "transactions"("merchant_id", "terminal_id", "occurred_at");

-- CreateIndex
CREATE INDEX "checks_merchant_id_terminal_id_check_id_idx" ON "checks"("merchant_id", "terminal_id", "check_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "notifications_merchant_id_user_id_notification_id_idx" ON "notifications"("merchant_id", "user_id", "notification_id");

-- CreateIndex
CREATE INDEX "audit_events_merchant_id_subject_kind_subject_id_idx" ON "audit_events"("merchant_id", "subject_kind", "subject_id");

-- AddForeignKey
ALTER TABLE "stores" ADD CONSTRAINT "stores_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminals" ADD CONSTRAINT "terminals_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merchant_controls" ADD CONSTRAINT "merchant_controls_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limits" ADD CONSTRAINT "limits_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limit_versions" ADD CONSTRAINT "limit_versions_merchant_id_limit_id_fkey" FOREIGN KEY ("merchant_id", "limit_id") REFERENCES "limits"("merchant_id", "limit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limit_decisions" ADD CONSTRAINT "limit_decisions_merchant_id_limit_request_id_fkey" FOREIGN KEY ("merchant_id", "limit_request_id") REFERENCES "limit_requests"("merchant_id", "limit_request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limit_request_events" ADD CONSTRAINT "limit_request_events_merchant_id_limit_request_id_fkey" FOREIGN KEY ("merchant_id", "limit_request_id") REFERENCES "limit_requests"("merchant_id", "limit_request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_codes" ADD CONSTRAINT "response_codes_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "response_code_profiles"("profile_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason_code_map" ADD CONSTRAINT "reason_code_map_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "response_code_profiles"("profile_id") ON DELETE RESTRICT ON UPDATE CASCADE;

