CREATE VIEW conversation_overview AS
    SELECT c.id, c.title, c.status, u.email, count(m.id) AS messages, max(m.sent_at) AS last_message_at
    FROM conversations c
    JOIN users u ON u.id = c.user_id
    LEFT JOIN messages m ON m.conversation_id = c.id
    GROUP BY c.id, u.email;
