-- voices: what others may know of what customers said, with the cause that several have in common; read with the rights
-- of whoever asks, hence behind the same walls.
CREATE VIEW voice_matter WITH (security_invoker = true) AS
  SELECT v.number, v.company_id, v.order_id, v.order_number, v.stage, v.requirement, v.names, v.kind, v.title, v.said_at,
         v.state, v.person_id, m.cause, k.title AS cause_title
    FROM voice v
    LEFT JOIN voice_cause_member m ON m.voice = v.number
    LEFT JOIN voice_cause k ON k.id = m.cause;
