import { date } from '../../base/format.js';
import { timeText } from '../../base/reading/durations.js';
import { weekText } from '../../base/reading/hours.js';
import { t, wording } from '../../base/words.js';
import { datesSaid } from './dates.js';

export const KINDS = ['complaint', 'question', 'wish', 'care'];
export const STEPS = ['seen', 'firstAnswer', 'nextAnswer', 'solved'];
export const ROLES = ['account-manager', 'department-head'];
export const TOPICS = ['stages', 'promises', 'risks', 'failures', 'deliveries', 'answers', 'warranty'];
export const MODES = ['at-once', 'digest', 'off'];

const listed = (texts) => texts.join(t('comma'));

/** How fast messages of a kind are answered, in a sentence. */
export const clockSaid = (kind, clock) =>
  t('profile.clock', {
    kind: t(`profile.kind.${kind}`),
    ...Object.fromEntries(STEPS.map((step) => [step, timeText(clock[step])])),
  });

export function visitSaid(role, { ideal, longest }) {
  const [usually, atLatest] = [ideal, longest].map((count) => t('profile.days', { count }));
  return t(`profile.visit.${role}`, { ideal: usually, longest: atLatest });
}

/** How people are told, a sentence for each way of it. */
export const noticesSaid = (modes) =>
  MODES.map((mode) => [mode, TOPICS.filter((topic) => modes[topic] === mode)])
    .filter(([, topics]) => topics.length > 0)
    .map(([mode, topics]) =>
      t(`profile.notices.${mode}`, { topics: listed(topics.map((topic) => t(`profile.topic.${topic}`))) }),
    );

/** Which stages and measured values are shown; `names` are of stages, by their codes. */
export function viewSaid({ stages, readings, charts }, names = {}) {
  const named = (codes) => listed(codes.map((code) => wording(names[code]) || code));
  return [
    stages ? t('profile.stages.some', { stages: named(stages) }) : t('profile.stages.all'),
    readings
      ? t(readings.length === 0 ? 'profile.readings.none' : 'profile.readings.some', { stages: named(readings) })
      : t('profile.readings.all'),
    ...(charts ? [t('profile.charts')] : []),
    ...(stages || readings ? [t('profile.wrong-is-shown')] : []),
  ];
}

export const warrantySaid = (warranty) =>
  warranty
    ? [t('profile.warranty.months', { count: warranty.months }), wording(warranty.conditions)].filter(Boolean)
    : [t('profile.warranty.usual')];

export const languagesSaid = (tags) =>
  t('profile.languages', { languages: tags.map((tag) => t(`profile.language.${tag}`)).join(t('and')) });

/** When somebody is there; `hours` of the calendar where these are known, else only what it is called. */
export function hoursSaid(code, hours) {
  if (!code) {
    return t('profile.hours.usual');
  }
  return hours
    ? t('profile.hours.week', { week: weekText(hours.week), zone: hours.zone })
    : t('profile.hours.named', { name: code });
}

/** What a version names, as sentences; nothing of what it leaves as it is. */
export function termsSaid(terms, { stages, hours } = {}) {
  const { clocks = {}, visits = {}, notices, fastLane, shows, warranty } = terms;
  const { languages = [], workingHours, promises } = terms;
  return [
    ...KINDS.filter((kind) => clocks[kind]).map((kind) => clockSaid(kind, clocks[kind])),
    ...(fastLane === undefined ? [] : [t(`profile.fast-lane.${fastLane}`)]),
    ...ROLES.filter((role) => visits[role]).map((role) => visitSaid(role, visits[role])),
    ...(notices ? noticesSaid(notices) : []),
    ...(shows ? viewSaid(shows, stages) : []),
    ...(promises ? datesSaid(promises) : []),
    ...(warranty ? warrantySaid(warranty) : []),
    ...(languages.length > 0 ? [languagesSaid(languages)] : []),
    ...(workingHours ? [hoursSaid(workingHours, hours)] : []),
  ];
}

/** From when to when a version counts. */
export const spanSaid = ({ from, until }) =>
  until ? t('profile.span', { from: date(from), until: date(until) }) : t('profile.since', { from: date(from) });

export const signedSaid = ({ agreedBy, agreedOn }) =>
  t('profile.signed', { name: agreedBy, on: date(agreedOn) });

/** Whether a version counts today, will, has, or was overtaken by a later one. */
export function stateOf({ version, from, until }, counting, today) {
  if (version === counting) {
    return 'counting';
  }
  return from > today ? 'coming' : until && until < today ? 'over' : 'overtaken';
}
