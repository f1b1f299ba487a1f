INSERT INTO "of" VALUES (1, 'x'); INSERT INTO ev VALUES ('a', 1), ('b', 1);
