import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribute, contributions } from '../../../webroot/base/places.js';
import { modulesOf } from './sources.mjs';

test('whatever is contributed to a place is drawn there, in turn, with what the place is about', () => {
  contribute('stage', ({ stage }) => `first at ${stage}`);
  contribute('stage', ({ stage }) => `second at ${stage}`);
  contribute('line', ({ line }) => `at line ${line}`);
  assert.deepEqual(contributions('stage', { stage: 'packing' }), ['first at packing', 'second at packing']);
  assert.deepEqual(contributions('line', { line: 2 }), ['at line 2']);
  assert.deepEqual(contributions('nowhere', {}), []);
});

test('a page draws every place that somebody contributes to', () => {
  const texts = Object.values(modulesOf());
  const named = (call) =>
    new Set(texts.flatMap((text) => [...text.matchAll(call)].map(([, place]) => place)));
  const drawn = named(/\bcontributions\('([\w-]+)'/g);
  assert.deepEqual(
    [...drawn].sort(),
    [
      ...['account', 'bar', 'board', 'claim', 'company', 'entry', 'first', 'line', 'list', 'meeting'],
      ...['meeting-beside', 'menu', 'message', 'nonconformance', 'occasion', 'order', 'orders', 'photos', 'piece'],
      ...['preparation', 'promise'],
      ...['requirement', 'routing-panes', 'routing-stage', 'row'],
      ...['said-and-done', 'setup', 'stage', 'station', 'survey', 'today', 'trace'],
    ],
  );
  assert.deepEqual([...named(/^contribute\('([\w-]+)'/gm)].filter((place) => !drawn.has(place)), []);
});
