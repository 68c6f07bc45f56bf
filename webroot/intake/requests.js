import { ask, askHearing, every, query, sendFile, sendFileHearing } from '../base/ask.js';

/** What a file holds, before anything is done with it. */
export const preview = (kind, file, how) => sendFile(`/api/imports/${kind}/preview${query(how)}`, file);

/**
 * Imports a file, or with `dryRun` says what would become of it; `heard` is told how far it is, and in the end what
 * became of each of its orders.
 */
export const importFile = (kind, file, how, heard) =>
  sendFileHearing(`/api/imports/${kind}${query({ ...how, file: file.name, outcomes: true })}`, file, heard);

/** What was imported in the last thirty days. */
export const runs = (which) => ask('GET', `/api/imports${query(which)}`);

/** The orders that an import touched, some at a time. */
export const touched = (run, after) => ask('GET', `/api/imports/${run}${query({ after })}`);

/** Where the rows that an import refused can be had. */
export const refusedRows = (run) => `/api/imports/${run}/refused`;

/** Takes an import back; `heard` is told how far that is, and in the end what was left. */
export const takeBack = (run, heard) => askHearing(`/api/imports/${run}/reversal`, heard);

const ofMapping = (name) => `/api/column-mappings/${encodeURIComponent(name)}`;

export const mappings = () => ask('GET', '/api/column-mappings');

export const saveMapping = (name, mapping) => ask('PUT', ofMapping(name), mapping);

export const forgetMapping = (name) => ask('DELETE', ofMapping(name));

/** The same under another name, which nobody may have taken. */
export async function renameMapping(name, to) {
  const { kind, headers, mapping } = await ask('GET', ofMapping(name));
  await saveMapping(to, { kind, headers, mapping, version: 0 });
  await forgetMapping(name);
}

export const companies = () =>
  every('companies', (after) => ask('GET', `/api/companies${query({ limit: 1000, after })}`));

export const routings = async () => (await ask('GET', '/api/routings')).routings;
