function upgrade()
  alter_column("t", "varchar_widens", { type = "varchar(20)" })
  alter_column("t", "varchar_opens", { type = "varchar" })
  -- fails where a value has more than 4 characters
  alter_column("t", "varchar_narrows", { type = "varchar(4)" })
  alter_column("t", "becomes_text", { type = "text" })
  alter_column("t", "precision_goes", { type = "numeric" })
  alter_column("t", "scale_changes", { type = "numeric(12,4)" })
  alter_column("t", "time_precision", { type = "timestamptz" })
  -- takes the times for those of UTC
  alter_column("t", "zone_added", { type = "timestamptz" })
  alter_column("t", "grows", { type = "bigint" })
  -- fails where a value is no integer
  alter_column("t", "words_to_numbers", {
    type = "integer",
    using = "words_to_numbers::integer",
    default = 7,
  })
  alter_column("t", "numbers_to_words", { type = "text", default = "7" })
  alter_column("t", "flag_to_number", {
    type = "integer",
    using = "flag_to_number::integer",
    default = 0,
  })
  alter_column("t", "json_to_jsonb", { type = "jsonb", default = {} })
  -- fails where a value is no jsonb
  alter_column("t", "text_to_jsonb", {
    type = "jsonb",
    using = "text_to_jsonb::jsonb",
    default = {},
  })
  -- fails where a value is no text[]
  alter_column("t", "text_to_array", { type = "text[]", using = "text_to_array::text[]" })
  -- fails where a value is no date
  alter_column("t", "text_to_date", {
    type = "date",
    using = "text_to_date::date",
    default = "2020-01-01",
  })
  alter_column("t", "array_to_array", { type = "bigint[]", default = { 1, 2 } })
  -- fails where a value is no integer[]
  alter_column("t", "array_of_text", { type = "integer[]", using = "array_of_text::integer[]" })
  alter_column("t", "collated", { type = "text", collation = "C" })
  alter_column("t", "collation_back", { type = "text" })
end
