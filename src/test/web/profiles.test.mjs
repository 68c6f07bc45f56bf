import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parts } from '../../../webroot/profiles/reading/agreement.js';
import { use } from '../../../webroot/base/words.js';
import { catalogue } from './words.mjs';

const usual = (value) => ({ value, version: { owner: 'default', version: 0 } });
const agreed = (value) => ({ value, version: { owner: 'company', version: 2 } });

const page = {
  clocks: {},
  fastLane: usual(false),
  visits: {},
  notices: {},
  shows: usual({}),
  warranty: usual(null),
  languages: usual(['en', 'zh-CN']),
  workingHours: usual(null),
};

const promises = (today, part) => parts(today).find(({ name }) => name === part).promises;

test('where nothing was agreed, nothing more is said of it', () => {
  use('en', catalogue('en'));
  assert.equal(promises(page, 'warranty').length, 1);
  assert.equal(promises(page, 'talking').length, 2);
});

test('what was agreed says what goes by something else, by no version', () => {
  use('en', catalogue('en'));
  const today = {
    ...page,
    warranty: agreed({ months: 36 }),
    languages: agreed(['zh-CN']),
    workingHours: agreed('day-shift'),
  };
  assert.deepEqual(promises(today, 'warranty').at(-1), {
    said: 'It holds for what leaves us while this is agreed; each piece shows how long it is covered.',
  });
  assert.deepEqual(
    promises(today, 'talking').map(({ version }) => version?.owner),
    ['company', 'company', undefined, undefined],
  );
});
