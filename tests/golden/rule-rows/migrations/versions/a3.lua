revision { id = "a3", parent = "a2", message = "A partition goes with its rule", created = "2026-11-29T20:03:00Z" }

function upgrade()
  execute [[
    DROP TABLE parts;
  ]]
end
