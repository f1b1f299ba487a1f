CREATE TYPE s.b;
CREATE TYPE s.b (INPUT = s.b_in, OUTPUT = s.b_out);
