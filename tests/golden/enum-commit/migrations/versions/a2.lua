revision { id = "a2", parent = "a1", message = "a label that is committed is used beside what adds it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "great", { commit = true })
	alter_column("t", "m", { default = "great" })
	execute([[INSERT INTO t VALUES (1, 'great')]], { down = [[DELETE FROM t]] })
end
