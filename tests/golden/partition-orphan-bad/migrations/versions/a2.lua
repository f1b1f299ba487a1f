revision { id = "a2", parent = "a1", message = "its partition is there, and its way down is tried" }

function upgrade()
	execute "CREATE TABLE buckets_0 PARTITION OF buckets FOR VALUES WITH (MODULUS 2, REMAINDER 0)"
end
