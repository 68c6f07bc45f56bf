import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { ago, date, day, dates, today, when } from '../../../webroot/base/format.js';
import { required } from '../../../webroot/base/reading/demands.js';
import { example, routes, typeOf } from '../../../webroot/docs/reading/api.js';
import { change, happened } from '../../../webroot/tracking/reading/history.js';
import { amount } from '../../../webroot/tracking/reading/amounts.js';
import { isClosedShort, isDemanded, isStopped } from '../../../webroot/tracking/reading/order.js';
import { ground } from '../../../webroot/base/reading/grounds.js';
import { daysOf, lateness, promised } from '../../../webroot/tracking/reading/promise.js';
import { byStage, counts, narrowed } from '../../../webroot/tracking/reading/rows.js';
import { lead, reference, title } from '../../../webroot/tracking/reading/lead.js';
import { report } from '../../../webroot/tracking/reading/reports.js';
import { failure, pieces, source, stageTime, stateOf, verdicts } from '../../../webroot/tracking/reading/sentences.js';
import { isLate, isStale, mayComeLate, risk, standing } from '../../../webroot/tracking/reading/standing.js';
import { catalogue } from './words.mjs';

const NOON = new Date(2026, 11, 7, 12).getTime();
const inspection = { position: 5, name: { en: 'Final inspection', 'zh-CN': '终检' }, state: 'running', through: 340 };

test('the year that is shown is the year that is stored', () => {
  for (const year of ['0001', '0049', '0050', '0099', '0100', '0999', '1000', '1899', '9999']) {
    const noon = `${year}-06-15T12:00:00Z`;
    assert.equal(today(Date.parse(noon)), `${year}-06-15`);
    assert.equal(day(noon), date(`${year}-06-15`));
    assert.match(day(noon), new RegExp(`\\b${Number(year)}$`));
    assert.match(when(noon), new RegExp(`\\b${Number(year)}\\b`));
    assert.match(dates(`${year}-06-15`, `${year}-06-17`), new RegExp(`\\b${Number(year)}$`));
  }
});

beforeEach(() => use('en', catalogue('en')));

test('a number that says itself that it is a purchase order is not called one twice', () => {
  const said = (customerReference) => reference({ customerReference });
  assert.deepEqual(['77812', 'PO-77812', 'po 77812', 'POLAR-1', undefined].map(said), [
    'PO 77812',
    'PO-77812',
    'po 77812',
    'PO POLAR-1',
    undefined,
  ]);
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(said('PO-77812'), '采购单号 PO-77812');
});

function aRow(differing = {}) {
  return { number: 'SO-1', state: 'in-production', promised: '2026-12-15', lines: {}, ...differing };
}

function aPage(differing = {}) {
  return {
    number: 'SO-1',
    state: 'in-production',
    promise: { original: '2026-12-15', current: '2026-12-15' },
    forecast: { earliest: '2026-12-12', likely: '2026-12-13', latest: '2026-12-16' },
    lines: {
      1: {
        number: 1,
        product: 'KFR-35',
        description: 'split air conditioner',
        quantity: 500,
        state: 'in-production',
        stage: 'inspection',
        stages: { inspection },
      },
    },
    ...differing,
  };
}

const plain = (texts) => texts.join(' ').replaceAll('**', '').replaceAll('\u2009', ' ');

const HOUR = 3_600_000;
const at = (millis) => new Date(millis).toISOString();
const PAST = at(NOON - HOUR);
const COMING = at(NOON + HOUR);

test('an order is late from the moment that the server names', () => {
  assert.equal(isLate(aRow({ outlook: { lateFrom: COMING } }), NOON), false);
  assert.equal(isLate(aRow({ outlook: { lateFrom: at(NOON) } }), NOON), true);
  assert.equal(isLate(aRow({ promised: '2026-12-01' }), NOON), false, 'pages judge nothing themselves');
});

