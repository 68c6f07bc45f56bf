import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byKind } from '../../../webroot/search/reading/groups.js';
import { pieces } from '../../../webroot/search/reading/parts.js';
import { asksForSearch } from '../../../webroot/search/reading/shortcut.js';

const marked = (text, typed) => pieces(text, typed).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test('what was looked for is marked, in any letters', () => {
  assert.equal(marked('SO-1001', 'so 100'), '[SO]-[100]1');
  assert.equal(marked('SO-1001', 'ｓｏ'), '[SO]-1001');
  assert.equal(marked('Kälte & Wärme', 'WARME kal'), '[Käl]te & [Wärme]');
  assert.equal(marked('佛山瑞捷', '瑞捷rj'), '佛山[瑞捷]');
  assert.equal(marked('佛山瑞捷', 'fsrj'), '佛山瑞捷');
  assert.equal(marked('𠮷野家 A', '野'), '𠮷[野]家 A');
  assert.equal(marked('anything', ''), 'anything');
});

test('the kind of the best comes first, and all are counted through', () => {
  const found = ['order', 'company', 'order'].map((kind, key) => ({ kind, key }));
  assert.deepEqual(
    byKind(found).map(({ kind, hits }) => [kind, hits.map(({ key, index }) => `${key}:${index}`)]),
    [
      ['order', ['0:0', '2:1']],
      ['company', ['1:2']],
    ],
  );
});

test('keys ask for the search, but not those of somebody who types', () => {
  const field = { closest: () => ({}) };
  const page = { closest: () => null };
  assert.ok(asksForSearch({ key: '/', target: page }, true));
  assert.ok(!asksForSearch({ key: '/', target: page }, false));
  assert.ok(asksForSearch({ key: 'k', ctrlKey: true, target: page }, false));
  assert.ok(asksForSearch({ key: 'K', metaKey: true, target: page }, false));
  assert.ok(!asksForSearch({ key: 'k', target: page }, true));
  assert.ok(!asksForSearch({ key: '/', target: field }, true));
  assert.ok(!asksForSearch({ key: 'k', ctrlKey: true, target: field }, true));
});
