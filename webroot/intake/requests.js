import { ask, query, sendFile, sendFileHearing } from '../base/ask.js';

/** What a file holds, before anything is done with it. */
export const preview = (kind, file, how) => sendFile(`/api/imports/${kind}/preview${query(how)}`, file);

/** What would become of a file. */
export const check = (kind, file, how) => sendFile(`/api/imports/${kind}${query({ ...how, dryRun: true })}`, file);

/** Imports a file; `heard` is told how far it is, and in the end what became of it. */
export const importFile = (kind, file, how, heard) => sendFileHearing(`/api/imports/${kind}${query(how)}`, file, heard);

export const saveMapping = (name, mapping) => ask('PUT', `/api/column-mappings/${encodeURIComponent(name)}`, mapping);
