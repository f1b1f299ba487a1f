function upgrade()
  alter_column("serial_to_plain", "id", { default = null })
  alter_column("serial_to_identity", "id", { default = null })
  -- where it stands is lost
  drop_sequence "serial_to_identity_id_seq"
  -- where it stands is lost
  drop_sequence "serial_to_plain_id_seq"
  create_sequence("plain_to_serial_id_seq", { type = "integer" })
  -- counts from its start, whatever the rows have: SELECT setval('plain_to_serial_id_seq', max(id)) FROM plain_to_serial
  alter_column("plain_to_serial", "id", {
    default = sql "nextval('plain_to_serial_id_seq'::regclass)",
  })
  -- counts from its start, whatever the rows have: SELECT setval(pg_get_serial_sequence('serial_to_identity', 'id'), max(id)) FROM serial_to_identity
  alter_column("serial_to_identity", "id", { identity = "by default" })
  -- counts from its start, whatever the rows have: SELECT setval(pg_get_serial_sequence('plain_to_identity', 'id'), max(id)) FROM plain_to_identity
  alter_column("plain_to_identity", "id", { identity = "always" })
  alter_column("identity_to_plain", "id", { identity = null })
  alter_column("identity_changes", "id", { identity = "by default" })
  alter_column("identity_changes", "other", {
    identity = { "always", start = 20, increment = 2, cache = 5 },
  })
  alter_sequence("plain_to_serial_id_seq", { owned_by = "plain_to_serial.id" })
end
