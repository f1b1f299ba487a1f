revision { id = "a2", parent = "a1", message = "ALTER TABLE", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TABLE u (id bigint, code text, n integer, t_a integer, at tstzrange);
		CREATE UNIQUE INDEX u_code ON u (code) INCLUDE (n);
		ALTER TABLE u ADD PRIMARY KEY (id), ADD UNIQUE (n), ADD UNIQUE (n), ADD CHECK (n > 0), ADD CHECK (n > 1) NOT VALID,
			ADD CHECK (n > 0 AND code <> '') NO INHERIT;
		ALTER TABLE u ADD CONSTRAINT u_codes UNIQUE USING INDEX u_code DEFERRABLE;
		ALTER TABLE u ADD FOREIGN KEY (t_a) REFERENCES t ON DELETE SET NULL (t_a) ON UPDATE SET DEFAULT NOT VALID,
			ADD FOREIGN KEY (t_a) REFERENCES t (a), ADD FOREIGN KEY (n, t_a) REFERENCES t (b, a);
		ALTER TABLE ONLY u ADD EXCLUDE USING gist (at WITH &&) INITIALLY DEFERRED;
		ALTER TABLE IF EXISTS nobody ADD CHECK (true);
	]]
	execute [[
		ALTER TABLE u VALIDATE CONSTRAINT u_n_check1, VALIDATE CONSTRAINT u_t_a_fkey;
		ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 DEFERRABLE INITIALLY DEFERRED;
		ALTER TABLE u RENAME CONSTRAINT u_n_key TO n_key;
		ALTER INDEX u_n_key1 RENAME TO n_key1;
		ALTER TABLE IF EXISTS u RENAME CONSTRAINT u_n_check TO n_check;
	]]
end
