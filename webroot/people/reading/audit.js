import { day } from '../../base/format.js';
import { grouped } from '../../base/reading/grouped.js';
import { has, LANGUAGES, t } from '../../base/words.js';

export const ACTIONS = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'session-ended',
  'link-asked',
  'person-invited',
  'person-changed',
  'person-disabled',
  'person-enabled',
  'password-changed',
  'second-factor-set',
  'second-factor-removed',
  'recovery-code-used',
  'proof-refused',
  'key-created',
  'key-rotated',
  'key-revoked',
  'glass-link-made',
  'glass-link-changed',
  'glass-link-used',
  'glass-link-revoked',
  'glass-link-asked-again',
  'company-switched',
  'company-created',
  'company-changed',
  'companies-merged',
  'setting-changed',
  'house-changed',
  'example-filled',
  'example-taken-away',
  'department-changed',
  'department-removed',
  'commitments-changed',
  'care-questions-changed',
  'voice-settings-changed',
  'action-settings-changed',
  'routing-changed',
  'notice-rhythm-changed',
  'profile-agreed',
  'product-changed',
  'product-removed',
  'warranty-cards-made',
  'station-made',
  'station-changed',
  'station-set-up',
  'station-signed-out',
  'station-withdrawn',
  'connector-changed',
  'connector-removed',
  'operator-added',
  'operator-changed',
  'operator-pin-changed',
  'operator-removed',
  'webhook-made',
  'webhook-changed',
  'webhook-secret-changed',
  'webhook-paused',
  'webhook-resumed',
  'webhook-replayed',
  'webhook-removed',
];

/** What was done, as words; an action of a newer server as its code. */
export const deed = (action) => (has(`audit.${action}`) ? t(`audit.${action}`) : action);

/** Who did it, as words. */
export function doer({ actor, actorKind }) {
  const own = `audit.by.${actorKind}`;
  return t(has(own) ? own : 'audit.by', { actor });
}

/** What else is known of it, as a list of names and values; what is simply so has no value. */
export const details = (detail = {}) =>
  Object.entries(detail).map(([name, value]) => [
    has(`audit.detail.${name}`) ? t(`audit.detail.${name}`) : name,
    value === true ? '' : told(name, value),
  ]);

const WORDS = {
  by: 'audit.means',
  role: 'role',
  disabled: 'audit.yes-no',
  scopes: 'scope',
  kind: 'company-kind',
  tier: 'tier',
  fields: 'share.field',
  reason: 'audit.reason',
};

function told(name, value) {
  if (name === 'fields' && value.length === 0) {
    return t('links.basics');
  }
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map((one) => told(name, one)).join(t('comma')) : t('audit.nothing');
  }
  if (value !== null && typeof value === 'object') {
    const [before, after] = [told(name, value.before), told(name, value.after)];
    return before === after ? after : t('audit.became', { before, after });
  }
  if (value === '') {
    return t('audit.nothing');
  }
  if (name === 'language') {
    return LANGUAGES[value] ?? value;
  }
  return String(value)
    .split(', ')
    .map((one) => (has(`${WORDS[name]}.${one}`) ? t(`${WORDS[name]}.${one}`) : one))
    .join(t('comma'));
}

/** The trail by day, newest first. */
export const byDay = (entries) => [...grouped(entries, ({ at }) => day(at))];

/** The filter as the server takes it: days become the instants where they begin for the viewer. */
export function asked({ from, to, ...rest }) {
  return { ...rest, ...(from ? { from: beginning(from) } : {}), ...(to ? { to: beginning(to, 1) } : {}) };
}

/** Whether something is asked for, so that an empty answer means "nothing like this". */
export const isNarrowed = (filter) => Object.values(filter).some(Boolean);

function beginning(day, daysLater = 0) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