test('the risk to name is the last one whose moment has come', () => {
  const risks = [{ kind: 'forecast', from: PAST }, { kind: 'stale', from: at(NOON) }, { kind: 'held', from: COMING }];

  assert.equal(risk(aRow(), NOON), undefined);
  assert.equal(risk(aRow({ outlook: { risks } }), NOON - 1), 'forecast');
  assert.equal(risk(aRow({ outlook: { risks } }), NOON), 'stale');
  assert.equal(standing(aRow({ outlook: { risks } }), NOON), 'at-risk');
  assert.equal(standing(aRow({ outlook: { risks, lateFrom: PAST } }), NOON), 'late');
});

test('what has no promised day is on its way, and neither on time nor late', () => {
  assert.equal(standing(aRow({ promised: undefined }), NOON), 'under-way');
  assert.equal(standing(aRow({ promised: '2026-12-01' }), NOON), 'on-time');
  assert.equal(standing(aRow({ promised: undefined, state: 'waiting' }), NOON), 'waiting');
});

test('an order that is late is not said to be likely late as well', () => {
  const risks = [{ kind: 'held', from: PAST }, { kind: 'forecast', from: PAST }];

  assert.equal(risk(aRow({ outlook: { risks } }), NOON), 'forecast');
  assert.equal(risk(aRow({ outlook: { risks, lateFrom: PAST } }), NOON), 'held');
  assert.equal(risk(aRow({ outlook: { risks: [risks[1]], lateFrom: PAST } }), NOON), undefined);
});

test('a forecast whose last days alone lie after the promise is a hint, not a risk', () => {
  const mayComeLateSoon = { promised: '2026-12-01', outlook: { mayComeLate: true } };

  assert.equal(standing(aRow(mayComeLateSoon), NOON), 'under-way', 'nobody says that it is on time');
  assert.equal(mayComeLate(aRow(mayComeLateSoon), NOON), true);
  assert.equal(mayComeLate(aRow({ outlook: { mayComeLate: true, lateFrom: PAST } }), NOON), false);
  assert.equal(mayComeLate(aRow({ outlook: { mayComeLate: true, risks: [{ kind: 'held', from: PAST }] } }), NOON), false);
  assert.equal(mayComeLate(aRow(), NOON), false);
});

test('a page is stale once its last word is older than the stage usually takes', () => {
  assert.equal(isStale(aPage({ outlook: { staleFrom: PAST } }), NOON), true);
  assert.equal(isStale(aPage({ outlook: { staleFrom: COMING } }), NOON), false);
  assert.equal(isStale(aPage(), NOON), false);
});

test('the lead says where it is and when it comes', () => {
  assert.equal(title(aPage()), '500\u00a0×\u00a0KFR-35 split air conditioner');
  const said = plain(lead(aPage(), NOON));
  assert.match(said, /^Final inspection, 340 of 500 done\. Expected to be ready: .*12.*16/);
});

test('what is on time has nothing said against it', () => {
  const against = [
    { outlook: { mayComeLate: true } },
    { outlook: { forecastPassedFrom: PAST } },
    { arrival: { by: '2026-12-06', overFrom: PAST } },
    { outlook: { risks: [{ kind: 'forecast', from: PAST }] } },
    { outlook: { lateFrom: PAST } },
  ];
  const notYet = [
    { outlook: { forecastPassedFrom: COMING } },
    { arrival: { by: '2026-12-08', overFrom: COMING } },
    { outlook: { risks: [{ kind: 'stale', from: COMING }], lateFrom: COMING } },
  ];
  against.forEach((known) => assert.notEqual(standing(aRow(known), NOON), 'on-time', JSON.stringify(known)));
  notYet.forEach((known) => assert.equal(standing(aRow(known), NOON), 'on-time', JSON.stringify(known)));
});

