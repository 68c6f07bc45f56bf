import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { besideBest, methodName } from '../../../webroot/forecasting/reading/beside.js';
import { catalogue } from './words.mjs';

before(() => use('en', catalogue('en')));

const methods = (shown) => [
  { method: 'shown', off: shown },
  { method: 'plan', off: 3 },
  { method: 'median-remaining', off: 2 },
];

test('what pages show is held against the best of the simple methods, whichever that is', () => {
  assert.match(besideBest(methods(1)), /50 % nearer .*“What was usually left”/);
  assert.match(besideBest(methods(3)), /50 % farther/);
  assert.match(besideBest(methods(2.03)), /about as near/);
});

test('without another method, or where that was never off, there is nothing to say', () => {
  assert.equal(besideBest([{ method: 'shown', off: 1 }]), undefined);
  assert.equal(besideBest([{ method: 'shown', off: 1 }, { method: 'plan', off: 0 }]), undefined);
});

test('every method has a name', () => {
  for (const method of ['shown', 'median-remaining', 'stage-and-product', 'plan']) {
    assert.notEqual(methodName(method), method);
  }
});
