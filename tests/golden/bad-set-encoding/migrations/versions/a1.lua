revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute [[
    SET client_encoding = 'UTF8';
    SET standard_conforming_strings = on;
    SET client_encoding = 'LATIN1';
    SET LOCAL Standard_Conforming_Strings TO off;
    RESET client_encoding;
  ]]
  execute("SET NAMES 'LATIN1'")
end
