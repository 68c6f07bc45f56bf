import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverState, serialOf } from '../../../webroot/warranty/reading/cover.js';
import { entryOf, textFields, textOf } from '../../../webroot/warranty/reading/terms.js';

test('a piece is covered, or it says why it is not', () => {
  assert.equal(coverState({ covered: true, until: '2028-03-01' }), 'covered');
  assert.equal(coverState({ covered: false, until: '2020-03-01' }), 'over');
  assert.equal(coverState({ covered: false, until: '2020-03-01', voided: true }), 'voided');
  assert.equal(coverState({ covered: false, months: 24 }), 'begins');
  assert.equal(coverState({ covered: false }), 'none');
});

test('a piece that was voided and is covered again is covered', () => {
  assert.equal(coverState({ covered: true, voided: false, until: '2028-03-01' }), 'covered');
});

test('the serial is in the address of a card, or of a link', () => {
  assert.equal(serialOf({ pathname: '/01/06901234567892/21/AC%2F7', search: '' }), 'AC/7');
  assert.equal(serialOf({ pathname: '/warranty/look-up', search: '?serial=%E5%BA%8F%207' }), '序 7');
  assert.equal(serialOf({ pathname: '/warranty/look-up', search: '' }), '');
  assert.equal(serialOf({ pathname: '/01/06901234567892/21/%E0%A4', search: '' }), '%E0%A4');
});

test('an entry is sent with what its kind needs, and no more', () => {
  const form = { from: '2026-03-01', months: '12', part: ' Fan ', reason: ' ' };
  assert.deepEqual(entryOf('part', form), { kind: 'part', from: '2026-03-01', months: 12, part: 'Fan' });
  assert.deepEqual(entryOf('law', { from: '2026-03-01' }), { kind: 'law', from: '2026-03-01', months: 12 });
  assert.deepEqual(entryOf('voided', { from: '2026-03-01', reason: 'Opened' }), {
    kind: 'voided',
    from: '2026-03-01',
    reason: 'Opened',
  });
});

test('a text in one language is plain, in two it is by language', () => {
  assert.equal(textOf(' ', ''), undefined);
  assert.equal(textOf('Motor', ' '), 'Motor');
  assert.equal(textOf('', '电机'), '电机');
  assert.deepEqual(textOf('Motor', '电机'), { en: 'Motor', 'zh-CN': '电机' });
  assert.deepEqual(textFields({ en: 'Motor', 'zh-CN': '电机' }), { en: 'Motor', zh: '电机' });
  assert.deepEqual(textFields('Motor'), { en: 'Motor', zh: '' });
});
