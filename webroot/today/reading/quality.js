import { date, today, when } from '../../base/format.js';
import { t } from '../../base/words.js';

const BAD = ['critical', 'major'];

/** Something that went wrong and is not over. */
export const nonconformanceRow = (row, now) => ({
  key: String(row.number),
  href: `/nonconformances/${row.number}`,
  title: row.title,
  text: [row.order, t('today.raised', { when: when(row.raisedAt, now) })],
  badge: t(`today.severity-${row.severity}`),
  look: BAD.includes(row.severity) ? 'bad' : 'warn',
});

/** What somebody asked to be released, for another to agree. */
export const releaseRow = (row, now) => ({
  key: `${row.number}/${row.askedAt}`,
  href: `/nonconformances/${row.number}`,
  title: row.title,
  text: [t('today.asked', { name: row.askedBy, when: when(row.askedAt, now) })],
  badge: t('today.things', { count: row.things }),
  look: 'warn',
});

/** A lot of which it is to be found out where all of it is. */
export const drillRow = (row, now) => ({
  key: String(row.id),
  href: `/drills/${row.id}`,
  title: t('today.drill', { lot: row.lot }),
  text: [row.started && t('today.drill-runs')],
  badge: t(row.due < today(now) ? 'today.was-due' : 'today.due', { when: date(row.due) }),
  look: row.due < today(now) ? 'bad' : row.started ? 'warn' : undefined,
});

/** What measures, and is or soon will be out of calibration: what it measures then makes nothing green. */
export const gaugeRow = (row) => ({
  key: row.code,
  href: `/devices#${encodeURIComponent(row.code)}`,
  title: row.name,
  text: [row.code],
  badge: t(`today.gauge-${row.state}`, { when: row.until && date(row.until) }),
  look: { overdue: 'bad', soon: 'warn' }[row.state],
});

/** A quarter of the service that nobody has signed yet. */
export const serviceReviewRow = (row) => ({
  key: row.quarter,
  href: `/service-reviews/${encodeURIComponent(row.quarter)}`,
  title: t('today.service-review', { quarter: row.quarter }),
  text: [row.begun && t('today.service-review-begun')],
  badge: t('today.service-review-since', { when: date(row.since) }),
  look: row.begun ? 'warn' : undefined,
});
