function upgrade()
  alter_column("serial_to_plain", "id", { default = null })
  alter_column("serial_to_identity", "id", { default = null })
  drop_sequence "serial_to_identity_id_seq"
  drop_sequence "serial_to_plain_id_seq"
  create_sequence("plain_to_serial_id_seq", { type = "integer" })
  alter_column("plain_to_serial", "id", {
    default = sql "nextval('plain_to_serial_id_seq'::regclass)",
  })
  alter_column("serial_to_identity", "id", {
    identity = { "by default", sequence_name = "serial_to_identity_id_seq" },
  })
  alter_column("plain_to_identity", "id", {
    identity = { "always", sequence_name = "plain_to_identity_id_seq" },
  })
  alter_column("identity_to_plain", "id", { identity = null })
  alter_column("identity_changes", "id", { identity = "by default" })
  alter_column("identity_changes", "other", {
    identity = { "always", start = 20, increment = 2, cache = 5 },
  })
  alter_sequence("plain_to_serial_id_seq", { owned_by = "public.plain_to_serial.id" })
end
