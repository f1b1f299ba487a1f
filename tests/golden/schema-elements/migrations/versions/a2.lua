revision { id = "a2", parent = "a1", message = "It is changed", created = "2026-11-30T00:40:00Z" }

function upgrade()
	add_column("shop.item", column("size", "text"))
	execute [[CREATE OR REPLACE VIEW shop.dear AS SELECT id AS create, name, price, size FROM shop.item WHERE price > 200]]
end
