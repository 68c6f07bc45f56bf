-- What people report themselves, signed in, is looked for by them; what programs send, which is most of it, is not.
CREATE INDEX event_by_person ON event (((sender ->> 'id')::bigint), recorded_at DESC) WHERE sender ->> 'kind' = 'person';
