import { wording } from '../../base/words.js';

const byPosition = ([, a], [, b]) => a.position - b.position;

/** The lines of a page in their order. */
export const lines = (page) => Object.values(page.lines ?? {}).sort((a, b) => a.number - b.number);

/** What a line is called beside others: its number, and its product where that is stated. */
export const lineName = ({ number, product, description }) =>
  [number, wording(product) || wording(description)].filter(Boolean).join(' · ');

/** The stages of a line in their order, each with its code. */
export const stages = (line) =>
  Object.entries(line.stages ?? {})
    .sort(byPosition)
    .map(([code, stage]) => ({ code, ...stage }));

const ASKING = new Set(['held', 'failed', 'doubted']);

/** Something of the line is on hold, failed, in doubt or fewer than were ordered. */
export const needsAttention = (line) =>
  line.state !== 'cancelled' &&
  (line.shortBy > 0 || stages(line).some(({ state }) => ASKING.has(state)));

/** Over though its last stage is not: people decided that it is finished, whether or not the reader is told why. */
export const isClosedShort = (line) =>
  line.state === 'completed' && (Boolean(line.closedShort) || !['met', undefined].includes(stages(line).at(-1)?.state));

/** Nothing more is made of it, whatever its stages show. */
export const isStopped = (page, line) =>
  page.state === 'cancelled' || line.state === 'cancelled' || isClosedShort(line);

/** The requirements of a stage in their order, each with its code. */
export const requirements = (stage) =>
  Object.entries(stage.requirements ?? {})
    .sort(byPosition)
    .map(([code, requirement]) => ({ code, ...requirement }));

/** Whether anything is demanded of a line, as far as the page says. */
export const isDemanded = (line) => stages(line).some((stage) => requirements(stage).length > 0);

/** What the plant said, newest first. */
export const heard = (page) =>
  Object.entries(page.heard ?? {})
    .map(([key, report]) => ({ key, ...report }))
    .sort((a, b) => b.at.localeCompare(a.at) || b.recordedAt?.localeCompare(a.recordedAt ?? '') || 0);

/** The revisions of a promise, newest first. */
export const revisions = (promise) =>
  Object.entries(promise?.revisions ?? {})
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([, revision]) => revision);

/** The newest instant at which the plant said anything about any of these rows. */
export const newestHeard = (rows) =>
  rows.reduce((newest, row) => (row.heardAt > (newest ?? '') ? row.heardAt : newest), undefined);
