import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modulesOf } from './sources.mjs';
import { catalogue, wordsOf } from './words.mjs';

const catalogues = { en: catalogue('en'), 'zh-CN': catalogue('zh-CN') };

/** Keys as the code names them; what it fills in (`state.${…}`) matches anything. */
function used(modules) {
  const calls = Object.values(modules).flatMap((text) => [...text.matchAll(/\b(?:t|has|named)\(([^;]*?)[,)]/gs)]);
  const texts = calls.flatMap(([, inside]) => [...inside.matchAll(/'([a-z][\w.-]*)'|`([a-z][^`]*)`/g)]);
  return [...new Set(texts.map(([, plain, template]) => plain ?? template))];
}

const matcher = (key) => new RegExp(`^${key.split(/\$\{[^}]*\}+/).map(RegExp.escape ?? escape).join('.+')}$`);

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const values = (entry) => (typeof entry === 'object' ? Object.values(entry) : [entry]);
const blanks = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every language says everything', () => {
  assert.deepEqual(Object.keys(catalogues['zh-CN']), Object.keys(catalogues.en));
});

test('every language fills in the same', () => {
  for (const [key, english] of Object.entries(catalogues.en)) {
    const expected = blanks(english.other ?? english).filter((name) => name !== 'count');
    for (const text of values(catalogues['zh-CN'][key])) {
      assert.deepEqual(blanks(text).filter((name) => name !== 'count'), expected, key);
    }
  }
});

test('every plural has a text for all other numbers', () => {
  for (const catalogue of Object.values(catalogues)) {
    for (const [key, entry] of Object.entries(catalogue)) {
      assert.ok(typeof entry === 'string' || typeof entry.other === 'string', key);
    }
  }
});

test('every key that the pages use has a text', () => {
  const keys = Object.keys(catalogues.en);
  const named = used(modulesOf()).filter((key) => key.includes('.') && !key.includes('/'));
  const missing = named.filter((key) => !keys.some((known) => matcher(key).test(known)));
  assert.ok(named.length > 100, `found only ${named.length}`);
  assert.deepEqual(missing, []);
});

test('the kit says nothing in the words of a feature', () => {
  const keys = Object.keys(wordsOf('base', 'en'));
  const named = used(modulesOf('base')).filter((key) => key.includes('.') && !key.includes('/'));
  assert.ok(named.length > 20, `found only ${named.length}`);
  assert.deepEqual(named.filter((key) => !keys.some((known) => matcher(key).test(known))), []);
});
