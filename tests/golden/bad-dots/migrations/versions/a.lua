revision { id = "a", message = "a name of many parts is not looked for in all ways to put them together" }

function upgrade()
  execute [[CREATE TABLE q (a date DEFAULT date '............................................................')]]
end
