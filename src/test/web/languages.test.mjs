import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { t, use, wording, wordings } from '../../../webroot/base/words.js';
import { happened } from '../../../webroot/tracking/reading/history.js';
import { lead, title } from '../../../webroot/tracking/reading/lead.js';
import { lineName } from '../../../webroot/tracking/reading/order.js';
import { narrowed } from '../../../webroot/tracking/reading/rows.js';
import { report } from '../../../webroot/tracking/reading/reports.js';
import { failure, product, source } from '../../../webroot/tracking/reading/sentences.js';
import { catalogue } from './words.mjs';

const speak = (name) => use(name, catalogue(name));
const both = { en: 'late coils.', 'zh-CN': '线圈晚到。' };

beforeEach(() => speak('en'));

const CHOICES = [
  // what it is given in, what an English reader reads, what a Chinese one does
  ['plain', 'plain', 'plain'],
  ['纯文本', '纯文本', '纯文本'],
  ['', '', ''],
  [undefined, '', ''],
  [{ en: 'Assembly', 'zh-CN': '装配' }, 'Assembly', '装配'],
  [{ 'zh-CN': '装配' }, '装配', '装配'],
  [{ en: 'Assembly' }, 'Assembly', 'Assembly'],
  [{ de: 'Montage', en: 'Assembly', 'zh-Hans': '装配' }, 'Assembly', '装配'],
  [{ en: 'Assembly', zh: '装配' }, 'Assembly', '装配'],
  [{ en: 'Assembly', 'zh-TW': '裝配' }, 'Assembly', '裝配'],
  [{ 'zh-Hant': '裝配', 'zh-Hans': '装配', 'zh-TW': '裝配二' }, '裝配', '装配'],
  [{ de: 'Montage', 'en-GB': 'Assembly' }, 'Assembly', 'Assembly'],
  [{ de: 'Montage', fr: 'Montage final' }, 'Montage', 'Montage'],
  [{ ar: 'تجميع' }, 'تجميع', 'تجميع'],
];

for (const [texts, english, chinese] of CHOICES) {
  test(`of ${JSON.stringify(texts)} everybody reads theirs, else the one that is there`, () => {
    assert.equal(wording(texts), english);
    speak('zh-CN');
    assert.equal(wording(texts), chinese);
  });
}

test('every text of a page is chosen', () => {
  const line = {
    number: 1,
    product: { en: 'Air conditioner', 'zh-CN': '空调' },
    description: { 'zh-CN': '3.5 kW' },
    quantity: 5,
    state: 'cancelled',
    cancelled: both,
  };
  const page = { state: 'in-production', lines: { 1: line } };
  const expected = {
    en: ['5 × Air conditioner 3.5 kW', '1 · Air conditioner', 'late coils'],
    'zh-CN': ['5 × 空调 3.5 kW', '1 · 空调', '线圈晚到'],
  };
  for (const [name, [what, called, why]] of Object.entries(expected)) {
    speak(name);
    assert.equal(product(line).replace(/\s/g, ' '), what);
    assert.equal(title(page), product(line));
    assert.equal(lineName(line), called);
    assert.match(lead(page, 0).join(' '), new RegExp(why));
    assert.match(lead({ ...page, state: 'cancelled', cancelled: both }, 0).join(' '), new RegExp(why));
    assert.match(happened({ kind: 'cancelled', body: { reason: both } }), new RegExp(why));
    assert.match(
      happened({ kind: 'promise-revised', body: { date: '2026-12-15', reason: both } }),
      new RegExp(why),
    );
    assert.match(report({ kind: 'held', operation: 'OP-30', reason: both }), new RegExp(why));
    assert.match(failure({ value: 3, ordered: both }), new RegExp(why));
  }
});

test('codes are called by their names where these are known', () => {
  const names = { operation: { en: 'Leak test', 'zh-CN': '检漏' }, station: { en: 'station 4', 'zh-CN': '4 号工位' } };
  const entry = { kind: 'started', operation: 'OP-30', station: 'ST-4', source: 'scan' };
  assert.match(report({ ...entry, names }), /^Leak test/);
  assert.match(source({ ...entry, names }), /station 4/);
  assert.match(report(entry), /^OP-30/);
  assert.match(source(entry), /ST-4/);
  speak('zh-CN');
  assert.match(happened({ kind: 'reported', body: entry, names }), /^检漏/);
  assert.match(source({ ...entry, names }), /4 号工位/);
});

test('why pieces were rejected stands with them', () => {
  assert.match(report({ kind: 'progressed', operation: 'Turn', rejected: 2, reason: both }), /2 .*\(late coils\)$/);
  assert.doesNotMatch(report({ kind: 'progressed', operation: 'Turn', good: 2, reason: both }), /late/);
});

test('a search finds a product in any of its languages', () => {
  const row = {
    number: 'SO-1',
    state: 'waiting',
    lines: { 1: { product: { en: 'Air conditioner', 'zh-CN': '空调' }, description: 'Wandgerät' } },
  };
  for (const q of ['空调', 'AIR COND', 'wandgerät', 'so-1']) {
    assert.equal(narrowed([row], { q }, 0).length, 1, q);
  }
  assert.equal(narrowed([row], { q: 'object' }, 0).length, 0);
  assert.deepEqual(wordings({ en: 'a', de: 'b' }), ['a', 'b']);
  assert.deepEqual(wordings('a'), ['a']);
});

test('only a count is a quantity: any other number is a name, digit by digit', () => {
  for (const name of ['en', 'zh-CN']) {
    speak(name);
    for (const key of ['told.message', 'voice.number', 'message.page-title', 'shipment.number']) {
      assert.match(t(key, { number: 12500 }), /12500/, `${key} in ${name}`);
    }
    assert.match(t('anchor.line', { line: 1200 }), /1200/);
    assert.match(t('import.rows', { count: 12500 }), /12,500/);
  }
});
