import { ago, date, when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';

const hasCome = (moment, now) => moment !== undefined && Date.parse(moment) <= now;

const ofOrder = ({ order, company }) => ({
  key: order,
  href: `/orders/${encodeURIComponent(order)}`,
  title: order,
  company,
});

const promised = (row) => (row.promised ? t('today.promised', { date: date(row.promised) }) : t('today.no-date'));

/** At any moment the last risk whose time has come is the one to name. */
export const riskNow = ({ risks = [] }, now) => risks.findLast(({ from }) => hasCome(from, now))?.kind;

export const isLate = ({ lateFrom }, now) => hasCome(lateFrom, now);

/** An order that is late or at risk: late says more than why it may be. */
export function riskRow(row, now) {
  const risk = riskNow(row, now);
  return {
    ...ofOrder(row),
    text: [promised(row), risk ? t(`risk.${risk}`) : !isLate(row, now) && t('risk.perhaps')],
    badge: isLate(row, now) ? t('standing.late') : t('today.at-risk'),
    look: isLate(row, now) ? 'bad' : 'warn',
  };
}

/** What is wrong with the date that was given. */
export function promiseRow(row, now) {
  const base = { ...ofOrder(row), act: t('today.set-date') };
  if (isLate(row, now)) {
    return { ...base, text: [promised(row)], badge: t('today.date-passed'), look: 'bad' };
  }
  if (row.likely && hasCome(row.likelyLateFrom, now)) {
    const text = t('today.likely-against', { likely: date(row.likely), promised: date(row.promised) });
    return { ...base, text: [text], badge: t('today.date-unlikely'), look: 'warn' };
  }
  return row.toBeConfirmed > 0 && row.promised
    ? { ...base, text: [t('today.unconfirmed', { count: row.toBeConfirmed }), promised(row)] }
    : { ...base, text: [t('today.no-date')] };
}

/** A line of which the day will hardly be kept, and by when that is decided. */
export function delayRow(row, now) {
  const late = hasCome(row.due, now);
  return {
    ...ofOrder(row),
    key: row.id,
    href: '/delays',
    text: [promised(row), t('today.chance', { chance: Math.round(row.chance * 100) })],
    badge: late ? t('today.decide-now') : t('today.decide-by', { when: when(row.due, now) }),
    look: late ? 'bad' : 'warn',
  };
}

/** A requirement that keeps a stage from being met. */
export function requirementRow(row, now) {
  const failed = row.verdict === 'failed';
  const words = failed ? 'today.failed-since' : 'today.waits-since';
  return {
    ...ofOrder(row),
    key: `${row.order}/${row.line}/${row.requirement}`,
    title: t('today.requirement-of', { requirement: wording(row.name), order: row.order }),
    text: [wording(row.stageName), row.since && t(words, { ago: ago(row.since, now) })],
    badge: failed ? t('today.failed') : t('today.no-reading'),
    look: failed ? 'bad' : 'warn',
  };
}

/** What is at work at a stage, and what waits there longest. */
export const stageRow = (row, now) => ({
  key: row.stage,
  href: row.longest ? `/orders/${encodeURIComponent(row.longest)}` : '/board',
  title: wording(row.name),
  text: [
    row.running > 0 && t('today.running', { count: row.running }),
    row.waiting > 0 && t('today.waiting', { count: row.waiting }),
    row.longest && t('today.longest', { order: row.longest, ago: ago(row.since, now) }),
  ],
  badge: row.held > 0 ? t('today.held', { count: row.held }) : undefined,
  look: 'warn',
});

/** A report that the reader sent today. */
export const reportRow = (row, now) => ({
  key: `${row.order}/${row.version}`,
  href: `/orders/${encodeURIComponent(row.order)}`,
  title: row.order,
  company: row.company,
  text: [t(`today.report.${row.kind}`, { operation: row.operation ?? '', count: row.good ?? 0 }), ago(row.at, now)],
});
