import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverState, serialOf } from '../../../webroot/warranty/reading/cover.js';

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
