generated/migrations.c: \
  migrations \
  migrations/lib \
  migrations/config.lua \
  migrations/versions \
  migrations/versions/0e1c44a901c8_initial_migration_with_user_model.lua \
  migrations/versions/3b7f0d52c6aa_add_conversations.lua \
  migrations/lib/timestamps.lua \
  migrations/versions/58d2a91e04bf_add_messages.lua \
  migrations/versions/7c40be19d3f2_roles_become_an_enum.lua \
  migrations/versions/91aa6e7d5c03_add_audit_log.lua \
  migrations/versions/a4e85f0c7b19_touch_updated_at.lua \
  migrations/versions/b8c61d2e9f47_conversation_overview.lua \
  migrations/versions/c93d70fa18e6_index_users_by_role.lua \
  migrations/versions/d1f5b83a6e20_profiles_know_their_language.lua
