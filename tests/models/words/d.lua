table "z"
enum "o"
