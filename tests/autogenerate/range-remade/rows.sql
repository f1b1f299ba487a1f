INSERT INTO t (id, a, more, s, i, days) VALUES (1, DEFAULT, '{"[1,2)",NULL}', '[3,4)', ('x', '[1,9)', '{[2,3)}'), '[2020-01-01,)'), (2, NULL, '{}', '[1,1]', (NULL, NULL, '{}'), 'empty');
UPDATE t SET a = '[7,9)', m = '{[1,2),[4,5)}' WHERE id = 1;
INSERT INTO u VALUES (1);
