INSERT INTO t VALUES
  (1, 'sad', 'glad', DEFAULT, 'glad', '{ok,NULL}', ('2020-01-01', 'glad', '{ok}'), ARRAY[('2020-01-01', 'sad', NULL)::entry, NULL], (ARRAY[(NULL, 'ok', '{}')::entry], 1), (NULL, 2)),
  (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO typed_table VALUES (1, 'sad', 'ok');
