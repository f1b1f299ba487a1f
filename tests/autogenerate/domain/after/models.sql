CREATE DOMAIN check_changes AS text CONSTRAINT long CHECK (length(VALUE) > 3);
CREATE DOMAIN check_added AS text CONSTRAINT short CHECK (length(VALUE) < 100);
CREATE DOMAIN check_gone AS text;
CREATE DOMAIN default_changes AS integer DEFAULT 2;
CREATE DOMAIN null_changes AS text NOT NULL;
CREATE DOMAIN type_changes AS varchar(20);
CREATE DOMAIN fresh AS text CHECK (VALUE ~ '^[a-z]+$');
CREATE TABLE t (
  id bigint PRIMARY KEY,
  a check_changes, b check_added, c check_gone, d default_changes, e null_changes, f type_changes DEFAULT 'x', fs type_changes[], g text, h fresh
);
