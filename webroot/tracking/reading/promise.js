import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { lineName, lines } from './order.js';
import { sentence } from './sentences.js';
import { isLate, isOver, mayComeLate, risk } from './standing.js';

/** More lines than this are told in sum. */
export const FEW = 6;

const isOpen = ({ state }) => state !== 'completed' && state !== 'cancelled';

/** The days to mark against a forecast: one, or the next and the last. */
export function daysPromised({ due, promise }) {
  const days = due ? [due.next, due.last] : [promise?.current];
  return [...new Set(days)].filter((day) => day !== undefined);
}

/** By when the lines that are still to come are promised, where that is not one day for all. */
export function promised(page) {
  if (!page.due || isOver(page)) {
    return [];
  }
  const open = lines(page).filter(isOpen);
  if (page.promise?.toBeConfirmed && open.every(({ promise }) => !promise)) {
    return [toBeConfirmed(page.promise)];
  }
  if (open.length === 1 && lines(page).length === 1) {
    return open[0].promise?.toBeConfirmed ? [toBeConfirmed(open[0].promise)] : [];
  }
  return open.length <= FEW ? [each(open)] : inSum(page.due);
}

function toBeConfirmed({ reason }) {
  return t(reason ? 'lead.tbc-because' : 'lead.tbc', { reason: sentence(reason ?? '') });
}

function each(open) {
  return t('lead.each', { lines: open.map(ofLine).join(t('lead.between')) });
}

function ofLine(line) {
  const { date: day, toBeConfirmed: open } = line.due ?? {};
  const what = lineName(line);
  if (day) {
    return t('lead.line-promised', { what, date: date(day) });
  }
  return t(open ? 'lead.line-tbc' : 'lead.line-no-date', { what });
}

function inSum({ next, last, toBeConfirmed: count }) {
  return [
    next && t(next === last ? 'lead.promised-one' : 'lead.promised-span', { next: date(next), last: date(last) }),
    count && t('lead.tbc-lines', { count }),
  ].filter(Boolean);
}

/** What is late, in sentences; nothing where nothing is. */
export function lateness(page, now) {
  if (!isLate(page, now)) {
    return [];
  }
  if (!page.due) {
    return [t('lead.late', { date: date(page.promise.current) })];
  }
  const late = lines(page).filter(({ due }) => isLate({ outlook: due }, now));
  if (late.length > FEW) {
    return [t('lead.late-lines', { count: late.length })];
  }
  const one = lines(page).length === 1;
  return late.map((line) =>
    t(one ? 'lead.late' : 'lead.late-line', { what: lineName(line), date: date(line.due.date) }),
  );
}

/** That it is likely to come late, or may, and which lines of it; nothing where that is not so. */
export function threatened(page, now) {
  if (risk(page, now) === 'forecast') {
    return [ofThreat('lead.likely-late', page, ({ likelyLateFrom }) => Date.parse(likelyLateFrom) <= now)];
  }
  return mayComeLate(page, now) ? [ofThreat('lead.may-be-late', page, (line) => line.mayComeLate)] : [];
}

function ofThreat(key, page, isMeant) {
  const meant = lines(page).filter(({ risk: of }) => of && isMeant(of));
  return meant.length === 0 || meant.length > FEW || meant.length === lines(page).length
    ? t(key)
    : t(`${key}-lines`, { lines: meant.map(lineName).join(t('comma')) });
}

/** What a line of many is said to be, where it is likely to come late, or may. */
export function riskOfLine({ risk: of }, now) {
  if (Date.parse(of?.likelyLateFrom) <= now) {
    return t('risk.forecast');
  }
  return of?.mayComeLate ? t('risk.perhaps') : '';
}

/** The days of a row of a list, in few words. */
export function daysOf({ next, last, toBeConfirmed: count }) {
  return [
    next && (next === last ? date(next) : t('due.span', { next: date(next), last: date(last) })),
    count && (next ? t('due.tbc', { count }) : t('promise.tbc')),
  ].filter(Boolean);
}

/** The day of one line, in few words; nothing where nothing is promised for it. */
export function dayOfLine({ due } = {}) {
  if (due?.date) {
    return t('promise.on', { date: date(due.date) });
  }
  return due?.toBeConfirmed ? t('promise.tbc') : '';
}
