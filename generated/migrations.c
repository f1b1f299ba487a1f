/* Written by migratec from the scripts in migrations/: change those, not this. */
#include "table.h"

_Static_assert(MIGRATE_TABLE_VERSION == 9, "this table was written for another version of libmigrate");

static const struct step up_0e1c44a901c8[] = {
	{
		.label = "create_table users",
		.sql =
			"CREATE TABLE users (\n"
			"  id uuid NOT NULL DEFAULT gen_random_uuid(),\n"
			"  email character varying(255) NOT NULL,\n"
			"  role character varying(20) NOT NULL DEFAULT 'patient',\n"
			"  profile jsonb NOT NULL DEFAULT '{}',\n"
			"  created_at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  updated_at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  CONSTRAINT users_email_check CHECK (email LIKE '%@%'),\n"
			"  CONSTRAINT users_pkey PRIMARY KEY (id),\n"
			"  CONSTRAINT users_email_key UNIQUE (email)\n"
			")",
		.file = "migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua",
		.line = 9,
	},
	{
		.label = "create_table users",
		.sql = "COMMENT ON TABLE users IS 'People who talk to the chatbot'",
		.file = "migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua",
		.line = 9,
	},
	{
		.label = "create_index users_created_at_idx",
		.sql = "CREATE INDEX users_created_at_idx ON users (created_at)",
		.file = "migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua",
		.line = 19,
		.lock = LOCK_SHARE,
		.table = "users",
	},
};

