revision {
  id = "a0de00000003",
  parent = "a0de00000002",
  message = "They are named twice",
}

function upgrade()
  execute [[
    DROP SEQUENCE q2, public.q2;
    DROP TYPE mood, mood;
    DROP SCHEMA s, s;
  ]]
end
