revision  a1 (head)
parent    <base>
message   Statements without a derived way back are named as PostgreSQL names them
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
create or replace function one() returns integer language sql as 'SELECT 1';

-- migrations/versions/a1.lua:6
CREATE UNLOGGED TABLE kept AS SELECT 1 AS n;

-- migrations/versions/a1.lua:7
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;

-- migrations/versions/a1.lua:9
CREATE OR REPLACE VIEW raw AS SELECT 1;

-- migrations/sql/two.sql:1
CREATE OR REPLACE PROCEDURE two() LANGUAGE sql AS 'SELECT 2';

downgrade: there is none
migrations/versions/a1.lua:9: execute: raw SQL has no inverse; say down = [[ … ]], or write a downgrade()