test('the lead says which day is which, and what threatens the promised one', () => {
  const arrival = { by: '2026-12-11', overFrom: COMING };
  const late = { risks: [{ kind: 'forecast', from: PAST }] };
  const said = (more) => plain(lead(aPage(more), NOON));

  assert.match(said({ arrival }), /ready: .*12.*16\. What has left is expected to arrive by .*11/);
  assert.match(said({ arrival: { ...arrival, overFrom: PAST } }), /was expected to arrive by .*11.*nobody has confirmed/);
  assert.match(said({ outlook: late }), /Likely to arrive after the promised date\.$/);
  assert.match(said({ outlook: { mayComeLate: true } }), /It may arrive after the promised date\.$/);
  assert.doesNotMatch(said({ outlook: { ...late, lateFrom: PAST } }), /Likely/, 'that it is late is said elsewhere');
  const [first] = Object.values(aPage().lines);
  const lines = { 1: { ...first, risk: { likelyLateFrom: PAST } }, 2: { ...first, number: 2, product: 'CF-20' } };
  assert.match(said({ outlook: late, lines }), /after the promised date: 1 · KFR-35\.$/);
});

test('what has left is not said to have not started', () => {
  const left = { quantity: 5, shipments: {} };
  const line = { number: 1, quantity: 9, state: 'waiting', left, stages: {} };
  const said = plain(lead(aPage({ state: 'waiting', forecast: undefined, lines: { 1: line } }), NOON));

  assert.match(said, /^The plant has not reported on production\. 5 have left/);
  assert.equal(standing(aRow({ state: 'waiting', lines: { 1: line } }), NOON), 'on-time');
  assert.equal(standing(aRow({ state: 'waiting', promised: undefined, lines: { 1: line } }), NOON), 'under-way');
  assert.equal(standing(aRow({ state: 'waiting', lines: { 1: { ...line, left: undefined } } }), NOON), 'waiting');
  assert.equal(stateOf('waiting', line), 'Not reported');
  assert.equal(stateOf('waiting', {}), 'Not started');
  assert.equal(stateOf('waiting', { frozen: true }), 'Cancelled');
  assert.equal(stateOf('met', { left, frozen: true }), 'Done');
});

test('a stale page gives no forecast', () => {
  const page = aPage({ heardAt: '2026-12-05T08:00:00Z', outlook: { staleFrom: '2026-12-06T08:00:00Z' } });
  const said = plain(lead(page, NOON));

  assert.match(said, /Not verified since/);
  assert.doesNotMatch(said, /Expected/);
});

test('what was not stated is said to be so', () => {
  const line = { number: 1, product: '', state: 'waiting', stages: {} };
  const said = plain(lead(aPage({ forecast: undefined, withheld: 'unknown', lines: { 1: line } }), NOON));

  assert.equal(title(aPage({ lines: { 1: line } })), 'Product not stated');
  assert.match(said, /Production has not started\. No forecast yet/);
});

test('a held stage says since when and why', () => {
  const held = { ...inspection, state: 'held', hold: { since: '2026-12-07T08:40:00Z', reason: 'waiting for a new seal kit.' } };
  const page = aPage({ forecast: undefined, withheld: 'held' });
  page.lines[1].stages = { inspection: held };

  assert.match(plain(lead(page, NOON)), /on hold since .*: waiting for a new seal kit\. No forecast while/);
});

test('counts are sentences', () => {
  assert.equal(verdicts({ verdicts: { passed: 2, failed: 1, pending: 1, waived: 0 } }), '2 of 4 passed, 1 failed, 1 pending');
  assert.equal(verdicts({ verdicts: { passed: 0, failed: 0, pending: 0, waived: 0 } }), '');
  assert.equal(pieces({ through: 340, rejected: 6 }, { quantity: 500 }), '340 of 500, 6 rejected');
  assert.equal(pieces({ through: 1 }, {}), '1 piece');
  assert.match(stageTime({ began: '2026-12-03T10:00:00Z', usualHours: 96 }), /^since .*, usually 4 days$/);
});

