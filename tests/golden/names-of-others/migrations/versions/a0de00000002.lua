revision {
  id = "a0de00000002",
  parent = "a0de00000001",
  message = "Their names change",
}

function upgrade()
  execute [[
    ALTER INDEX t RENAME TO t_new;
    ALTER INDEX v RENAME TO v_new;
    ALTER INDEX m RENAME TO m_new;
    ALTER INDEX q RENAME TO q_new;
    ALTER INDEX t_id_seq RENAME TO t_id_new;
  ]]
end
