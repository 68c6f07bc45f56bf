import { houseRow, setupRow } from './house.js';
import { delayRow, promiseRow, reportRow, requirementRow, riskRow, stageRow } from './orders.js';
import { actionRow, meetingRow, quietRow, reviewRow, unvisitedRow, voiceRow } from './people.js';
import { drillRow, gaugeRow, nonconformanceRow, releaseRow, serviceReviewRow } from './quality.js';

/** What each section is made of: how a row reads, and where all of them are. */
const KINDS = {
  requirements: { row: requirementRow, all: '/board' },
  risks: { row: riskRow, all: '/orders?show=late-or-at-risk' },
  promises: { row: promiseRow, all: '/orders' },
  delays: { row: delayRow, all: '/delays' },
  voices: { row: voiceRow, all: '/inbox' },
  clocks: { row: voiceRow, all: '/inbox?show=mine' },
  actions: { row: actionRow(false), all: '/actions?show=mine' },
  'team-actions': { row: actionRow(true), all: '/actions' },
  'overdue-actions': { row: actionRow(true), all: '/actions?show=overdue' },
  nonconformances: { row: nonconformanceRow, all: '/nonconformances' },
  releases: { row: releaseRow, all: '/nonconformances' },
  drills: { row: drillRow, all: '/drills' },
  gauges: { row: gaugeRow, all: '/devices' },
  'service-reviews': { row: serviceReviewRow, all: '/service-reviews' },
  reviews: { row: reviewRow, all: '/reviews' },
  meetings: { row: meetingRow, all: '/meetings' },
  'their-meetings': { row: meetingRow, all: '/meetings' },
  quiet: { row: quietRow, all: '/companies' },
  unvisited: { row: unvisitedRow, all: '/visits#overdue' },
  floor: { row: stageRow, all: '/board' },
  reports: { row: reportRow, all: undefined },
  house: { row: houseRow, all: undefined },
  setup: { row: setupRow, all: '/setup' },
};

/** What the page that leads through an empty house knows of; the rest is not set up there. */
const STEPS = ['company', 'routing', 'calendar'];
const isOfGuide = ({ missing }) => STEPS.includes(missing);

const NAMES = Object.keys(KINDS);
/** What is worth a word where there is none of it; that somebody has reported nothing is not. */
const SILENT = ['drills', 'gauges', 'service-reviews', 'floor', 'reports', 'house', 'setup'];
const SAID_WHERE_CLEAR = NAMES.filter((name) => !SILENT.includes(name));
/** What these count is said beside them. */
const NOTED = ['risks', 'delays'];
const URGENCY = { bad: 0, warn: 1 };
const CALM = 2;

const urgencyOf = (rows) => Math.min(CALM, ...rows.map(({ look }) => URGENCY[look] ?? CALM));

/**
 * The sections as they are read at this moment: what is overdue or failed first, then what soon is; those of which
 * nothing wants doing are kept apart.
 */
export function sectionsAt({ sections = {} }, now) {
  const all = NAMES.filter((name) => sections[name]).map((name) => {
    const { rows, total, theirs } = sections[name];
    const read = rows.map((row) => KINDS[name].row(row, now));
    const all = name === 'setup' && !rows.some(isOfGuide) ? undefined : KINDS[name].all;
    const note = NOTED.includes(name) ? `${name}${theirs ? '-theirs' : ''}` : undefined;
    return { name, rows: read, total, all, note, urgency: urgencyOf(read) };
  });
  return {
    busy: all.filter(({ rows }) => rows.length > 0).sort((one, other) => one.urgency - other.urgency),
    clear: all.filter(({ name, rows }) => rows.length === 0 && SAID_WHERE_CLEAR.includes(name)).map(({ name }) => name),
  };
}

const moments = ({ sections = {} }) => [
  ...[...(sections.voices?.rows ?? []), ...(sections.clocks?.rows ?? [])].map(({ clock }) => clock.due),
  ...(sections.delays?.rows ?? []).map(({ due }) => due),
  ...(sections.actions?.rows ?? []).map(({ dueAt }) => dueAt),
  ...[...(sections.meetings?.rows ?? []), ...(sections['their-meetings']?.rows ?? [])].map(({ beginsAt }) => beginsAt),
];

/** When the next thing comes that is known of; nothing where none does. */
export const nextAfter = (today, now) =>
  moments(today)
    .filter((moment) => moment && Date.parse(moment) > now)
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0];

/** Whether something is overdue, failed or broken. */
export const isUrgent = ({ urgency }) => urgency === URGENCY.bad;
