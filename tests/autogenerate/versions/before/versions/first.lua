revision { id = "first", message = "by hand" }

function upgrade()
  execute [[
    CREATE TABLE users (id serial PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x'::varchar, email text UNIQUE);
    CREATE INDEX users_name ON users (name);
    INSERT INTO users (email) VALUES ('a@b');
    ALTER TABLE users ADD COLUMN age int CHECK (age > 0);
    CREATE VIEW adults AS SELECT id FROM users WHERE age >= 18;
  ]]
end
