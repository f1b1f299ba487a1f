CREATE TABLE public.t (id int PRIMARY KEY, n int);
CREATE TABLE refers (t int REFERENCES t);
