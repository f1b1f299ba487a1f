extension "citext"
enum "mood" { "a", "b" }
enum "mode" { "a", "b", "c" }
define [[CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')]]
table "s" { column("id", "serial", { primary_key = true }) }
table "i" { column("id", "integer", { primary_key = true }) }
table "t" {
  column("text_uuid_nn", "text"),
  column("narrow", "varchar(20)"),
  column("tz_date", "timestamptz"),
  column("tz_ts", "timestamptz"),
  column("tz_0", "timestamptz"),
  column("vc_citext", "varchar"),
  column("text_vc", "text"),
  column("text_char", "text"),
  column("text_email", "text"),
  column("big_int", "bigint"),
  column("num_int", "numeric"),
  column("float_int", "double precision"),
  column("num_num", "numeric(10,2)"),
  column("num_scale", "numeric(10,4)"),
  column("int_bool", "integer"),
  column("int_enum", "integer"),
  column("mood_mode", "mood"),
  column("mode_mood", "mode"),
  column("mood_text", "mood"),
  column("json_text", "jsonb"),
  column("int_ts", "bigint"),
  column("bool_ts", "boolean"),
  column("date_tz", "date"),
  column("ts_time", "timestamp"),
  column("uuid_int", "uuid"),
  column("arr_text", "text[]"),
  column("arr_one", "integer[]"),
  column("num_arr", "numeric(10,2)[]"),
  column("money_num", "money"),
  column("iv", "interval"),
  column("bits", "bit(8)"),
  column("d_r", "double precision"),
  column("inet_text", "text"),
  column("e_d", "email"),
}
