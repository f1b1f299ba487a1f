revision {
  id = "d1f5b83a6e20",
  parent = "c93d70fa18e6",
  message = "Profiles know their language",
  created = "2026-12-10T12:05:00Z",
}

function upgrade()
  add_column("users", column("language", "text"))
  execute([[
    UPDATE users SET language = coalesce(profile ->> 'language', 'en')
  ]], { down = [[
    UPDATE users SET profile = profile || jsonb_build_object('language', language)
  ]] })
  alter_column("users", "language", { not_null = true, default = "en" })
  create_check_constraint("users", "language ~ '^[a-z]{2}(-[A-Z]{2})?$'", { name = "users_language_check" })
end