test('a report is a sentence, in both languages', () => {
  const progressed = { line: 1, stage: 'inspection', kind: 'progressed', operation: 'Leak test', good: 40, rejected: 1 };
  assert.equal(report(progressed, aPage()), 'Leak test: 40 good, 1 rejected');
  assert.equal(report({ line: 1, stage: 'inspection', kind: 'started' }, aPage()), 'Stage “Final inspection” started');
  assert.equal(source({ source: 'scan', station: 'station 4' }), 'scan, station 4');
  const erp = { kind: 'key', id: 3, name: 'erp' };
  assert.equal(source({ source: 'scan', actor: 'Li Wei', sender: erp }), 'scan, Li Wei (reported by key erp)');
  assert.equal(source({ source: 'scan', actor: 'key erp', sender: erp }), 'scan, key erp');

  use('zh-CN', catalogue('zh-CN'));
  assert.equal(report({ line: 1, stage: 'inspection', kind: 'started' }, aPage()), '阶段“终检”开始');
});

test('a stage that is named by what has become of an order begins and ends in a sentence as any other', () => {
  const names = [{ en: 'Accepted', 'zh-CN': '已受理' }, { en: 'On the way', 'zh-CN': '运输途中' }];
  for (const name of names) {
    const stage = { position: 1, name, state: 'running', began: PAST };
    const line = { number: 1, quantity: 5, state: 'in-production', stage: 's' };
    const page = aPage({ forecast: undefined, lines: { 1: { ...line, stages: { s: stage } } } });
    for (const [language, named] of [['en', `Stage “${name.en}” `], ['zh-CN', `阶段“${name['zh-CN']}”`]]) {
      use(language, catalogue(language));
      assert.ok(plain(lead(page, NOON)).startsWith(named), plain(lead(page, NOON)));
      for (const kind of ['started', 'finished', 'held', 'resumed']) {
        assert.ok(report({ line: 1, stage: 's', kind }, page).startsWith(named), kind);
      }
      const counted = report({ line: 1, stage: 's', kind: 'progressed', good: 2 }, page);
      assert.match(counted, new RegExp(`^${language === 'en' ? 'Accepted|On the way' : '已受理|运输途中'}`));
    }
  }
});

test('a change is said once, and only if it is worth a sentence', () => {
  const before = aPage({ heard: {} });
  const said = { at: '2026-12-07T10:00:00Z', line: 1, stage: 'inspection', kind: 'finished' };

  assert.equal(change(undefined, before), undefined);
  assert.equal(change(before, { ...before, heardAt: 'later' }), undefined);
  assert.equal(change(before, { ...before, heard: { k: said } }), 'Stage “Final inspection” finished');
  assert.equal(change(before, { ...before, state: 'completed' }), 'This order is complete.');
});

test('a line is demanded of where one of its stages has a requirement', () => {
  assert.equal(isDemanded(aPage().lines[1]), false);
  assert.equal(isDemanded({ stages: { inspection: { ...inspection, requirements: {} } } }), false);
  assert.equal(isDemanded({ stages: { inspection: { ...inspection, requirements: { leak: { position: 1 } } } } }), true);
  assert.equal(isDemanded({}), false);
});

test('late orders come first, then those at risk, then by promise', () => {
  const rows = [
    aRow({ number: 'fine', promised: '2026-12-09' }),
    aRow({ number: 'done', state: 'completed' }),
    aRow({ number: 'risk', promised: '2026-12-20', outlook: { risks: [{ kind: 'held', from: PAST }] } }),
    aRow({ number: 'late', promised: '2026-12-01', outlook: { lateFrom: PAST } }),
  ];

  assert.deepEqual(narrowed(rows, {}, NOON).map((row) => row.number), ['late', 'risk', 'fine', 'done']);
  assert.deepEqual(counts(rows, NOON), {
    all: 4,
    'in-production': 3,
    late: 1,
    'at-risk': 1,
    'late-or-at-risk': 2,
    completed: 1,
  });
});

test('whose day is at risk is looked after, though nobody says yet that it comes late', () => {
  const atRisk = { outlook: { mayComeLate: true, dateAtRiskFrom: PAST } };
  const rows = [aRow({ number: 'perhaps', ...atRisk }), aRow({ number: 'over', state: 'completed', ...atRisk })];

  assert.deepEqual(narrowed(rows, { show: 'at-risk' }, NOON), []);
  assert.deepEqual(narrowed(rows, { show: 'late-or-at-risk' }, NOON).map((row) => row.number), ['perhaps']);
});

