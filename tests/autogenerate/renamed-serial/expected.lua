function upgrade()
  rename_table("users", "accounts")
  rename_column("accounts", "place", "position")
  rename_sequence("users_id_seq", "accounts_id_seq")
  rename_sequence("users_place_seq", "accounts_position_seq")
  rename_constraint("accounts", "users_pkey", "accounts_pkey")
end
