revision { id = "a1", parent = nil, message = "a typed table with constraints", created = "2026-11-29T13:33:00Z" }

function upgrade()
  execute "CREATE TYPE pair AS (x integer, y text)"
  execute "CREATE TABLE named OF pair (CONSTRAINT c CHECK (x > 0), CONSTRAINT u UNIQUE (x))"
end
