import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { items, left, leftBriefly, leftOfMany, on, shipments, toCome } from '../../../webroot/tracking/reading/deliveries.js';
import { change, happened } from '../../../webroot/tracking/reading/history.js';
import { lead } from '../../../webroot/tracking/reading/lead.js';
import { catalogue } from './words.mjs';

/** A Monday. */
const NOW = new Date(2026, 11, 7, 12).getTime();

beforeEach(() => use('en', catalogue('en')));

const inChinese = () => use('zh-CN', catalogue('zh-CN'));
const plain = (text) => text?.replaceAll('**', '').replaceAll(/[\u2009\u00a0\u202f]/g, ' ');

/** A page with one line, of which so much left on these days. */
function aPage(gone, line = {}, page = {}) {
  const cards = Object.fromEntries(gone.map(([quantity, leftOn, card], at) => [`k${at}`, { leftOn, ...card }]));
  const quantity = Math.round(gone.reduce((sum, [some]) => sum + some, 0) * 1000) / 1000;
  const delivered = gone.reduce((sum, [some, , card]) => sum + (card?.deliveredOn ? some : 0), 0);
  const named = Object.fromEntries(gone.map(([some], at) => [`k${at}`, some]));
  return {
    state: 'in-production',
    shipments: cards,
    lines: {
      1: {
        number: 1,
        quantity: 100,
        state: 'in-production',
        stage: 'packing',
        stages: { packing: { position: 1, name: { en: 'Packing', 'zh-CN': '包装' }, state: 'running', through: 80 } },
        ...(gone.length > 0 && { left: { quantity, shipments: named, ...(delivered && { delivered }) } }),
        ...line,
      },
    },
    ...page,
  };
}

const says = (page) => plain(left(page.lines[1], page, NOW));

test('a day is today, a weekday while no other can be meant, else a date', () => {
  assert.equal(on('2026-12-07', NOW), 'today');
  assert.equal(on('2026-12-06', NOW), 'on Sunday');
  assert.equal(on('2026-12-01', NOW), 'on Tuesday');
  assert.equal(on('2026-11-30', NOW), 'on Nov 30'); // It is a Monday, too.
  assert.equal(on('2026-12-08', NOW), 'on Dec 8'); // Where the plant is, it has come.
  assert.equal(on('2025-12-01', NOW), 'on Dec 1, 2025');
});

const SENTENCES = [
  ['some of it', aPage([[60, '2026-12-01']]), '60 left on Tuesday, 40 to come.', '60 件已于星期二发货，40 件待发。'],
  ['some, today', aPage([[1, '2026-12-07']]), '1 left today, 99 to come.', '1 件已于今天发货，99 件待发。'],
  ['some, long ago', aPage([[60, '2026-11-03']]), '60 left on Nov 3, 40 to come.', '60 件已于11月3日发货，40 件待发。'],
  ['some on several days', aPage([[30, '2026-12-01'], [20, '2026-12-03']]), '50 have left, the last 20 on Thursday; 50 to come.', '已发货 50 件，最近 20 件于星期四发出；50 件待发。'],
  ['some in two shipments of one day', aPage([[30, '2026-12-01'], [30, '2026-12-01']]), '60 left on Tuesday, 40 to come.', '60 件已于星期二发货，40 件待发。'],
  ['all at once', aPage([[100, '2026-12-03']]), 'All 100 left on Thursday.', '全部 100 件已于星期四发货。'],
  ['all on several days', aPage([[60, '2026-12-01'], [40, '2026-12-03']]), 'All 100 left by Dec 3.', '截至 12月3日，全部 100 件已发货。'],
  ['more than was ordered', aPage([[62, '2026-12-01']], { quantity: 60 }), '62 left on Tuesday; 60 were ordered.', '62 件已于星期二发货；订购数量为 60 件。'],
  ['more, on several days', aPage([[60, '2026-12-01'], [2, '2026-12-02']], { quantity: 60 }), '62 have left, the last 2 on Wednesday; 60 were ordered.', '已发货 62 件，最近 2 件于星期三发出；订购数量为 60 件。'],
  ['of an unknown quantity', aPage([[60, '2026-12-01']], { quantity: undefined }), '60 left on Tuesday.', '60 件已于星期二发货。'],
  ['all that was made of a line closed short', aPage([[60, '2026-12-01']], { state: 'completed', shortBy: 40 }), '60 left on Tuesday.', '60 件已于星期二发货。'],
  ['of a line closed short, not yet all', aPage([[50, '2026-12-01']], { state: 'completed', shortBy: 40 }), '50 left on Tuesday, 10 to come.', '50 件已于星期二发货，10 件待发。'],
  ['of a cancelled line', aPage([[60, '2026-12-01']], { state: 'cancelled' }), '60 left on Tuesday.', '60 件已于星期二发货。'],
  ['of a cancelled order', aPage([[60, '2026-12-01']], {}, { state: 'cancelled' }), '60 left on Tuesday.', '60 件已于星期二发货。'],
  ['all delivered', aPage([[60, '2026-12-01', { deliveredOn: '2026-12-04' }], [40, '2026-12-02', { deliveredOn: '2026-12-05' }]]), 'All 100 left by Dec 2. Delivered on Saturday.', '截至 12月2日，全部 100 件已发货。已于星期六送达。'],
  ['some delivered', aPage([[60, '2026-12-01', { deliveredOn: '2026-12-04' }], [40, '2026-12-02']]), 'All 100 left by Dec 2. 60 have been delivered.', '截至 12月2日，全部 100 件已发货。其中 60 件已送达。'],
  ['decimals', aPage([[0.1, '2026-12-01'], [0.2, '2026-12-01']], { quantity: 1 }), '0.3 left on Tuesday, 0.7 to come.', '0.3 件已于星期二发货，0.7 件待发。'],
];

