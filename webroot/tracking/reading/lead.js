import { date, dates, when } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import { done, isMeasured, share } from './amounts.js';
import { left, leftOfMany } from './deliveries.js';
import { isClosedShort, lineName, lines, needsAttention, stages } from './order.js';
import { isLearned, sharesReady } from './forecast.js';
import { FEW, promised, threatened } from './promise.js';
import { product, sentence } from './sentences.js';
import { isPastArrival, isPastForecast, isStale } from './standing.js';

/** What an order is, in one line: what was cancelled of it is no longer, where something else stands. */
export function title(page) {
  const lasting = lines(page).filter(({ state }) => state !== 'cancelled');
  const all = lasting.length > 0 ? lasting : lines(page);
  return all.length <= 2
    ? all.map(product).join(t('and'))
    : t('order.title-more', { first: product(all[0]), count: all.length - 1 });
}

/** What the customer calls an order; many say of it themselves what it is, as in "PO-77812". */
export function reference({ customerReference }) {
  const kind = t('order.reference', { reference: '' }).trim();
  const rest = customerReference?.toUpperCase().startsWith(kind) ? customerReference.slice(kind.length) : undefined;
  const isSaid = !customerReference || (rest !== undefined && !/^\p{L}/u.test(rest));
  return isSaid ? customerReference : t('order.reference', { reference: customerReference });
}

/** Where an order is and when it comes, as marked-up sentences. */
export function lead(page, now) {
  if (page.state === 'cancelled') {
    const key = page.cancelled ? 'lead.cancelled-because' : 'lead.cancelled';
    const why = t(key, { why: sentence(page.cancelled) });
    const working = page.workedAfterCancelAt;
    return [why, ...gone(page, now), working && t('lead.still-at-work', { at: when(working, now) })].filter(Boolean);
  }
  const all = lines(page);
  const doubted = doubts(all);
  if (page.state === 'completed') {
    const done = doubted.length > 0 ? doubted : [t('lead.completed')];
    return [...done, ...gone(page, now), ...arriving(page, now)];
  }
  if (page.state === 'completed-short' && all.length === 1) {
    return [...doubted, closed('lead.completed-short', all[0]), ...gone(page, now), ...arriving(page, now)];
  }
  return [
    ...doubted,
    ...where(all, page, now),
    ...promised(page),
    ...coming(page, now),
    ...arriving(page, now),
    ...threatened(page, now),
  ];
}

/** What is being looked into comes before all else, whatever was reported of it. */
function doubts(all) {
  const names = all
    .filter(({ state }) => state !== 'cancelled')
    .flatMap((line) => stages(line).filter(({ state }) => state === 'doubted'))
    .map((stage) => t('lead.doubted', { stage: wording(stage.name) }));
  return [...new Set(names)];
}

/** Each line by itself while they are few, else how many are done. */
function where(all, page, now) {
  if (all.length === 1) {
    return [whereIs(all[0]), ...gone(page, now)].filter(Boolean);
  }
  return all.length <= FEW
    ? all.map((line) => whereOfMany(line, page, now)).filter(Boolean)
    : [summary(all), ...gone(page, now)];
}

/** What left of an order whose lines are told together. */
function gone(page, now) {
  const all = lines(page);
  const sentence = all.length === 1 ? left(all[0], page, now) : leftOfMany(all, page);
  return sentence ? [sentence] : [];
}

function summary(all) {
  const completed = all.filter(({ state }) => state === 'completed').length;
  const asking = all.filter(needsAttention).length;
  const done = number(completed);
  return [t('lead.lines', { done, count: all.length }), asking && t('lead.lines-asking', { count: asking })]
    .filter(Boolean)
    .join(t('space'));
}

function whereOfMany(line, page, now) {
  const where = [whereIs(line), left(line, page, now)].filter(Boolean).join(t('space'));
  return where && t('lead.of-line', { what: lineName(line), where });
}

function whereIs(line) {
  if (line.state === 'cancelled') {
    const key = line.cancelled ? 'lead.line-cancelled-because' : 'lead.line-cancelled';
    return t(key, { why: sentence(line.cancelled) });
  }
  if (line.state === 'completed') {
    return line.shortBy || isClosedShort(line) ? closed('lead.line-short', line) : t('lead.line-completed');
  }
  const stage = line.stages?.[line.stage];
  if (!stage) {
    const silent = line.left ? 'lead.left-unreported' : 'lead.waiting';
    return t(line.state === 'waiting' ? silent : 'lead.unmapped');
  }
  if (stage.hold) {
    const { since, reason } = stage.hold;
    const values = { stage: wording(stage.name), since: when(since), reason: sentence(reason) };
    return t(reason ? 'lead.held-because' : 'lead.held', values);
  }
  const values = { stage: wording(stage.name), done: done(stage.through ?? 0, line.quantity, line.unit) };
  if (stage.through) {
    return t(line.quantity === undefined ? 'lead.through-unknown' : 'lead.through', values);
  }
  return stage.state === 'waiting' ? next(line, values.stage) : t('lead.in', values);
}

/** Of a stage that nothing was heard from, nobody says that it has begun, nor that it has not once something left. */
function next(line, stage) {
  const all = stages(line);
  const before = all[all.findIndex(({ code }) => code === line.stage) - 1];
  if (before?.state === 'doubted') {
    return ''; // What is looked into was said, and is not done.
  }
  if (!before) {
    return t(line.left ? 'lead.left-unreported' : 'lead.waiting');
  }
  return t(line.left ? 'lead.done' : 'lead.next', { before: wording(before.name), stage });
}

/** What was finished by decision is done only as far as its furthest stage counted. */
function closed(key, line) {
  if (!isClosedShort(line)) {
    return short(key, line);
  }
  const furthest = stages(line).findLast(({ through }) => through);
  return [
    t('lead.decided'),
    furthest &&
      t('lead.furthest', {
        done: done(furthest.through, line.quantity, line.unit),
        stage: wording(furthest.name),
      }),
    line.closedShort && t('lead.reason', { why: sentence(line.closedShort) }),
  ]
    .filter(Boolean)
    .join(t('space'));
}

/** "60 of 100 are done; the plant closed it 40 short", or "299.5 of 300 m is done". */
function short(key, { quantity, shortBy, unit }) {
  const values = { done: done(quantity - shortBy, quantity, unit), short: share(shortBy, unit) };
  return t(isMeasured(unit) ? `${key}-amount` : key, values);
}

/** When what has left is expected at the customer's. */
function arriving(page, now) {
  const { arrival } = page;
  const key = arrival && (isPastArrival(page, now) ? 'lead.arrival-passed' : 'lead.arrives');
  return key ? [t(key, { date: date(arrival.by, 'long') })] : [];
}

/** When what is still made is expected to be ready. */
function coming(page, now) {
  if (isStale(page, now)) {
    const since = when(page.heardAt, now);
    return isLearned(page) ? [t('lead.unverified', { since }), expected(page)] : [t('lead.stale', { since })];
  }
  if (page.forecast) {
    return isPastForecast(page, now)
      ? [t('lead.forecast-passed', { date: date(page.forecast.latest, 'long') })]
      : [expected(page)];
  }
  // Before it began there is nothing to tell a forecast from, however well the product is known.
  return page.withheld && page.state !== 'waiting' ? [t(`withheld.${page.withheld}`)] : [];
}

/** A range that was learned says how often it holds; one of the plan says from when to when. */
function expected(page) {
  const { earliest, latest } = page.forecast;
  return isLearned(page)
    ? sharesReady('lead.ready', page.forecast, 'long')
    : t('lead.forecast', { dates: dates(earliest, latest) });
}
