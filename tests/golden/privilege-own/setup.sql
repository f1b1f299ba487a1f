CREATE ROLE keeper;