const METRES = { unit: 'm', quantity: 300 };

SENTENCES.push(
  ['of what is measured', aPage([[120.5, '2026-12-01']], METRES), '120.5 m left on Tuesday, 179.5 m to come.', '120.5 米已于星期二发货，179.5 米待发。'],
  ['measured, on several days', aPage([[0.1, '2026-12-01'], [0.2, '2026-12-03']], METRES), '0.3 m has left, the last 0.2 m on Thursday; 299.7 m to come.', '已发货 0.3 米，最近 0.2 米于星期四发出；299.7 米待发。'],
  ['measured, all of it', aPage([[299.5, '2026-12-01'], [0.5, '2026-12-03']], METRES), 'All 300 m left by Dec 3.', '截至 12月3日，全部 300 米已发货。'],
  ['measured, more than was ordered', aPage([[300.25, '2026-12-01']], METRES), '300.25 m left on Tuesday; 300 m was ordered.', '300.25 米已于星期二发货；订购数量为 300 米。'],
  ['measured, some delivered', aPage([[1.5, '2026-12-01', { deliveredOn: '2026-12-04' }], [1, '2026-12-01']], METRES), '2.5 m left on Tuesday, 297.5 m to come. 1.5 m has been delivered.', '2.5 米已于星期二发货，297.5 米待发。其中 1.5 米已送达。'],
  ['in a unit of the plant', aPage([[2.5, '2026-12-01']], { unit: 'coils', quantity: 4 }), '2.5 coils left on Tuesday, 1.5 coils to come.', '2.5 coils 已于星期二发货，1.5 coils 待发。'],
);

for (const [name, page, english, chinese] of SENTENCES) {
  test(`what left is told in one sentence: ${name}`, () => {
    assert.equal(says(page), english);
    inChinese();
    assert.equal(says(page), chinese);
  });
}

test('where nothing left nothing is said', () => {
  const page = aPage([]);
  assert.equal(says(page), undefined);
  assert.deepEqual(shipments(page.lines[1], page), []);
  assert.equal(toCome(page.lines[1], page), 100);
});

test('what left in shipments that the page does not name any more still counts', () => {
  const page = aPage([]);
  page.lines[1].left = { quantity: 60, shipments: {} };
  assert.equal(says(page), '60 have left, 40 to come.');
});

