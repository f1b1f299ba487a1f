CREATE VIEW urgent AS SELECT id, priority FROM tasks WHERE priority > 'low';
CREATE MATERIALIZED VIEW counts AS SELECT priority, count(*) AS n FROM tasks GROUP BY priority;
CREATE UNIQUE INDEX counts_priority ON counts (priority);
CREATE FUNCTION next_priority(p priority) RETURNS priority LANGUAGE sql IMMUTABLE AS $$ SELECT 'high'::priority $$;
CREATE DOMAIN some_priority AS priority CHECK (VALUE IS NOT NULL);
GRANT USAGE ON TYPE priority TO PUBLIC;
COMMENT ON TYPE priority IS 'how soon';
