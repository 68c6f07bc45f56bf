-- Nothing looks for voices by these: what is not closed is found by voice_inbox, and what one person did in voice_event.
DROP INDEX voice_state;
DROP INDEX voice_person;
