import assert from 'node:assert/strict';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { modulesOf } from './sources.mjs';

const modules = modulesOf();
const NAME_AS_QUANTITY = /(?<!\w)number\([^()]*\b(?:number|line|message|meeting|version|id)\)/g;
/** What people give numbers and codes themselves, with any sign in them; elsewhere the program counts. */
const NAMED_BY_PEOPLE = 'orders|companies|routings|calendars|products|departments|column-mappings';
const NOT_ENCODED = new RegExp(`/(?:${NAMED_BY_PEOPLE})/\\$\\{(?!encodeURIComponent\\()[^}]*`);

/** Which modules a module cannot do without: what it imports when it is called for is not among them. */
const imported = (path) =>
  [...modules[path].matchAll(/^(?:import|export)\b[^;]*?'(\.[^']+)';/gm)].map(([, to]) => join(dirname(path), to));

test('one place calls the server', () => {
  const callers = Object.keys(modules).filter((path) => /(?<![#.\w])fetch\(/.test(modules[path]));
  assert.deepEqual(callers, ['base/ask.js']);
});

test('the kit knows no feature', () => {
  const outside = Object.keys(modules)
    .filter((path) => path.startsWith('base/'))
    .flatMap((path) => imported(path).filter((to) => !to.startsWith('base/')).map((to) => `${path} imports ${to}`));
  assert.ok(imported('base/start.js').includes('base/words.js'));
  assert.deepEqual(outside, []);
});

test('features know the kit and themselves, and nothing of each other', () => {
  const feature = (path) => path.split('/')[0];
  const across = Object.keys(modules).flatMap((path) =>
    imported(path)
      .filter((to) => ![feature(path), 'base'].includes(feature(to)))
      .map((to) => `${path} imports ${to}`),
  );
  assert.deepEqual(across, []);
});

test('every module that is imported is there', () => {
  const missing = Object.keys(modules).flatMap((path) => imported(path).filter((to) => !(to in modules)));
  assert.deepEqual(missing, []);
});

test('an element stays short enough to be read', () => {
  const long = Object.entries(modules).filter(([, text]) => text.split('\n').length > 200).map(([path]) => path);
  assert.deepEqual(long, ['base/live/connection.js']);
});

test('a line fits into any window', () => {
  const wide = Object.entries(modules).flatMap(([path, text]) =>
    text.split('\n').filter((line) => line.length > 120).map((line) => `${path}: ${line}`),
  );
  assert.deepEqual(wide, []);
});

test('what is a name is never formatted as a quantity', () => {
  const formatted = Object.entries(modules).flatMap(([path, text]) =>
    [...text.matchAll(NAME_AS_QUANTITY)].map(([call]) => `${path}: ${call}`),
  );
  const besides = Object.keys(modules).filter((path) => /NumberFormat|toLocaleString/.test(modules[path]));
  assert.deepEqual(formatted, []);
  assert.deepEqual(besides, ['base/words.js']);
});

test('an address encodes what people named themselves', () => {
  const bare = Object.entries(modules).flatMap(([path, text]) =>
    [...text.matchAll(new RegExp(NOT_ENCODED, 'g'))].map(([address]) => `${path}: ${address}}`),
  );
  assert.match('`/orders/${order}`', NOT_ENCODED);
  assert.deepEqual(bare, []);
});