test('a search finds either number', () => {
  const rows = [aRow({ number: 'SO-1001', customerReference: '4500018822' }), aRow({ number: 'SO-2' })];

  assert.equal(narrowed(rows, { q: 'so-10' }, NOON).length, 1);
  assert.equal(narrowed(rows, { q: '18822' }, NOON).length, 1);
});

test('a board shows each line where it is now, and nothing that is over', () => {
  const rows = [
    aRow({ number: 'two', lines: { 1: { number: 1, stage: 'sheet' }, 2: { number: 2, state: 'completed', stage: 'sheet' } } }),
    aRow({ number: 'new', lines: { 1: { number: 1 } } }),
    aRow({ number: 'gone', state: 'cancelled', lines: { 1: { number: 1, stage: 'sheet' } } }),
  ];
  const columns = byStage(rows, {}, NOON);

  assert.deepEqual(columns.get('sheet').map((card) => card.key), ['two/1']);
  assert.deepEqual(columns.get('').map((card) => card.key), ['new/1']);
});

const FOURTH = () => date('2026-12-04');
const FIFTEENTH = () => date('2026-12-15');
const EIGHTEENTH = () => date('2026-12-18');
const pump = { number: 1, product: 'Pump', state: 'waiting', due: { date: '2026-12-04', lateFrom: PAST }, stages: {} };
const valve = { number: 2, product: 'Valve', state: 'waiting', due: { toBeConfirmed: true }, stages: {} };
const seal = { number: 3, product: 'Seal', state: 'completed', due: { date: '2026-12-01' }, stages: {} };
const dated = (lines, due, differing = {}) =>
  aPage({
    promise: undefined,
    forecast: undefined,
    state: 'waiting',
    due,
    lines: Object.fromEntries(lines.map((line) => [line.number, line])),
    ...differing,
  });

test('lines with dates of their own are told one by one, and many in sum', () => {
  const span = { next: '2026-12-04', last: '2026-12-18', toBeConfirmed: 2 };

  assert.deepEqual(promised(dated([pump, valve, seal], span)), [
    `1 · Pump: promised for **${FOURTH()}**; 2 · Valve: **to be confirmed**.`,
  ]);
  assert.deepEqual(promised(dated([pump, { ...valve, due: {} }], span)), [
    `1 · Pump: promised for **${FOURTH()}**; 2 · Valve: no date promised.`,
  ]);
  const many = Array.from({ length: 9 }, (_, at) => ({ ...pump, number: at + 1 }));
  assert.deepEqual(promised(dated(many, span)), [
    `The next delivery is promised for **${FOURTH()}**, the last for **${EIGHTEENTH()}**.`,
    'The dates of 2 lines are to be confirmed.',
  ]);
  assert.deepEqual(promised(dated([pump], undefined)), []);
  assert.deepEqual(promised(dated([pump, valve], span, { state: 'completed' })), []);
});

test('a date that was withdrawn says why, for the order or its only line', () => {
  const withdrawn = { toBeConfirmed: true, reason: 'no coils.', original: '2026-12-04', revisions: { 1: { at: PAST } } };
  const said = ['**The delivery date is to be confirmed:** no coils.'];

  assert.deepEqual(promised(dated([{ ...valve }], { toBeConfirmed: 1 }, { promise: withdrawn })), said);
  assert.deepEqual(promised(dated([{ ...valve, promise: withdrawn }], { toBeConfirmed: 1 })), said);
});

