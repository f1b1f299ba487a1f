CREATE DOMAIN check_changes AS text CONSTRAINT long CHECK (length(VALUE) > 2);
CREATE DOMAIN check_added AS text;
CREATE DOMAIN check_gone AS text CONSTRAINT long CHECK (length(VALUE) > 2);
CREATE DOMAIN default_changes AS integer DEFAULT 1;
CREATE DOMAIN null_changes AS text;
CREATE DOMAIN type_changes AS varchar(10);
CREATE DOMAIN gone AS text;
CREATE TABLE t (
  id bigint PRIMARY KEY,
  a check_changes, b check_added, c check_gone, d default_changes, e null_changes, f type_changes DEFAULT 'x', fs type_changes[], g gone
);
