return {
  file_template = "%(yaer)d_%(slug)s",
  truncate_slug_length = 0,
  timezone = "",
  post_write_hooks = { "stylua {}", " " },
}
