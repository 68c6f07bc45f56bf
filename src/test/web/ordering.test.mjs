import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared, canBePutBack } from '../../../webroot/ordering/reading/difference.js';
import { isMoved, orderDraft, sentOrder } from '../../../webroot/ordering/reading/draft.js';
import { at, general, put } from '../../../webroot/ordering/reading/paths.js';
import { use } from '../../../webroot/base/words.js';
import { coded, demandedIn, emptyRequirement } from '../../../webroot/ordering/reading/requirements.js';
import { byLanguage, sentText } from '../../../webroot/ordering/reading/texts.js';
import { catalogue } from './words.mjs';

const line = (number, more = {}) => ({ number, product: 'Pump', quantity: 5, routing: 'r', requirements: [], ...more });
const order = (...lines) => ({ company: 'northwind', promise: { date: '2026-12-12' }, lines });

test('an order that nobody touched is sent as it was read', () => {
  const read = {
    ...order(
      line(1, {
        product: { en: 'Pump', 'zh-CN': '泵' },
        unit: 'kg',
        quantity: 2.5,
        workOrders: ['W-1', 'W-2'],
        promise: { toBeConfirmed: true },
        requirements: [{ code: 'leak', stage: 's', name: { en: 'Leak' }, minimum: 0, mandatory: false, sample: 3 }],
      }),
      line(2, { cancelled: 'not needed' }),
      line(3, { closedShort: { en: 'enough' } }),
    ),
    customerReference: 'PO-1',
    placedOn: '2026-10-02',
  };
  const sent = JSON.parse(JSON.stringify(sentOrder(orderDraft('SO-1', read))));
  assert.deepEqual(sent.lines[0], read.lines[0]);
  assert.equal(sent.lines[1].cancelled, 'not needed');
  assert.deepEqual(sent.lines[2].closedShort, { en: 'enough' });
  assert.deepEqual({ ...sent, lines: [] }, { ...read, lines: [] });
});

test('what is put at a path leaves what was there as it was', () => {
  const before = { lines: [{ product: 'a' }, { product: 'b' }] };
  const after = put(before, 'lines[1].product.zh-CN', '泵');
  assert.equal(at(after, 'lines[1].product.zh-CN'), '泵');
  assert.equal(before.lines[1].product, 'b');
  assert.equal(general('lines[12].requirements[3].stage'), 'lines.requirements.stage');
});

test('a date has moved only where there was one', () => {
  assert.equal(isMoved(undefined, { date: '2026-12-12' }), false);
  assert.equal(isMoved({ toBeConfirmed: true }, { date: '2026-12-12' }), false);
  assert.equal(isMoved({ date: '2026-12-12' }, { date: '2026-12-12' }), false);
  assert.equal(isMoved({ date: '2026-12-12' }, { date: '2026-12-13' }), true);
  assert.equal(isMoved({ date: '2026-12-12' }, { date: '', toBeConfirmed: true }), true);
});

test('two versions are compared part by part, and a line that one of them lacks as a whole', () => {
  const started = order(line(1), line(2));
  const mine = order(line(1, { quantity: 6 }));
  const theirs = order(line(1), line(2, { quantity: 9 }), line(3));
  const ways = compared(started, mine, theirs);
  assert.deepEqual(ways.numbers, [1, 2, 3]);
  assert.equal(ways.flat(mine)['1.quantity'], 6);
  assert.equal(ways.flat(mine)['2'], undefined);
  assert.equal(ways.flat(theirs)['2'].quantity, 9);
  const chosen = ways.whole({ ...ways.flat(mine), 3: ways.flat(theirs)['3'] });
  assert.deepEqual(chosen.lines.map(({ number, quantity }) => [number, quantity]), [[1, 6], [3, 5]]);
});

test('an order is put back only where no date has moved', () => {
  const before = order(line(1));
  assert.equal(canBePutBack(before, order(line(1, { quantity: 6 }))), true);
  assert.equal(canBePutBack(before, { ...before, promise: { date: '2026-12-13' } }), false);
  assert.equal(canBePutBack(before, order(line(1, { promise: { date: '2026-12-20' } }))), false);
  assert.equal(canBePutBack(before, order(line(2))), false);
});

test('rows without a code get one that no other has', () => {
  const rows = coded([emptyRequirement(), { ...emptyRequirement(), code: 'r1' }, emptyRequirement()]);
  assert.deepEqual(rows.map(({ code }) => code), ['r2', 'r1', 'r3']);
});

test('a text in no language is none, and in one it stays that', () => {
  assert.equal(sentText(' '), undefined);
  assert.equal(sentText({ en: '', 'zh-CN': ' ' }), undefined);
  assert.deepEqual(sentText({ en: 'Pump', 'zh-CN': '' }), { en: 'Pump' });
  assert.deepEqual(byLanguage({ 'zh-Hans': '泵' }), { 'zh-Hans': '泵', en: '' });
});

test('a form says what is demanded as the customer will read it, as far as it can be read yet', () => {
  use('en', catalogue('en'));
  const row = (more) => ({ ...emptyRequirement(), ...more });
  assert.equal(demandedIn([row({}), row({ name: 'Load', minimum: '5x' })]), '');
  assert.equal(
    demandedIn([
      row({ name: 'Load', minimum: '50', unit: 'kg' }),
      row({ name: 'Gap', maximum: '0,5', unit: 'mm' }),
      row({ name: 'Power', ordered: '3,500 W ± 5 %', minimum: '3325', maximum: '3675' }),
      row({ name: { en: 'Undamaged', 'zh-CN': '无破损' } }),
    ]),
    'Load ≥ 50 kg, Gap ≤ 0.5 mm, Power 3,500 W ± 5 %, Undamaged',
  );
});
