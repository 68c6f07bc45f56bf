import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../../webroot/', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const catalogues = { en: JSON.parse(read('i18n/en.json')), 'zh-CN': JSON.parse(read('i18n/zh-CN.json')) };
const sources = ['elements', 'pages', 'reading', 'i18n'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith('.js'))
    .map((name) => read(`${folder}/${name}`)),
);

/** Keys as the code names them; what it fills in (`state.${…}`) matches anything. */
function used() {
  const calls = sources.flatMap((text) => [...text.matchAll(/\b(?:t|has|named)\(([^;]*?)[,)]/gs)]);
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
  const named = used().filter((key) => key.includes('.') && !key.includes('/'));
  const missing = named.filter((key) => !keys.some((known) => matcher(key).test(known)));
  assert.ok(named.length > 100, `found only ${named.length}`);
  assert.deepEqual(missing, []);
});
