generated/migrations.c: \
  migrations \
  migrations/versions \
  migrations/versions/a1.lua \
  migrations/versions/a2.lua \
  migrations/versions/a3.lua
