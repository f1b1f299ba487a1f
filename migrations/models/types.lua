enum "conversation_status" { "open", "waiting", "closed" }

enum "message_author" { "patient", "assistant", "clinician" }

enum "user_role" { "patient", "clinician", "admin" }