test('what is late is said line by line', () => {
  const late = { outlook: { lateFrom: PAST } };

  assert.deepEqual(lateness(dated([pump, valve, seal], { next: '2026-12-04' }, late), NOON), [
    `Late: 1 · Pump, promised for ${FOURTH()}.`,
  ]);
  assert.deepEqual(lateness(dated([pump], { next: '2026-12-04' }, late), NOON), [`Late: promised for ${FOURTH()}.`]);
  assert.deepEqual(lateness(aPage(late), NOON), [`Late: promised for ${FIFTEENTH()}.`]);
  const many = Array.from({ length: 9 }, (_, at) => ({ ...pump, number: at + 1 }));
  assert.deepEqual(lateness(dated(many, { next: '2026-12-04' }, late), NOON), ['9 lines are late.']);
  assert.deepEqual(lateness(dated([pump], { next: '2026-12-04' }), NOON), []);
});

test('a row names the next day and the last', () => {
  assert.deepEqual(daysOf({ next: '2026-12-04', last: '2026-12-18' }), [`next ${FOURTH()}, last ${EIGHTEENTH()}`]);
  assert.deepEqual(daysOf({ next: '2026-12-04', last: '2026-12-04', toBeConfirmed: 1 }), [`${FOURTH()}`, '1 to be confirmed']);
  assert.deepEqual(daysOf({ toBeConfirmed: 2 }), ['to be confirmed']);
  assert.deepEqual(daysOf({}), []);
});

test('a card of the board is judged by the day of its line', () => {
  const later = { ...valve, due: { date: '2026-12-18', lateFrom: COMING } };
  const row = aRow({ outlook: { lateFrom: PAST }, lines: { 1: pump, 2: later } });
  const [one, two] = byStage([row], {}, NOON).get('');

  assert.deepEqual([standing(one.row, NOON), one.row.promised], ['late', '2026-12-04']);
  assert.deepEqual([standing(two.row, NOON), two.row.promised], ['on-time', '2026-12-18']);
  assert.equal(byStage([row], {}, NOON).get('')[0].row, one.row, 'the same as long as the row is');
});

test('the history names the line whose date moved', () => {
  const page = dated([pump, valve], {});
  const say = (kind, body) => happened({ kind, body }, page);

  assert.equal(say('promised', { line: 1, date: '2026-12-04' }), `1 · Pump: Promised for ${FOURTH()}`);
  assert.equal(
    say('promise-revised', { line: 2, toBeConfirmed: true, reason: 'no coils' }),
    '2 · Valve: Promise withdrawn, delivery date to be confirmed: no coils',
  );
  assert.equal(say('promise-revised', { line: 9, date: '2026-12-18' }), `9: Promise moved to ${EIGHTEENTH()}`);
  assert.equal(say('promised', { toBeConfirmed: true }), 'Delivery date to be confirmed');
  const moved = { current: '2026-12-18', revisions: { 1: { date: '2026-12-18', reason: 'late valves' } } };
  const after = { ...page, lines: { ...page.lines, 2: { ...valve, promise: moved } } };
  assert.equal(change(page, after), `2 · Valve: Promise moved to ${EIGHTEENTH()}: late valves`);
});

test('an age is in its largest unit', () => {
  assert.equal(ago(NOON - 12_000, NOON), '12 s ago');
  assert.equal(ago(NOON - 3_600_000, NOON), '1 hour ago');
  assert.equal(ago(NOON + 5_000, NOON), '0 s ago');
});

test('an API description becomes routes with types and examples', () => {
  const api = {
    paths: { '/api/orders/{number}': { parameters: [{ name: 'number' }], get: { tags: ['orders'], responses: {} } } },
    components: { schemas: { Order: { type: 'object', properties: { on: { type: 'string', format: 'date' }, next: { $ref: '#/components/schemas/Order' } } } } },
  };
  const order = { $ref: '#/components/schemas/Order' };

  assert.equal(routes(api).get('orders')[0].parameters[0].name, 'number');
  assert.equal(typeOf(api, { type: 'array', items: order }), 'Order[]');
  assert.equal(example(api, order).on, '2026-12-15');
});

const cable = (differing = {}) =>
  aPage({ forecast: undefined, lines: { 1: { ...aPage().lines[1], quantity: 300, unit: 'm', ...differing } } });
const spaced = (text) => text.replaceAll('\u00a0', ' ');

