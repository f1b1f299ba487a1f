revision { id = "a2", message = "and each of them goes, and comes back", parent = "a1" }
function upgrade()
	execute [[
		DROP TABLE w, whole, none, mixed, sums, both1, both2, with_one, joined, named, values_of, quick, arr, into_table, gen, s1.row;
	]]
end
