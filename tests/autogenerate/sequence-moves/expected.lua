function upgrade()
  alter_sequence("accounts_id_seq", { owned_by = "none" })
  alter_sequence("free", { owned_by = "none" })
  alter_sequence("held", { owned_by = "none" })
  -- loses data
  drop_table "users"
  create_table("accounts", {
    column("id", "bigint", {
      default = sql "nextval('accounts_id_seq'::regclass)",
      primary_key = true,
    }),
    column("name", "text"),
  })
  alter_sequence("accounts_id_seq", { owned_by = "accounts.id" })
  alter_sequence("held", { owned_by = "kept.id" })
end
