schema "audit"