test('what is measured is told with its unit', () => {
  const stages = { inspection: { ...inspection, through: 120.5 } };
  const said = (page) => spaced(plain(lead(page, NOON)));

  assert.equal(spaced(title(cable({ product: 'Cable', description: '' }))), '300 m Cable');
  assert.match(said(cable({ stages })), /^Final inspection, 120\.5 of 300 m done\./);
  assert.match(said(cable({ stages, quantity: undefined })), /^Final inspection, 120\.5 m done; the total/);
  const short = cable({ state: 'completed', shortBy: 0.25, stages: { inspection: { ...inspection, state: 'met' } } });
  assert.equal(said({ ...short, state: 'completed-short' }), '299.75 of 300 m is done; the plant closed this order 0.25 m short.');
  use('zh-CN', catalogue('zh-CN'));
  assert.match(said(cable({ stages })), /^终检，已完成 120\.5 \/ 300 米。/);
  assert.match(said(aPage()), /^终检，已完成 340 \/ 500 件。/);
});

test('each unit has its words, and a plant’s own stands as it was written', () => {
  const written = (value, unit) => spaced(amount(value, unit));

  assert.equal(written(12.5, 'kg'), '12.5 kg');
  assert.equal(written(1250.125, 'm2'), '1,250.125 m²');
  assert.equal(written(0.75, 'l'), '0.75 l');
  assert.equal(written(1, 'sets'), '1 set');
  assert.equal(written(2, 'sets'), '2 sets');
  assert.equal(written(2.5, 'Rolls'), '2.5 Rolls');
  assert.equal(written(1), '1 piece');
  assert.equal(written(2, 'pieces'), '2 pieces');
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(written(12.5, 'kg'), '12.5 千克');
  assert.equal(written(2, 'sets'), '2 套');
  assert.equal(written(2), '2 件');
});

test('a report of what is measured says the unit', () => {
  const page = cable({ quantity: 12.5, unit: 'kg' });
  const entry = { line: 1, stage: 'inspection', kind: 'progressed', good: 4.25, rejected: 0.5 };
  const said = (report_) => spaced(report(report_, page));

  assert.equal(said(entry), 'Final inspection: 4.25 kg good, 0.5 kg rejected');
  assert.equal(said({ ...entry, good: 0, rejected: undefined }), 'Final inspection: nothing counted');
  use('zh-CN', catalogue('zh-CN'));
  assert.equal(said(entry), '终检：4.25 千克合格，0.5 千克不合格');
  page.lines[1].unit = 'Rollen';
  assert.equal(said(entry), '终检：4.25 Rollen 合格，0.5 Rollen 不合格');
  assert.equal(said({ ...entry, line: 2 }), 'inspection：4.25 件合格，0.5 件不合格');
});

test('what is demanded is said by its limits where the customer wrote nothing', () => {
  for (const language of ['en', 'zh-CN']) {
    use(language, catalogue(language));
    assert.equal(required({ minimum: 50, unit: 'kg' }), '≥ 50 kg');
    assert.equal(required({ maximum: 0.5, unit: 'mm' }), '≤ 0.5 mm');
    assert.equal(required({ minimum: 3325, maximum: 3675, unit: 'W' }), '3,325 – 3,675 W');
    assert.equal(required({ minimum: -5, maximum: -5 }), '-5');
    assert.equal(required({ ordered: '3,500 W ± 5 %', minimum: 3325, maximum: 3675, unit: 'W' }), '3,500 W ± 5 %');
    assert.equal(required({}), '');
    assert.match(failure({ value: 30, minimum: 50, unit: 'kg' }), /30 kg.*≥ 50 kg/);
  }
});

