import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepNarrowing, narrowing } from '../../../webroot/base/reading/narrowing.js';

const NAMES = { show: ['all', 'late'], q: undefined };

function page(href) {
  const at = new URL(href, 'https://vitrine.example');
  const location = { pathname: at.pathname, search: at.search, hash: at.hash };
  const history = { state: null, replaceState: (state, title, url) => (history.now = url) };
  return { location, history };
}

test('an address says what a list is narrowed to', () => {
  assert.deepEqual(narrowing(NAMES, '?show=late&q=SO-1%26'), { show: 'late', q: 'SO-1&' });
});

test('what is no choice, or no name of the list, is not taken from an address', () => {
  assert.deepEqual(narrowing(NAMES, '?show=%3Cscript%3E&__proto__=1&other=2&q='), {});
});

test('what is usual is not said, and the rest of the address stays', () => {
  const { location, history } = page('/orders?as=glass&q=old#top');
  keepNarrowing({ show: 'late', q: '' }, { show: 'all', q: '' }, { location, history });
  assert.equal(history.now, '/orders?as=glass&show=late#top');
});

test('without any narrowing the address is plain', () => {
  const { location, history } = page('/orders?show=late');
  keepNarrowing({ show: 'all', q: '' }, { show: 'all', q: '' }, { location, history });
  assert.equal(history.now, '/orders');
});
