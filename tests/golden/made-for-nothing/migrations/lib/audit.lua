local M = {}

function M.columns()
  local unused = column("spare", "text")
  return { column("made", "timestamptz", { default = sql "now()" }), column("by", "text") }, check { "true" }
end

return M