test('an entry about a stage names its line where the order has several', () => {
  const held = { kind: 'reported', body: { line: 2, stage: 'inspection', kind: 'held', reason: 'No veneer.' } };
  const waived = { kind: 'waived', body: { line: 2, stage: 'inspection', requirement: 'load' } };
  const only = aPage().lines[1];
  const two = aPage({ lines: { 1: only, 2: { ...only, number: 2, product: 'Wardrobe' } } });

  assert.equal(happened(held, two), '2 · Wardrobe: Stage “Final inspection” put on hold: No veneer');
  assert.equal(report({ ...held.body, line: 1 }, two), '1 · KFR-35: Stage “Final inspection” put on hold: No veneer');
  assert.equal(happened(waived, two), '2 · Wardrobe: load: requirement waived');
  assert.equal(report({ ...held.body, line: 1 }, aPage()), 'Stage “Final inspection” put on hold: No veneer');
  assert.equal(report({ ...held.body, line: undefined, stage: undefined, operation: 'Paint' }, two), 'Paint put on hold: No veneer');
  use('zh-CN', catalogue('zh-CN'));
  assert.match(happened(held, two), /^2 · Wardrobe：/);
});

test('what was finished by decision is said to be done only as far as it was counted', () => {
  const stage = (position, name, more) => ({ position, name: { en: name }, state: 'running', ...more });
  const accepted = stage(1, 'Accepted', { through: 9 });
  const line = {
    ...aPage().lines[1],
    quantity: 12,
    state: 'completed',
    shortBy: 3,
    closedShort: 'Nine are enough.',
    stages: { accepted, packing: stage(2, 'Packing', { state: 'waiting' }) },
  };
  const said = (of) => plain(lead(aPage({ state: 'completed-short', forecast: undefined, lines: { 1: of } }), NOON));

  assert.match(
    said(line),
    /^Finished by decision, with fewer than ordered\. 9 of 12 through “Accepted”\. Reason: Nine are enough\./,
  );
  const untold = { ...line, closedShort: undefined };
  assert.match(said(untold), /^Finished by decision, with fewer than ordered\. 9 of 12 through “Accepted”\./);
  const silent = { ...line, shortBy: undefined, stages: { accepted: stage(1, 'Accepted') } };
  assert.match(said(silent), /^Finished by decision, with fewer than ordered\. Reason: Nine are enough\./);
  use('zh-CN', catalogue('zh-CN'));
  assert.match(said(line), /^已决定按少于订购的数量完工。 ?“Accepted”阶段已完成 9 \/ 12 件。/);
});

test('nothing more is made of what was cancelled or finished by decision', () => {
  const stages = { packing: { position: 1, state: 'running' } };
  assert.ok(isClosedShort({ state: 'completed', stages }));
  assert.ok(!isClosedShort({ state: 'completed', stages: { packing: { position: 1, state: 'met' } } }));
  assert.ok(isStopped({ state: 'cancelled' }, { state: 'in-production', stages }));
  assert.ok(isStopped({ state: 'in-production' }, { state: 'cancelled', stages }));
  assert.ok(!isStopped({ state: 'in-production' }, { state: 'in-production', stages }));
});

test('a cancelled line is no longer what an order is, where another one stands', () => {
  const [nightstand, wardrobe] = ['Nightstand', 'Wardrobe'].map((product, at) => ({
    number: at + 1,
    product,
    quantity: 4,
    state: 'in-production',
  }));
  const cancelled = { ...wardrobe, state: 'cancelled' };
  const titled = (...all) => title({ lines: Object.fromEntries(all.map((line) => [line.number, line])) });

  assert.match(titled(nightstand, wardrobe), /Nightstand.*Wardrobe/);
  assert.doesNotMatch(titled(nightstand, cancelled), /Wardrobe/);
  assert.match(titled(cancelled), /Wardrobe/);
});

test('a ground is the cause, who asked and the side', () => {
  assert.equal(ground({}), '');
  assert.equal(ground({ cause: 'other', side: 'ours' }), 'our side');
  assert.equal(ground({ cause: 'machine', side: 'supplier' }), 'Machine breakdown, supplier’s side');
  assert.equal(
    ground({ cause: 'customer-asked', side: 'customer', askedBy: 'Carol' }),
    'asked for by Carol, customer’s side',
  );
  assert.equal(ground({ cause: 'force-majeure', side: 'force-majeure' }), 'force majeure');
});
