INSERT INTO t VALUES
  (1, ('a "b"', 1, '12', '3'), ARRAY[('a, b', 1, '12', '3')::addr, NULL], ('x', ('y', 2, '3', '4'), ARRAY[('z', 1, '5', '6')::addr]), ('d', 1, '2', '3'), ARRAY[('e', 1, '7', '8')::addr], ROW('9')),
  (2, NULL, NULL, NULL, NULL, NULL, NULL),
  (3, (NULL, NULL, NULL, NULL), '{}', (NULL, NULL, '{}'), (NULL, NULL, NULL, NULL), '{}', ROW(NULL));
