CREATE VIEW newest AS SELECT i FROM common;
