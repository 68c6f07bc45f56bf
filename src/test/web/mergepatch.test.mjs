import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../../webroot/base/live/mergepatch.js';

/** The examples of RFC 7386, appendix A: target, patch, result. */
const EXAMPLES = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test('the examples of RFC 7386 hold', () => {
  for (const [target, patch, result] of EXAMPLES) {
    assert.deepEqual(merge(target, patch), result, JSON.stringify({ target, patch }));
  }
});

test('what a patch does not name stays the same object', () => {
  const before = { lines: { 1: { through: 3 }, 2: { through: 5 } }, company: { name: 'Northwind' } };
  const after = merge(before, { lines: { 1: { through: 4 } } });

  assert.equal(after.company, before.company);
  assert.equal(after.lines[2], before.lines[2]);
  assert.notEqual(after.lines, before.lines);
});

test('the page before is not touched', () => {
  const before = Object.freeze({ a: Object.freeze({ b: 1 }) });

  assert.deepEqual(merge(before, { a: { b: null, c: 2 } }), { a: { c: 2 } });
  assert.deepEqual(before, { a: { b: 1 } });
});

test('a page that names __proto__ changes no prototype', () => {
  const after = merge({}, JSON.parse('{"__proto__":{"polluted":true}}'));

  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(after), Object.prototype);
});