test('what arrived is told without a day where not all of its shipments are named', () => {
  const page = aPage([]);
  page.lines[1].left = { quantity: 100, delivered: 100, shipments: {} };
  assert.equal(says(page), '100 have left. All delivered.');
  page.lines[1].left = { quantity: 100, delivered: 100, shipments: { k0: 40 } };
  page.shipments = { k0: { leftOn: '2026-12-01', deliveredOn: '2026-12-04' } };
  assert.match(says(page), /All delivered\.$/);
});

test('an order that left is done only where its reports say so', () => {
  const page = aPage([[100, '2026-12-03']]);
  assert.equal(plain(lead(page, NOW).join(' ')), 'Packing, 80 of 100 done. All 100 left on Thursday.');
  assert.equal(
    plain(lead(aPage([[60, '2026-12-01']], { state: 'completed' }, { state: 'completed' }), NOW).join(' ')),
    'All stages are done. This order is complete. 60 left on Tuesday, 40 to come.',
  );
});

test('many lines that left are told in sum', () => {
  const lines = [100, 100, 40, undefined].map((quantity, at) => ({
    number: at + 1,
    quantity: 100,
    ...(quantity && { left: { quantity, shipments: {} } }),
  }));
  assert.equal(leftOfMany(lines, {}), '2 lines have left in full. 1 line has left in part.');
  assert.equal(leftOfMany([lines[3]], {}), '');
});

test('a list says in three words what left', () => {
  const row = (...lines) => ({ lines: Object.fromEntries(lines.map((line, at) => [at, { quantity: 100, ...line }])) });
  assert.equal(leftBriefly(row({})), '');
  assert.equal(leftBriefly(row({ left: 60 })), '60 of 100 shipped');
  assert.equal(leftBriefly(row({ left: 60, quantity: undefined })), '60 shipped');
  assert.equal(plain(leftBriefly(row({ left: 60.5, unit: 'm' }))), '60.5 of 100 m shipped');
  assert.equal(plain(leftBriefly(row({ left: 60, quantity: undefined, unit: 'sets' }))), '60 sets shipped');
  assert.equal(leftBriefly(row({ left: 60 }, {})), 'partly shipped');
  assert.equal(leftBriefly(row({ left: 100 }, { left: 3 })), '1 of 2 lines shipped');
  assert.equal(leftBriefly(row({ left: 60 }, { state: 'cancelled' })), '60 of 100 shipped');
});

test('the history tells what left, was said otherwise, taken back and delivered', () => {
  const body = { shipment: 'DN-1', leftOn: '2026-12-01', items: [{ line: 1, quantity: 60 }] };
  const tells = (kind, more = {}, page) => happened({ kind, body: { ...body, ...more } }, page);
  assert.equal(tells('shipped'), '60 left on Dec 1');
  assert.equal(tells('shipped', { carrier: 'Pearl River' }), '60 left on Dec 1 with Pearl River');
  assert.equal(tells('shipment-changed', { reason: 'two stayed.' }), 'Shipment DN-1 corrected to 60, left on Dec 1: two stayed');
  assert.equal(tells('shipment-withdrawn', { reason: 'unloaded' }), 'Shipment DN-1 withdrawn: unloaded');
  assert.equal(tells('delivered', { deliveredOn: '2026-12-04' }), 'Shipment DN-1 delivered on Dec 4');
  assert.equal(items([{ line: 1, quantity: 60 }, { line: 2, quantity: 5 }]), '60 of line 1, 5 of line 2');
  assert.equal(items([{ line: 2, quantity: 5 }], { lines: { 1: {}, 2: {} } }), '5 of line 2');
  assert.equal(plain(tells('shipped', { items: [{ line: 1, quantity: 0.5 }] }, { lines: { 1: { unit: 'kg' } } })), '0.5 kg left on Dec 1');
  assert.equal(plain(items([{ line: 2, quantity: 0.5 }], { lines: { 1: {}, 2: { unit: 'kg' } } })), '0.5 kg of line 2');
});

test('what left while somebody looks is said aloud', () => {
  assert.match(change(aPage([]), aPage([[60, '2026-11-03']])), /^60 left on Nov 3(, 2026)?, 40 to come\.$/);
  assert.equal(change(aPage([[60, '2026-11-03']]), aPage([[60, '2026-11-03']])), undefined);
});
