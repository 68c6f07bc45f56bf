import { timeIn, timeText } from '../../base/reading/durations.js';
import { t } from '../../base/words.js';
import { KINDS, ROLES, STEPS, TOPICS } from './terms.js';

const LANGUAGES = { en: ['en'], zh: ['zh-CN'], 'en-zh': ['en', 'zh-CN'], 'zh-en': ['zh-CN', 'en'] };
export const LANGUAGE_CHOICES = Object.keys(LANGUAGES);

export const languageChoice = (tags = []) =>
  LANGUAGE_CHOICES.find((name) => LANGUAGES[name].join() === tags.join()) ?? '';

export const clockField = (kind, step) => `clock.${kind}.${step}`;
export const visitField = (role, which) => `visit.${role}.${which}`;

/** What fields of times start with. */
export const timeOf = (clocks, kind, step) => (clocks?.[kind] ? timeText(clocks[kind][step]) : '');

/** What is wrong with what was typed: a time that cannot be read, or a part without the others. */
export function faultsOf(form) {
  const faults = [];
  for (const kind of KINDS) {
    const names = STEPS.map((step) => clockField(kind, step));
    faults.push(...partly(names, form));
    names
      .filter((name) => form[name].trim() !== '' && timeIn(form[name]) === undefined)
      .forEach((field) => faults.push({ field, said: t('profile.unreadable') }));
  }
  ROLES.forEach((role) => faults.push(...partly(['ideal', 'longest'].map((one) => visitField(role, one)), form)));
  if (form.until && form.from && form.until < form.from) {
    faults.push({ field: 'until', said: t('profile.until-before') });
  }
  if (!form.months && (form['conditions-en'] || form['conditions-zh'])) {
    faults.push({ field: 'months', said: t('profile.months-missing') });
  }
  return faults;
}

function partly(names, form) {
  const empty = names.filter((name) => form[name].trim() === '');
  return empty.length === names.length ? [] : empty.map((field) => ({ field, said: t('profile.all-or-none') }));
}

const orNothing = (object) => (Object.keys(object).length > 0 ? object : undefined);

/** What is sent: only what is named. `shown` are the stages that were ticked. */
export function sentOf(form, shown) {
  const clocks = KINDS.filter((kind) => form[clockField(kind, 'seen')].trim() !== '').map((kind) => [
    kind,
    Object.fromEntries(STEPS.map((step) => [step, timeIn(form[clockField(kind, step)])])),
  ]);
  const visits = ROLES.filter((role) => form[visitField(role, 'ideal')] !== '').map((role) => [
    role,
    { ideal: Number(form[visitField(role, 'ideal')]), longest: Number(form[visitField(role, 'longest')]) },
  ]);
  const notices = TOPICS.map((topic) => [topic, form[`notice.${topic}`]]).filter(([, mode]) => mode);
  return {
    from: form.from || undefined,
    until: form.until || undefined,
    agreedBy: form.agreedBy.trim(),
    agreedOn: form.agreedOn,
    clocks: orNothing(Object.fromEntries(clocks)),
    fastLane: form.fastLane === '' ? undefined : form.fastLane === 'true',
    visits: orNothing(Object.fromEntries(visits)),
    notices: orNothing(Object.fromEntries(notices)),
    shows: viewOf(form, shown),
    warranty: form.months ? { months: Number(form.months), conditions: conditionsOf(form) } : undefined,
    languages: LANGUAGES[form.languages],
    workingHours: form.workingHours || undefined,
  };
}

function viewOf({ shows, charts }, { stages, readings }) {
  const more = charts === 'on' ? { charts: true } : {};
  return shows === '' ? undefined : shows === 'all' ? more : { stages, readings, ...more };
}

function conditionsOf(form) {
  const [en, zh] = [form['conditions-en'].trim(), form['conditions-zh'].trim()];
  return orNothing({ ...(en && { en }), ...(zh && { 'zh-CN': zh }) });
}

/** A text that is not given by language stands in both. */
export const conditionFields = (conditions) =>
  typeof conditions === 'string'
    ? { en: conditions, zh: conditions }
    : { en: conditions?.en ?? '', zh: conditions?.['zh-CN'] ?? '' };
