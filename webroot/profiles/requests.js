import { ask, edit } from '../base/ask.js';

const company = (code) => `/api/profiles/${encodeURIComponent(code)}`;
const tier = (name) => `/api/profiles/tiers/${encodeURIComponent(name)}`;

export const profileOf = (code) => ask('GET', company(code));
export const saveProfile = (code, said, startedFrom) => edit('PUT', company(code), said, startedFrom);
export const profileOfTier = (name) => ask('GET', tier(name));
export const saveProfileOfTier = (name, said, startedFrom) => edit('PUT', tier(name), said, startedFrom);

/** What can be chosen among: calendars, and the stages of all routings, each once. */
export async function grounds() {
  const [{ calendars }, { routings }] = await Promise.all([ask('GET', '/api/calendars'), ask('GET', '/api/routings')]);
  const stages = new Map(routings.flatMap((routing) => routing.stages).map(({ code, name }) => [code, name]));
  return { calendars, stages: [...stages] };
}
