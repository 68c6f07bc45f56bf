import { ago, date, day, time, today, when } from '../../base/format.js';
import { number, t } from '../../base/words.js';

const hasCome = (moment, now) => moment !== undefined && Date.parse(moment) <= now;

const isToday = (moment, now) => today(Date.parse(moment)) === today(now);

/** A message, by its clock: one that waits for its customer stands still. */
export function voiceRow(row, now) {
  const { clock } = row;
  const late = clock.runs && hasCome(clock.due, now);
  return {
    key: String(row.number),
    href: `/messages/${row.number}`,
    title: row.title,
    company: row.company,
    text: [row.order, row.assignee ? t('today.with', { name: row.assignee }) : t('today.with-nobody')],
    badge: clock.runs
      ? t(late ? 'today.was-due' : 'today.due', { when: when(clock.due, now) })
      : t('today.waits-for-customer'),
    look: late ? 'bad' : clock.runs && isToday(clock.due, now) ? 'warn' : undefined,
  };
}

/** Something that somebody does until a day; whoever reads of others is told whose it is. */
export const actionRow = (isOthers) => (row, now) => {
  const late = hasCome(row.dueAt, now);
  return {
    key: String(row.number),
    href: `/actions/${row.number}`,
    title: row.text,
    text: [isOthers && row.owner.name],
    badge: t(late ? 'today.was-due' : 'today.due', { when: date(row.due) }),
    look: late ? 'bad' : undefined,
  };
};

/** A meeting that comes, and what it lacks. */
export function meetingRow(row, now) {
  const live = hasCome(row.beginsAt, now);
  const lacks = (row.lacks ?? []).map((one) => t(`today.lacks-${one}`));
  return {
    key: String(row.number),
    href: `/meetings/${row.number}`,
    title: row.title,
    text: [(row.companies ?? []).join(t('comma')), lacks.join(t('comma'))],
    badge: live ? t('today.now') : `${day(row.beginsAt)} ${time(row.beginsAt)}`,
    look: live ? 'bad' : lacks.length > 0 || isToday(row.beginsAt, now) ? 'warn' : undefined,
  };
}

/** A design review that closes soon. */
export const reviewRow = (row, now) => ({
  key: String(row.number),
  href: `/reviews/${row.number}`,
  title: row.title,
  text: [t('today.proposals', { count: row.proposals })],
  badge: t('today.closes', { when: when(row.closes, now) }),
  look: isToday(row.closes, now) ? 'warn' : undefined,
});

const ofCompany = ({ company }) => ({
  key: company.code,
  href: `/companies/${encodeURIComponent(company.code)}`,
  title: company.name,
  tier: company.tier,
});

/** A company that may be leaving, with why: the gravest first. */
export const quietRow = (row, now) => ({
  ...ofCompany(row),
  text: [
    row.open > 0 && t('today.open-orders', { count: row.open }),
    ...row.signs.map((sign) => whyOf(row, sign, now)),
  ],
  look: row.signs.some(({ kind }) => kind === 'later-than-ever') ? 'warn' : undefined,
});

function whyOf({ orderedOn, usual, longest, seenAt }, sign, at) {
  switch (sign.kind) {
    case 'later-than-ever':
      return t('today.ordered', { date: date(orderedOn), count: longest });
    case 'behind':
      return t('today.behind', { date: date(orderedOn), count: usual });
    case 'silence':
      return seenAt ? t('today.seen', { ago: ago(seenAt, at) }) : t('today.never-seen');
    default:
      return t(`today.more-${sign.kind}`, { now: number(sign.now), before: number(sign.before ?? 0) });
  }
}

/** A company that nobody has met in time, as one role. */
export const unvisitedRow = (row, now) => ({
  ...ofCompany(row),
  key: `${row.company.code} ${row.role}`,
  text: [
    t(`today.visit-role.${row.role}`),
    row.metAt ? t('today.met', { ago: ago(row.metAt, now) }) : t('today.never-met'),
    t('today.met-every', { count: row.days }),
  ],
});