static const struct step down_0e1c44a901c8[] = {
	{
		.label = "drop_table users",
		.sql = "DROP TABLE users",
		.file = "migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua",
		.line = 23,
		.flags = STEP_LOSES_DATA,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
};

static const struct step up_3b7f0d52c6aa[] = {
	{
		.label = "create_enum conversation_status",
		.sql = "CREATE TYPE conversation_status AS ENUM ('open', 'waiting', 'closed')",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 11,
	},
	{
		.label = "create_table conversations",
		.sql =
			"CREATE TABLE conversations (\n"
			"  id bigint GENERATED ALWAYS AS IDENTITY,\n"
			"  user_id uuid NOT NULL,\n"
			"  title text,\n"
			"  status conversation_status NOT NULL DEFAULT 'open',\n"
			"  created_at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  updated_at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  CONSTRAINT conversations_pkey PRIMARY KEY (id),\n"
			"  CONSTRAINT conversations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE\n"
			")",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 12,
		.lock = LOCK_SHARE_ROW_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "create_table conversations_user_id_created_at_idx",
		.sql = "CREATE INDEX conversations_user_id_created_at_idx ON conversations (user_id, created_at DESC)",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 12,
	},
	{
		.label = "create_table conversations_active_idx",
		.sql =
			"CREATE INDEX conversations_active_idx ON conversations (status)\n"
			"  WHERE (status <> 'closed')",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 12,
	},
};

static const struct step down_3b7f0d52c6aa[] = {
	{
		.label = "drop_table conversations",
		.sql = "DROP TABLE conversations",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 12,
		.flags = STEP_LOSES_DATA,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "conversations",
	},
	{
		.label = "drop_enum conversation_status",
		.sql = "DROP TYPE conversation_status",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.line = 11,
	},
};

static const struct step up_58d2a91e04bf[] = {
	{
		.label = "create_enum message_author",
		.sql = "CREATE TYPE message_author AS ENUM ('patient', 'assistant', 'clinician')",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 9,
	},
	{
		.label = "create_table messages",
		.sql =
			"CREATE TABLE messages (\n"
			"  id bigint GENERATED ALWAYS AS IDENTITY,\n"
			"  conversation_id bigint NOT NULL,\n"
			"  author message_author NOT NULL,\n"
			"  body text NOT NULL,\n"
			"  tokens integer NOT NULL DEFAULT 0,\n"
			"  citations text[] NOT NULL DEFAULT '{}',\n"
			"  search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED,\n"
			"  sent_at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  CONSTRAINT messages_body_check CHECK (length(body) > 0),\n"
			"  CONSTRAINT messages_pkey PRIMARY KEY (id),\n"
			"  CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE\n"
			")",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 10,
		.lock = LOCK_SHARE_ROW_EXCLUSIVE,
		.table = "conversations",
	},
	{
		.label = "create_table messages_conversation_id_sent_at_idx",
		.sql = "CREATE INDEX messages_conversation_id_sent_at_idx ON messages (conversation_id, sent_at)",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 10,
	},
	{
		.label = "create_table messages_search_idx",
		.sql = "CREATE INDEX messages_search_idx ON messages USING gin (search)",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 10,
	},
	{
		.label = "comment_on column messages.tokens",
		.sql = "COMMENT ON COLUMN messages.tokens IS 'What the language model counted, 0 for people'",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 22,
		.lock = LOCK_SHARE_UPDATE_EXCLUSIVE,
		.table = "messages",
	},
};

static const struct step down_58d2a91e04bf[] = {
	{
		.label = "comment_on column messages.tokens",
		.sql = "COMMENT ON COLUMN messages.tokens IS NULL",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 22,
		.lock = LOCK_SHARE_UPDATE_EXCLUSIVE,
		.table = "messages",
	},
	{
		.label = "drop_table messages",
		.sql = "DROP TABLE messages",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 10,
		.flags = STEP_LOSES_DATA,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "messages",
	},
	{
		.label = "drop_enum message_author",
		.sql = "DROP TYPE message_author",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.line = 9,
	},
};

static const struct step up_7c40be19d3f2[] = {
	{
		.label = "create_enum user_role",
		.sql = "CREATE TYPE user_role AS ENUM ('patient', 'clinician', 'admin')",
		.file = "migrations/versions/7c40be19d3f2_roles_become_an_enum.lua",
		.line = 9,
	},
	{
		.label = "alter_column users.role",
		.sql =
			"ALTER TABLE users\n"
			"  ALTER COLUMN role DROP DEFAULT,\n"
			"  ALTER COLUMN role TYPE user_role USING role::user_role,\n"
			"  ALTER COLUMN role SET DEFAULT 'patient'",
		.file = "migrations/versions/7c40be19d3f2_roles_become_an_enum.lua",
		.line = 10,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
};

static const struct step down_7c40be19d3f2[] = {
	{
		.label = "alter_column users.role",
		.sql =
			"ALTER TABLE users\n"
			"  ALTER COLUMN role DROP DEFAULT,\n"
			"  ALTER COLUMN role TYPE character varying(20) USING role::text,\n"
			"  ALTER COLUMN role SET DEFAULT 'patient'",
		.file = "migrations/versions/7c40be19d3f2_roles_become_an_enum.lua",
		.line = 18,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "drop_enum user_role",
		.sql = "DROP TYPE user_role",
		.file = "migrations/versions/7c40be19d3f2_roles_become_an_enum.lua",
		.line = 23,
	},
};

static const struct step up_91aa6e7d5c03[] = {
	{
		.label = "create_schema audit",
		.sql = "CREATE SCHEMA audit",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 11,
	},
	{
		.label = "create_table audit.log",
		.sql =
			"CREATE TABLE audit.log (\n"
			"  id bigint GENERATED ALWAYS AS IDENTITY,\n"
			"  at timestamp with time zone NOT NULL DEFAULT now(),\n"
			"  user_id uuid,\n"
			"  action text NOT NULL,\n"
			"  detail jsonb NOT NULL DEFAULT '{}',\n"
			"  CONSTRAINT log_pkey PRIMARY KEY (id, at)\n"
			")\n"
			"PARTITION BY RANGE (at)",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 17,
	},
	{
		.label = "create_table audit.log_default",
		.sql =
			"CREATE TABLE audit.log_default PARTITION OF audit.log\n"
			"DEFAULT",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 26,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_01",
		.sql =
			"CREATE TABLE audit.log_2027_01 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-01-01') TO ('2027-02-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_02",
		.sql =
			"CREATE TABLE audit.log_2027_02 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-02-01') TO ('2027-03-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_03",
		.sql =
			"CREATE TABLE audit.log_2027_03 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-03-01') TO ('2027-04-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_04",
		.sql =
			"CREATE TABLE audit.log_2027_04 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-04-01') TO ('2027-05-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_05",
		.sql =
			"CREATE TABLE audit.log_2027_05 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-05-01') TO ('2027-06-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_06",
		.sql =
			"CREATE TABLE audit.log_2027_06 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-06-01') TO ('2027-07-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_07",
		.sql =
			"CREATE TABLE audit.log_2027_07 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-07-01') TO ('2027-08-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_08",
		.sql =
			"CREATE TABLE audit.log_2027_08 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-08-01') TO ('2027-09-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_09",
		.sql =
			"CREATE TABLE audit.log_2027_09 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-09-01') TO ('2027-10-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_10",
		.sql =
			"CREATE TABLE audit.log_2027_10 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-10-01') TO ('2027-11-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_11",
		.sql =
			"CREATE TABLE audit.log_2027_11 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-11-01') TO ('2027-12-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table audit.log_2027_12",
		.sql =
			"CREATE TABLE audit.log_2027_12 PARTITION OF audit.log\n"
			"FOR VALUES FROM ('2027-12-01') TO ('2028-01-01')",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "create_table log_user_id_at_idx",
		.sql = "CREATE INDEX log_user_id_at_idx ON audit.log (user_id, at)",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 17,
	},
};

static const struct step down_91aa6e7d5c03[] = {
	{
		.label = "drop_table audit.log",
		.sql = "DROP TABLE audit.log",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 17,
		.flags = STEP_LOSES_DATA,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "audit.log",
	},
	{
		.label = "drop_schema audit",
		.sql = "DROP SCHEMA audit",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.line = 11,
	},
};

static const struct step up_a4e85f0c7b19[] = {
	{
		.label = "execute CREATE FUNCTION",
		.sql =
			"CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$\n"
			"    BEGIN\n"
			"      NEW.updated_at := now();\n"
			"      RETURN NEW;\n"
			"    END\n"
			"    $$",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 10,
	},
	{
		.label = "execute CREATE TRIGGER",
		.sql = "CREATE TRIGGER touch_updated_at BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated_at()",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 19,
		.lock = LOCK_SHARE_ROW_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "execute CREATE TRIGGER",
		.sql = "CREATE TRIGGER touch_updated_at BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION touch_updated_at()",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 19,
		.lock = LOCK_SHARE_ROW_EXCLUSIVE,
		.table = "conversations",
	},
};

static const struct step down_a4e85f0c7b19[] = {
	{
		.label = "execute DROP TRIGGER",
		.sql = "DROP TRIGGER touch_updated_at ON conversations",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 19,
	},
	{
		.label = "execute DROP TRIGGER",
		.sql = "DROP TRIGGER touch_updated_at ON users",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 19,
	},
	{
		.label = "execute DROP FUNCTION",
		.sql = "DROP FUNCTION touch_updated_at()",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.line = 16,
	},
};

static const struct step up_b8c61d2e9f47[] = {
	{
		.label = "execute CREATE VIEW",
		.sql =
			"CREATE VIEW conversation_overview AS\n"
			"    SELECT c.id, c.title, c.status, u.email, count(m.id) AS messages, max(m.sent_at) AS last_message_at\n"
			"    FROM conversations c\n"
			"    JOIN users u ON u.id = c.user_id\n"
			"    LEFT JOIN messages m ON m.conversation_id = c.id\n"
			"    GROUP BY c.id, u.email",
		.file = "migrations/versions/b8c61d2e9f47_conversation_overview.lua",
		.line = 10,
	},
};

static const struct step down_b8c61d2e9f47[] = {
	{
		.label = "execute DROP VIEW",
		.sql = "DROP VIEW conversation_overview",
		.file = "migrations/versions/b8c61d2e9f47_conversation_overview.lua",
		.line = 16,
	},
};

static const struct step up_c93d70fa18e6[] = {
	{
		.label = "create_index users_role_email_idx",
		.sql = "CREATE INDEX CONCURRENTLY users_role_email_idx ON users (role, lower(email))",
		.file = "migrations/versions/c93d70fa18e6_index_users_by_role.lua",
		.line = 9,
		.flags = STEP_NO_TRANSACTION,
		.lock = LOCK_SHARE_UPDATE_EXCLUSIVE,
		.table = "users",
		.leftover = &(const struct leftover){
			.kind = LEFTOVER_BUILD,
			.name = "users_role_email_idx",
			.table = "users",
			.probe = "CREATE INDEX users_role_email_idx ON pg_temp.migrate_probe (role, lower(email))",
		},
	},
};

static const struct step down_c93d70fa18e6[] = {
	{
		.label = "drop_index users_role_email_idx",
		.sql = "DROP INDEX CONCURRENTLY users_role_email_idx",
		.file = "migrations/versions/c93d70fa18e6_index_users_by_role.lua",
		.line = 9,
		.flags = STEP_NO_TRANSACTION,
		.lock = LOCK_SHARE_UPDATE_EXCLUSIVE,
		.table = "users",
		.leftover = &(const struct leftover){
			.kind = LEFTOVER_DROP,
			.name = "users_role_email_idx",
		},
	},
};

static const struct step up_d1f5b83a6e20[] = {
	{
		.label = "add_column users.language",
		.sql = "ALTER TABLE users ADD COLUMN language text",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 9,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "execute UPDATE",
		.sql = "UPDATE users SET language = coalesce(profile ->> 'language', 'en')",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 11,
	},
	{
		.label = "alter_column users.language",
		.sql =
			"ALTER TABLE users\n"
			"  ALTER COLUMN language SET DEFAULT 'en',\n"
			"  ALTER COLUMN language SET NOT NULL",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "create_check_constraint users_language_check",
		.sql =
			"ALTER TABLE users\n"
			"  ADD CONSTRAINT users_language_check CHECK (language ~ '^[a-z]{2}(-[A-Z]{2})?$')",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 16,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
};

static const struct step down_d1f5b83a6e20[] = {
	{
		.label = "drop_constraint users_language_check",
		.sql = "ALTER TABLE users DROP CONSTRAINT users_language_check",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 16,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "alter_column users.language",
		.sql = "ALTER TABLE users ALTER COLUMN language DROP DEFAULT",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "alter_column users.language",
		.sql = "ALTER TABLE users ALTER COLUMN language DROP NOT NULL",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 15,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
	{
		.label = "execute UPDATE",
		.sql = "UPDATE users SET profile = profile || jsonb_build_object('language', language)",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 13,
	},
	{
		.label = "drop_column users.language",
		.sql = "ALTER TABLE users DROP COLUMN language",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.line = 9,
		.flags = STEP_LOSES_DATA,
		.lock = LOCK_ACCESS_EXCLUSIVE,
		.table = "users",
	},
};

static const struct migration migrations[] = {
	{
		.id = "0e1c44a901c8",
		.message = "Initial migration with User model",
		.created = "2026-11-22T15:10:00Z",
		.checksum = "1:3d4af54cfd5182c0a6d147dbf92978b59857d1e1d227355deeb7e2ac06b60152",
		.file = "migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua",
		.up = up_0e1c44a901c8,
		.n_up = 3,
		.down = down_0e1c44a901c8,
		.n_down = 1,
	},
	{
		.id = "3b7f0d52c6aa",
		.message = "Add conversations",
		.created = "2026-11-23T09:02:00Z",
		.checksum = "1:1e350387e43dac0c18a58f9385d59b044b608394cd38e49dcbc5d5ba003c9064",
		.file = "migrations/versions/3b7f0d52c6aa_add_conversations.lua",
		.parents = (const unsigned[]){0},
		.n_parents = 1,
		.up = up_3b7f0d52c6aa,
		.n_up = 4,
		.down = down_3b7f0d52c6aa,
		.n_down = 2,
	},
	{
		.id = "58d2a91e04bf",
		.message = "Add messages",
		.created = "2026-11-24T11:40:00Z",
		.checksum = "1:0b17378fd00dbc5c3931fd3d04d16275ac97236b8afde928862b67d650a17b9c",
		.file = "migrations/versions/58d2a91e04bf_add_messages.lua",
		.parents = (const unsigned[]){1},
		.n_parents = 1,
		.up = up_58d2a91e04bf,
		.n_up = 5,
		.down = down_58d2a91e04bf,
		.n_down = 3,
	},
	{
		.id = "7c40be19d3f2",
		.message = "Roles become an enum",
		.created = "2026-11-26T08:15:00Z",
		.checksum = "1:745907421c6ddb643e996974edffa613b18b54f77bfe55ac1ed220d32b5360ab",
		.file = "migrations/versions/7c40be19d3f2_roles_become_an_enum.lua",
		.parents = (const unsigned[]){2},
		.n_parents = 1,
		.up = up_7c40be19d3f2,
		.n_up = 2,
		.down = down_7c40be19d3f2,
		.n_down = 2,
	},
	{
		.id = "91aa6e7d5c03",
		.message = "Add a partitioned audit log",
		.created = "2026-11-28T14:30:00Z",
		.checksum = "1:a288752297bcdfc7b73c75f7557269f8a2d2861aac350b678a6afdd18f5b8c72",
		.file = "migrations/versions/91aa6e7d5c03_add_audit_log.lua",
		.parents = (const unsigned[]){3},
		.n_parents = 1,
		.up = up_91aa6e7d5c03,
		.n_up = 16,
		.down = down_91aa6e7d5c03,
		.n_down = 2,
	},
	{
		.id = "a4e85f0c7b19",
		.message = "Keep updated_at by trigger",
		.created = "2026-12-01T10:00:00Z",
		.checksum = "1:a99fd5358af64bd3fff070b44dc322643d744e9caf21733bbfbf0b00c3d70f50",
		.file = "migrations/versions/a4e85f0c7b19_touch_updated_at.lua",
		.parents = (const unsigned[]){4},
		.n_parents = 1,
		.up = up_a4e85f0c7b19,
		.n_up = 3,
		.down = down_a4e85f0c7b19,
		.n_down = 3,
	},
	{
		.id = "b8c61d2e9f47",
		.message = "A view of conversations for the clinicians' desk",
		.created = "2026-12-03T16:45:00Z",
		.checksum = "1:ad56f493e3fcf4ce85bc935946708bf366261187309d63e287fa136922e17b1d",
		.file = "migrations/versions/b8c61d2e9f47_conversation_overview.lua",
		.parents = (const unsigned[]){5},
		.n_parents = 1,
		.up = up_b8c61d2e9f47,
		.n_up = 1,
		.down = down_b8c61d2e9f47,
		.n_down = 1,
	},
	{
		.id = "c93d70fa18e6",
		.message = "Index users by role, without stopping writes",
		.created = "2026-12-07T07:20:00Z",
		.checksum = "1:97e00c3b2dd80dc79188423ebe1af23ac15fab951dd2cdbb61f796337410a7b0",
		.file = "migrations/versions/c93d70fa18e6_index_users_by_role.lua",
		.parents = (const unsigned[]){6},
		.n_parents = 1,
		.up = up_c93d70fa18e6,
		.n_up = 1,
		.down = down_c93d70fa18e6,
		.n_down = 1,
	},
	{
		.id = "d1f5b83a6e20",
		.message = "Profiles know their language",
		.created = "2026-12-10T12:05:00Z",
		.checksum = "1:c0b55fac7cec38de6c8d2c270640267f4f282d0f28d60ade110779e240d61f0e",
		.file = "migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua",
		.parents = (const unsigned[]){7},
		.n_parents = 1,
		.up = up_d1f5b83a6e20,
		.n_up = 4,
		.down = down_d1f5b83a6e20,
		.n_down = 5,
	},
};

const struct migration_table migration_table = {
	.version = 9,
	.name = "healthbot",
	.build = "543dd9abade1873c",
	.min_server = 140000,
	.search_path = "public",
	.history_schema = "public",
	.lock_timeout = 5000,
	.statement_timeout = 0,
	.migrations = migrations,
	.n_migrations = 9,
};
