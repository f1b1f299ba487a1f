revision { id = "79bed0000007", parent = "79bed0000006", message = "Others, which no ALTER TABLE of a typed table gives" }

function upgrade()
  execute [[ALTER INDEX named_key RENAME TO named_pkey]]
  rename_index("parts_key", "parts_pk")
  execute [[ALTER TABLE named NOT OF]]
  rename_constraint("named", "named_day", "named_date")
  rename_constraint("named", "named_x", "named_positive")
  rename_constraint("named", "named_self", "named_same")
  execute [[ALTER TABLE named OF pair]]
  rename_constraint("joins", "joins_x", "joins_key")
  rename_constraint("joins", "joins_check", "joins_positive")
  execute [[ALTER TABLE joins OF pair]]
end
