revision { id = "fo2", parent = "fo1", message = "text search", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE TEXT SEARCH PARSER ps (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
		CREATE TEXT SEARCH TEMPLATE tp (INIT = dsimple_init, LEXIZE = dsimple_lexize);
		CREATE TEXT SEARCH DICTIONARY di (TEMPLATE = tp, ACCEPT = false, STOPWORDS = english);
		CREATE TEXT SEARCH DICTIONARY di2 (TEMPLATE = snowball, LANGUAGE = german);
		CREATE TEXT SEARCH CONFIGURATION cf (PARSER = ps);
		CREATE TEXT SEARCH CONFIGURATION cf2 (COPY = english);
		ALTER TEXT SEARCH CONFIGURATION cf ADD MAPPING FOR asciiword, word WITH di, di2;
	]==]
end
