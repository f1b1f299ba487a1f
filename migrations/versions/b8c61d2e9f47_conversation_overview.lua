revision {
  id = "b8c61d2e9f47",
  parent = "a4e85f0c7b19",
  message = "A view of conversations for the clinicians' desk",
  created = "2026-12-03T16:45:00Z",
}

function upgrade()
  execute([[
    CREATE VIEW conversation_overview AS
    SELECT c.id, c.title, c.status, u.email, count(m.id) AS messages, max(m.sent_at) AS last_message_at
    FROM conversations c
    JOIN users u ON u.id = c.user_id
    LEFT JOIN messages m ON m.conversation_id = c.id
    GROUP BY c.id, u.email
  ]], { down = [[ DROP VIEW conversation_overview ]] })
end
