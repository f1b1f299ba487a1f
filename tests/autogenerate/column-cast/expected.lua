function upgrade()
  -- there is no cast from integer: fails where the text of a value is no tsvector; if none is, fill in another column instead
  alter_column("t", "a", { type = "tsvector", using = "a::text::tsvector" })
  alter_column("t", "b", { type = "mood", using = "b::mood" })
  alter_column("t", "c", { type = "integer", using = "c::integer" })
end
