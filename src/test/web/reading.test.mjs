import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { ago } from '../../../webroot/base/format.js';
import { example, routes, typeOf } from '../../../webroot/docs/reading/api.js';
import { change } from '../../../webroot/tracking/reading/history.js';
import { isDemanded } from '../../../webroot/tracking/reading/order.js';
import { byStage, counts, narrowed } from '../../../webroot/tracking/reading/rows.js';
import { lead, pieces, report, source, stageTime, title, verdicts } from '../../../webroot/tracking/reading/sentences.js';
import { isAtRisk, isLate, isStale, mayComeLate, risk, standing } from '../../../webroot/tracking/reading/standing.js';
import { catalogue } from './words.mjs';

const NOON = new Date(2026, 11, 7, 12).getTime();
const inspection = { position: 5, name: { en: 'Final inspection', 'zh-CN': '终检' }, state: 'running', through: 340 };

beforeEach(() => use('en', catalogue('en')));

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

test('an order is late from the day after the promise, unless it is over', () => {
  assert.equal(isLate(aRow({ promised: '2026-12-07' }), NOON), false);
  assert.equal(isLate(aRow({ promised: '2026-12-06' }), NOON), true);
  assert.equal(isLate(aRow({ promised: '2026-12-06', state: 'completed' }), NOON), false);
});

test('what failed, is held, will likely come late or was not heard of is at risk', () => {
  assert.equal(isAtRisk(aRow(), NOON), false);
  assert.equal(isAtRisk(aRow({ failed: true }), NOON), true);
  assert.equal(isAtRisk(aRow({ held: true }), NOON), true);
  assert.equal(isAtRisk(aRow({ forecast: { likely: '2026-12-16', latest: '2026-12-18' } }), NOON), true);
  assert.equal(isAtRisk(aRow({ verifiedUntil: '2026-12-01T00:00:00Z' }), NOON), true);
  assert.equal(standing(aRow({ held: true, promised: '2026-12-01' }), NOON), 'late');
});

test('a forecast whose last days alone lie after the promise is a hint, not a risk', () => {
  const perhaps = { forecast: { earliest: '2026-12-12', likely: '2026-12-15', latest: '2026-12-16' } };

  assert.equal(standing(aRow(perhaps), NOON), 'on-time');
  assert.equal(mayComeLate(aRow(perhaps), NOON), true);
  assert.equal(mayComeLate(aRow({ ...perhaps, held: true }), NOON), false);
  assert.equal(mayComeLate(aRow({ ...perhaps, promised: '2026-12-01' }), NOON), false);
  assert.equal(mayComeLate(aRow({ ...perhaps, state: 'completed' }), NOON), false);
  assert.equal(risk(aRow(perhaps), NOON), undefined);
});

test('a page is stale once its last word is older than the stage usually takes', () => {
  assert.equal(isStale(aPage({ verifiedUntil: new Date(NOON - 1).toISOString() }), NOON), true);
  assert.equal(isStale(aPage({ verifiedUntil: new Date(NOON + 1).toISOString() }), NOON), false);
  assert.equal(isStale(aPage(), NOON), false);
});

test('the lead says where it is and when it comes', () => {
  assert.equal(title(aPage()), '500\u00a0×\u00a0KFR-35 split air conditioner');
  const said = plain(lead(aPage(), NOON));
  assert.match(said, /^Final inspection, 340 of 500 through\. Likely with you .*12.*16/);
});

test('a stale page gives no forecast', () => {
  const page = aPage({ heardAt: '2026-12-05T08:00:00Z', verifiedUntil: '2026-12-06T08:00:00Z' });
  const said = plain(lead(page, NOON));

  assert.match(said, /Not verified since/);
  assert.doesNotMatch(said, /Likely/);
});

test('what was not stated is said to be so', () => {
  const line = { number: 1, product: '', state: 'waiting', stages: {} };
  const said = plain(lead(aPage({ forecast: undefined, withheld: 'unknown', lines: { 1: line } }), NOON));

  assert.equal(title(aPage({ lines: { 1: line } })), 'Product not stated');
  assert.match(said, /Production has not begun\. No forecast yet/);
});

test('a held stage says since when and why', () => {
  const held = { ...inspection, state: 'held', hold: { since: '2026-12-07T08:40:00Z', reason: 'waiting for a new seal kit.' } };
  const page = aPage({ forecast: undefined, withheld: 'held' });
  page.lines[1].stages = { inspection: held };

  assert.match(plain(lead(page, NOON)), /held since .*: waiting for a new seal kit\. No forecast while/);
});

test('counts are sentences', () => {
  assert.equal(verdicts({ verdicts: { passed: 2, failed: 1, pending: 1, waived: 0 } }), '2 of 4 met, 1 failed, 1 open');
  assert.equal(verdicts({ verdicts: { passed: 0, failed: 0, pending: 0, waived: 0 } }), '');
  assert.equal(pieces({ through: 340, rejected: 6 }, 500), '340 of 500, 6 rejected');
  assert.equal(pieces({ through: 1 }), '1 piece');
  assert.match(stageTime({ began: '2026-12-03T10:00:00Z', usualHours: 96 }), /^since .*, usually 4 days$/);
});

test('a report is a sentence, in both languages', () => {
  const progressed = { line: 1, stage: 'inspection', kind: 'progressed', operation: 'Leak test', good: 40, rejected: 1 };
  assert.equal(report(progressed, aPage()), 'Leak test: 40 pieces good, 1 rejected');
  assert.equal(report({ line: 1, stage: 'inspection', kind: 'started' }, aPage()), 'Final inspection began');
  assert.equal(source({ source: 'scan', station: 'station 4' }), 'scan, station 4');

  use('zh-CN', catalogue('zh-CN'));
  assert.equal(report({ line: 1, stage: 'inspection', kind: 'started' }, aPage()), '终检开始');
});

test('a change is said once, and only if it is worth a sentence', () => {
  const before = aPage({ heard: {} });
  const said = { at: '2026-12-07T10:00:00Z', line: 1, stage: 'inspection', kind: 'finished' };

  assert.equal(change(undefined, before), undefined);
  assert.equal(change(before, { ...before, heardAt: 'later' }), undefined);
  assert.equal(change(before, { ...before, heard: { k: said } }), 'Final inspection finished');
  assert.equal(change(before, { ...before, state: 'completed' }), 'This order is completed.');
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
    aRow({ number: 'risk', promised: '2026-12-20', held: true }),
    aRow({ number: 'late', promised: '2026-12-01' }),
  ];

  assert.deepEqual(narrowed(rows, {}, NOON).map((row) => row.number), ['late', 'risk', 'fine', 'done']);
  assert.deepEqual(counts(rows, NOON), { all: 4, 'in-production': 3, late: 1, 'at-risk': 1, completed: 1 });
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
