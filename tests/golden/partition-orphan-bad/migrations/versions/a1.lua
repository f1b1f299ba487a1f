revision { id = "a1", message = "a partitioned table that is refused" }

function upgrade()
	execute "CREATE TABLE buckets (value bytea) PARTITION BY HASH (key)"
end
