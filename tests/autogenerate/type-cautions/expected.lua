function upgrade()
  -- there is no cast from integer: fails where the text of a value is no uuid; if none is, fill in another column instead
  alter_column("s", "id", {
    type = "uuid",
    using = "id::text::uuid",
    default = sql "gen_random_uuid()",
  })
  -- there is no cast from integer: fails where the text of a value is no uuid; if none is, fill in another column instead
  alter_column("i", "id", { type = "uuid", using = "id::text::uuid" })
  -- fails where a value is no uuid; fails where a row has no text_uuid_nn: fill it in first, as in UPDATE t SET text_uuid_nn = … WHERE text_uuid_nn IS NULL
  alter_column("t", "text_uuid_nn", {
    type = "uuid",
    using = "text_uuid_nn::uuid",
    not_null = true,
  })
  -- fails where a value has more than 5 characters
  alter_column("t", "narrow", { type = "varchar(5)" })
  -- loses the time of day; the date is that of UTC
  alter_column("t", "tz_date", { type = "date" })
  -- the times are those of UTC
  alter_column("t", "tz_ts", { type = "timestamp" })
  -- rounds to 0 digits of a second
  alter_column("t", "tz_0", { type = "timestamp(0) with time zone" })
  alter_column("t", "vc_citext", { type = "citext", using = "vc_citext::citext" })
  -- fails where a value has more than 5 characters
  alter_column("t", "text_vc", { type = "varchar(5)" })
  -- fails where a value has more than 5 characters
  alter_column("t", "text_char", { type = "char(5)" })
  -- fails where a value is no email
  alter_column("t", "text_email", { type = "email" })
  -- fails where a value is too large for integer
  alter_column("t", "big_int", { type = "integer" })
  -- fails where a value is too large for integer; rounds to whole numbers
  alter_column("t", "num_int", { type = "integer" })
  -- fails where a value is too large for integer; rounds to whole numbers
  alter_column("t", "float_int", { type = "integer" })
  -- fails where a value is too large for numeric(5,2)
  alter_column("t", "num_num", { type = "numeric(5,2)" })
  -- rounds to 2 digits behind the point
  alter_column("t", "num_scale", { type = "numeric(10,2)" })
  alter_column("t", "int_bool", { type = "boolean", using = "int_bool::boolean" })
  -- there is no cast from integer: fails where the text of a value is no mood; if none is, fill in another column instead
  alter_column("t", "int_enum", { type = "mood", using = "int_enum::text::mood" })
  -- there is no cast from mood: fails where the text of a value is no mode
  alter_column("t", "mood_mode", { type = "mode", using = "mood_mode::text::mode" })
  -- there is no cast from mode: fails where the text of a value is no mood
  alter_column("t", "mode_mood", { type = "mood", using = "mode_mood::text::mood" })
  alter_column("t", "mood_text", { type = "text" })
  alter_column("t", "json_text", { type = "text" })
  -- there is no cast from bigint: fails where the text of a value is no timestamp with time zone; if none is, fill in another column instead
  alter_column("t", "int_ts", {
    type = "timestamptz",
    using = "int_ts::text::timestamp with time zone",
  })
  -- there is no cast from boolean: fails where the text of a value is no timestamp with time zone; if none is, fill in another column instead
  alter_column("t", "bool_ts", {
    type = "timestamptz",
    using = "bool_ts::text::timestamp with time zone",
  })
  -- the times are midnight in UTC
  alter_column("t", "date_tz", { type = "timestamptz" })
  -- loses the date
  alter_column("t", "ts_time", { type = "time" })
  -- there is no cast from uuid: fails where the text of a value is no integer; if none is, fill in another column instead
  alter_column("t", "uuid_int", { type = "integer", using = "uuid_int::text::integer" })
  alter_column("t", "arr_text", { type = "text" })
  -- there is no cast from integer[]: fails where the text of a value is no integer; if none is, fill in another column instead
  alter_column("t", "arr_one", { type = "integer", using = "arr_one::text::integer" })
  -- fails where a value is too large for numeric(5,2)[]
  alter_column("t", "num_arr", { type = "numeric(5,2)[]" })
  alter_column("t", "money_num", { type = "numeric" })
  -- loses the days
  alter_column("t", "iv", { type = "time" })
  -- fails where a value has not 4 bits
  alter_column("t", "bits", { type = "bit(4)" })
  -- fails where a value is too large, or too close to zero, for real; rounds to 6 digits
  alter_column("t", "d_r", { type = "real" })
  -- fails where a value is no inet
  alter_column("t", "inet_text", { type = "inet", using = "inet_text::inet" })
  -- fails where a value has more than 10 characters
  alter_column("t", "e_d", { type = "varchar(10)" })
  -- makes all values 8 bits long, cut or filled
  alter_column("t", "int_bit", { type = "bit(8)", using = "int_bit::bit(8)" })
  -- fails where a value is no bit; makes all values 3 bits long, cut or filled
  alter_column("t", "text_bit", { type = "bit(3)", using = "text_bit::bit(3)" })
  -- fails where a value has more than 1 character
  alter_column("t", "text_one", { type = "varchar(1)" })
  -- cuts what has more than 1 byte
  alter_column("t", "text_byte", { type = '"char"' })
  -- cuts what has more than 63 bytes
  alter_column("t", "text_name", { type = "name" })
  -- rounds to 0 digits of a second
  alter_column("t", "iv_0", { type = "interval(0)" })
  -- takes the times for those of UTC
  alter_column("t", "time_tz", { type = "timetz" })
  -- fails where a value is too large, or too close to zero, for double precision; rounds to 15 digits
  alter_column("t", "num_d", { type = "double precision" })
  -- fails where a value has more than 3 bits
  alter_column("t", "vb", { type = "varbit(3)" })
  -- loses the hours, and what is less
  alter_column("t", "iv_day", { type = "interval day" })
  -- loses the months, and what is less
  alter_column("t", "iv_month", { type = "interval year" })
  -- loses the seconds
  alter_column("t", "iv_minute", { type = "interval hour to minute" })
  alter_column("t", "iv_same", { type = "interval minute" })
  alter_column("t", "iv_more", { type = "interval day to second(1)" })
  -- loses the minutes, and what is less
  alter_column("t", "time_hour", { type = "interval hour" })
  -- rounds to 6 digits
  alter_column("t", "num_r", { type = "real" })
  -- rounds to 6 digits
  alter_column("t", "num_r2", { type = "real" })
  -- where it stands is lost
  drop_sequence "s_id_seq"
end
