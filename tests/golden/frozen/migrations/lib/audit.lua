local audit = {}

function audit.columns()
  return column("changed_at", "timestamptz"), column("changed_by", "text")
end

return audit
