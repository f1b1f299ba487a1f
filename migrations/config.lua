return {
  name = "healthbot",
  postgres = 14,
}
