revision {
  id = "5c1ab1e00003",
  parent = "5c1ab1e00002",
  message = "A table that refers to its own key, which LIKE brings",
}

function upgrade()
  execute [[CREATE TABLE node (id int PRIMARY KEY, up int, code text UNIQUE)]]
  execute [[CREATE TABLE tree (LIKE node INCLUDING INDEXES, FOREIGN KEY (up) REFERENCES tree, of text REFERENCES tree (code))]]
end
