extension "citext"
enum "mood" { "a", "b" }
enum "mode" { "a", "b", "c" }
define [[CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')]]
table "s" { column("id", "uuid", { primary_key = true, default = sql "gen_random_uuid()" }) }
table "i" { column("id", "uuid", { primary_key = true }) }
table "t" {
  column("text_uuid_nn", "uuid", { not_null = true }),
  column("narrow", "varchar(5)"),
  column("tz_date", "date"),
  column("tz_ts", "timestamp"),
  column("tz_0", "timestamptz(0)"),
  column("vc_citext", "citext"),
  column("text_vc", "varchar(5)"),
  column("text_char", "char(5)"),
  column("text_email", "email"),
  column("big_int", "integer"),
  column("num_int", "integer"),
  column("float_int", "integer"),
  column("num_num", "numeric(5,2)"),
  column("num_scale", "numeric(10,2)"),
  column("int_bool", "boolean"),
  column("int_enum", "mood"),
  column("mood_mode", "mode"),
  column("mode_mood", "mood"),
  column("mood_text", "text"),
  column("json_text", "text"),
  column("int_ts", "timestamptz"),
  column("bool_ts", "timestamptz"),
  column("date_tz", "timestamptz"),
  column("ts_time", "time"),
  column("uuid_int", "integer"),
  column("arr_text", "text"),
  column("arr_one", "integer"),
  column("num_arr", "numeric(5,2)[]"),
  column("money_num", "numeric"),
  column("iv", "time"),
  column("bits", "bit(4)"),
  column("d_r", "real"),
  column("inet_text", "inet"),
  column("e_d", "varchar(10)"),
}
