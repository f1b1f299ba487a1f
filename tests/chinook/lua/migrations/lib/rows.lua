-- Rows written as lists, in the order of the columns.
return function(columns, lists)
  local rows = {}
  for i, list in ipairs(lists) do
    local row = {}
    for j, name in ipairs(columns) do
      row[name] = list[j]
    end
    rows[i] = row
  end
  return rows
end
