function upgrade()
  rename_enum("mood", "feeling")
  rename_enum_value("feeling", "happy", "glad")
  rename_sequence("numbers", "counter")
  execute "ALTER DOMAIN mail RENAME TO email"
  execute "ALTER TYPE place RENAME TO address"
  rename_table("persons", "people")
  rename_column("people", "full_name", "name")
  rename_constraint("app.visits", "visited_once", "one_visit")
  rename_index("app.visits_by_time", "visits_at")
  rename_constraint("people", "persons_full_name_check", "people_name_check")
  rename_constraint("people", "persons_pkey", "people_pkey")
  rename_constraint("people", "persons_email_key", "people_email_key")
  rename_index("persons_full_name_idx", "people_name_idx")
  add_column("people", column("since", "date"))
  rename_sequence("persons_id_seq", "people_id_seq")
end
