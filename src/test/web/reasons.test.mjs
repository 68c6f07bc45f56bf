import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { use } from '../../../webroot/base/words.js';
import { reason, SENTENCES } from '../../../webroot/intake/reading/reasons.js';
import { catalogue } from './words.mjs';

const JAVA = new URL('../../main/java/org/vitrine/', import.meta.url);

/** All that the server says, texts that go over several lines put together. */
const spoken = readdirSync(JAVA, { recursive: true })
  .filter((path) => path.endsWith('.java'))
  .map((path) => readFileSync(new URL(path, JAVA), 'utf8').replace(/"\s*\+\s*"/g, ''))
  .join('\n');

const FOUND = [
  // what the server says, what an English page says, what a Chinese page says
  ['is empty', 'is empty', '为空'],
  ['“x.5” is not a whole number from 0 to 9999', '“x.5” is not a whole number from 0 to 9999', '“x.5”不是 0 到 9999 之间的整数'],
  ['“a (b” contradicts line 1200: “c”', '“a (b” contradicts row 1200: “c”', '“a (b”与第 1200 行的“c”不一致'],
  ['needs a date in promised_on', 'needs a date in the column “Promised for”', '需要在“承诺日期”列给出日期'],
];

for (const [said, english, chinese] of FOUND) {
  test(`on pages “${said}” is said in words of the page`, () => {
    use('en', catalogue('en'));
    assert.deepEqual(reason(said), { text: english, language: undefined });
    use('zh-CN', catalogue('zh-CN'));
    assert.deepEqual(reason(said), { text: chinese, language: undefined });
  });
}

test('what no page has words for is shown as it was said, and marked as English', () => {
  use('zh-CN', catalogue('zh-CN'));
  assert.deepEqual(reason('“x” is a riddle'), { text: '“x” is a riddle', language: 'en' });
});

test('every sentence that pages know is one that the server still says', () => {
  const lost = Object.values(SENTENCES).filter(
    (sentence) =>
      !sentence
        .split(/\{\w+\}/)
        .map((part) => part.trim())
        .filter((part) => part.length > 3)
        .every((part) => spoken.includes(part)),
  );
  assert.deepEqual(lost, []);
});

test('no page is told of fields of the API or of flags of the command line', () => {
  for (const name of ['en', 'zh-CN']) {
    const words = Object.entries(catalogue(name)).filter(([key]) => key.startsWith('import.reason.'));
    assert.deepEqual(words.filter(([, text]) => /--[a-z]|[a-z][A-Z]|\w_\w/.test(text)), []);
  }
});

test('sentences are known by what they say and not by the first that fits', () => {
  use('en', catalogue('en'));
  for (const [key, sentence] of Object.entries(SENTENCES)) {
    const said = sentence.replace(/\{(\w+)\}/g, (_, name) => `<${name}>`);
    const words = catalogue('en')[`import.reason.${key}`].replace(/\{(\w+)\}/g, (_, name) => `<${name}>`);
    assert.equal(reason(said).text, words);
  }
});
