import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { matchesAny } from '../../../webroot/base/reading/glob.js';
import { concerning, matchedBy, sorted } from '../../../webroot/production/reading/operations.js';
import { codeOf, fromFile, moved, routingDraft, sentRouting } from '../../../webroot/production/reading/routing.js';

const cases = JSON.parse(readFileSync(new URL('../resources/org/vitrine/production/globs.json', import.meta.url)));

test('a pattern matches in the pages as on the server', () => {
  for (const { glob, text, matches } of cases) {
    assert.equal(matchesAny(glob, text), matches, `${glob} ~ ${text}`);
  }
});

test('a code is made from a name', () => {
  assert.equal(codeOf('Final inspection & packing'), 'final-inspection-packing');
  assert.equal(codeOf('Prüfung 2'), 'prufung-2');
  assert.equal(codeOf('装配'), '');
});

const ROUTING = {
  code: 'split-ac',
  name: 'Split',
  version: 3,
  stages: [
    {
      code: 'a',
      name: { en: 'A', 'zh-CN': '甲' },
      operations: ['Cut*', 'Weld'],
      countedBy: ['Weld'],
      operationsMayBeSkipped: true,
      usualHours: 4,
      slowHours: 9,
    },
    { code: 'b', name: { en: 'B' }, operations: [], countedBy: [] },
  ],
  names: { operations: { Weld: 'Welding' } },
};

test('what was not touched is sent as it was', () => {
  const { stages, names } = sentRouting(routingDraft(ROUTING));
  assert.deepEqual(JSON.parse(JSON.stringify(stages)), [
    ROUTING.stages[0],
    { code: 'b', name: { en: 'B' }, operations: [] },
  ]);
  assert.deepEqual(names, ROUTING.names);
});

test('a stage without a code is called by its name, or by its place', () => {
  const draft = routingDraft({ stages: [{ code: '', name: { en: 'Packing' } }, { code: '', name: { 'zh-CN': '包装' } }] });
  assert.deepEqual(sentRouting(draft).stages.map(({ code }) => code), ['packing', 'stage-2']);
});

test('stages move to where they are put', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(moved(['a', 'b', 'c'], 2, 1), ['a', 'c', 'b']);
});

test('a file is a routing or it is none', () => {
  assert.equal(fromFile(JSON.stringify(ROUTING)).stages.length, 2);
  assert.equal(fromFile(JSON.stringify(ROUTING)).version, undefined);
  assert.throws(() => fromFile('{"stages": [{}]}'));
  assert.throws(() => fromFile('stages'));
});

test('operations that no stage has come first, then those that several have', () => {
  const { stages } = routingDraft({ stages: [{ code: 'a', operations: ['Cut*'] }, { code: 'b', operations: ['*ing'] }] });
  const reported = ['Cutter', 'Cutting', 'Paint'].map((name) => ({ name, routings: [] }));
  assert.deepEqual(
    sorted(reported, stages).map(({ name, stages: of }) => [name, of.length]),
    [['Paint', 0], ['Cutting', 2], ['Cutter', 1]],
  );
  assert.equal(matchedBy('c*', reported).length, 2);
  assert.equal(matchedBy(' ', reported).length, 0);
});

test('what was reported of other routings concerns only one that has nothing of its own', () => {
  const reported = [{ name: 'Cut', routings: ['a'] }, { name: 'Glue', routings: ['b'] }];
  assert.deepEqual(concerning(reported, 'a').map(({ name }) => name), ['Cut']);
  assert.equal(concerning(reported, 'new').length, 2);
});
