local audit = {}

function audit.columns()
  return column("changed_at", "timestamptz"), column("changed_by", "varchar(20)")
end

return audit
