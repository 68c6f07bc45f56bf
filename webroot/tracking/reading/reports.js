import { measure } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { isMeasured } from './amounts.js';
import { lineName } from './order.js';
import { fate, faults, sentence } from './sentences.js';

/** What is said of a line, which is named where there are others. */
export const onLine = (line, page, what) =>
  line !== undefined && Object.keys(page?.lines ?? {}).length > 1
    ? t('event.of-line', { line: lineName(page.lines[line] ?? { number: line }), what })
    : what;

/** What the plant said, as a person would say it. */
export const report = (entry, page) => onLine(entry.line, page, reported(entry, page));

function reported(entry, page) {
  const line = page?.lines?.[entry.line];
  const stage = line?.stages?.[entry.stage];
  const operation = wording(entry.names?.operation) || entry.operation;
  const name = wording(stage?.name) || entry.stage || '';
  const what = operation || (entry.kind === 'progressed' ? name : ofStage(name));
  switch (entry.kind) {
    case 'progressed':
      return because(entry, progressed(entry, what, line?.unit));
    case 'reading':
      return reading(entry, stage);
    case 'finished':
      return because(entry, finished(entry, what, line?.unit));
    case 'held':
    case 'started':
    case 'resumed':
    case 'seen':
    case 'withdrawn':
      return t(`report.${entry.kind}${flavour(entry)}`, { what, reason: sentence(entry.reason) });
    default:
      return what;
  }
}

/** Some stages are named by what has become of an order: “Accepted” alone cannot begin or end. */
const ofStage = (stage) => stage && t('stage.named', { stage });

/** Why pieces were rejected or scrapped, where the plant says so. */
function because({ reason, rejected, scrapped }, said) {
  return reason && (rejected || scrapped) ? t('report.because', { said, reason: sentence(reason) }) : said;
}

function flavour({ kind, reason, setup, rework }) {
  if (kind === 'held' || kind === 'withdrawn') {
    return reason ? '-because' : '';
  }
  if (kind === 'started' && setup) {
    return '-setup';
  }
  return kind === 'started' && rework ? '-rework' : '';
}

function progressed(entry, what, unit) {
  const none = isMeasured(unit) ? 'report.no-amount' : 'report.no-pieces';
  return t('report.progressed', { what, counts: counts(entry, unit) || t(none) });
}

function finished(entry, what, unit) {
  const counted = counts(entry, unit);
  return counted ? t('report.finished-counts', { what, counts: counted }) : t('report.finished', { what });
}

const counts = (entry, unit) =>
  [
    entry.good && fate(entry.rework ? 'report.reworked' : 'report.good', entry.good, unit),
    ...faults(entry, unit),
  ]
    .filter(Boolean)
    .join(t('comma'));

function reading(entry, stage) {
  const requirement = stage?.requirements?.[entry.requirement];
  return t(entry.passed === undefined ? 'report.reading-plain' : 'report.reading', {
    what: wording(requirement?.name) || entry.requirement || '',
    value: entry.value === undefined ? '' : ` ${measure(entry.value, requirement?.unit)}`,
    verdict: t(entry.passed ? 'verdict.passed' : 'verdict.failed'),
    unit: entry.unit ? t('report.unit', { unit: entry.unit }) : '',
  });
}
