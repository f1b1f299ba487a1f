CREATE OPERATOR CLASS numbers FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
