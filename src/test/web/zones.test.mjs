import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneName, zoneNames } from '../../../webroot/base/reading/zones.js';

test('time zones have the names of today, whatever the browser calls them', () => {
  assert.equal(zoneName('Asia/Calcutta'), 'Asia/Kolkata');
  assert.equal(zoneName('Europe/Berlin'), 'Europe/Berlin');
  assert.deepEqual(zoneNames(['Europe/Kiev', undefined], ['Asia/Calcutta', 'Europe/Kiev', 'Asia/Jakarta']), [
    'Europe/Kyiv',
    'Asia/Jakarta',
    'Asia/Kolkata',
  ]);
});

test('no browser’s old name is left in the list', () => {
  const names = new Set(zoneNames([], Intl.supportedValuesOf('timeZone')));
  const old = ['Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon', 'Asia/Saigon', 'Europe/Kiev', 'America/Godthab'];
  assert.deepEqual(old.filter((name) => names.has(name)), []);
});
