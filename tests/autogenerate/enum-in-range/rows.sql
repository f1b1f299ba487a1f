INSERT INTO t VALUES (1, '[sad,glad]', '{"[sad,ok)",NULL}', '{[sad,sad],[glad,glad]}'), (2, NULL, NULL, NULL);
