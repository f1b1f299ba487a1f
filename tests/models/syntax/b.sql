-- a semicolon is missing
CREATE TABLE tt (a int)
CREATE TABLE uu (a int);
