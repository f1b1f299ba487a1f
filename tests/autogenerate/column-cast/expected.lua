function upgrade()
  alter_column("t", "a", { type = "tsvector", using = "a::text::tsvector" })
  alter_column("t", "b", { type = "mood", using = "b::mood" })
  alter_column("t", "c", { type = "integer", using = "c::integer" })
end
