import { number, t, wording } from '../../base/words.js';

const WORDS_SHOWN = 12;

/** Never “−0”. */
const rounded = (value, digits) => number(Number(value.toFixed(digits)) + 0);

/** How figures of a kind are written: means with a digit, promoters whole, shares as percent. */
const WRITTEN = {
  mean: (value) => rounded(value, 1),
  median: (value) => rounded(value, 1),
  place: (value) => rounded(value, 1),
  promoters: (value) => `${Math.round(value) > 0 ? '+' : ''}${rounded(value, 0)}`.replace('-', '−'),
  share: (value) => `${rounded(value * 100, 0)}%`,
};

export const written = (kind, value) => WRITTEN[kind](value);

/** "42 of 60 answered". */
export function howMany({ answered, textsWithheld }) {
  if (!answered) {
    return t(textsWithheld ? 'survey-figures.too-few-texts' : 'survey-figures.too-few');
  }
  const { n, of } = answered;
  return t('survey-figures.answered', { count: n, of: number(of) });
}

/** "between 31 and 58", where anything can be said of it. */
export function range(kind, { interval }) {
  return interval
    ? t('survey-figures.between', { low: written(kind, interval.low), high: written(kind, interval.high) })
    : t('survey-figures.no-range');
}

/** What became of it since the round before, as a sentence; nothing where there was none. */
export function change(kind, { since }) {
  if (!since) {
    return undefined;
  }
  const [low, high] = [since.difference.low, since.difference.high].map(Math.abs).sort((one, other) => one - other);
  const by = (value) => (kind === 'share' ? rounded(value * 100, 0) : rounded(value, kind === 'promoters' ? 0 : 1));
  return t(`survey-figures.${since.trend}`, { before: written(kind, since.value), low: by(low), high: by(high) });
}

/** Every score that can be given, with how many gave it. */
export function bars({ kind, score }) {
  const [low, high] = kind === 'score-0-10' ? [0, 10] : [1, 5];
  const scores = Array.from({ length: high - low + 1 }, (any, at) => low + at);
  const all = scores.map((one) => ({ score: one, n: score.counts[one] ?? 0 }));
  const most = Math.max(1, ...all.map(({ n }) => n));
  return all.map((bar) => ({ ...bar, part: bar.n / most }));
}

/** How most who named a word meant it. */
export function feeling({ plus, minus }) {
  if (plus === minus) {
    return 'mixed';
  }
  return plus > minus ? 'plus' : 'minus';
}

const MARKS = { plus: '+', minus: '−', mixed: '±' };
export const mark = (word) => MARKS[feeling(word)];

/**
 * Where words stand in the picture: the earlier they came to mind the further left, the oftener the higher. Words
 * that would lie on one another move down.
 */
export function placed(words, { width, height, line }) {
  const shown = words.slice(0, WORDS_SHOWN);
  const latest = Math.max(2, ...shown.map(({ place }) => place));
  const most = Math.max(...shown.map(({ named }) => named), 2);
  const set = [];
  for (const word of shown) {
    const long = Math.min(width / 2, 14 + 1.1 * line * 0.5 * wide(word.word));
    const x = Math.min(width - long, 4 + ((word.place - 1) / (latest - 1)) * (width - long - 8));
    let y = line + (1 - (word.named - 1) / (most - 1)) * (height - 2 * line);
    while (set.some((other) => Math.abs(other.y - y) < line && x < other.x + other.long && other.x < x + long)) {
      y += line;
    }
    set.push({ ...word, x, y, long });
  }
  return set;
}

/** A character of Chinese is as wide as two of Latin. */
const wide = (text) => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

/** What somebody answered to a question, as a sentence. */
export function said({ kind, choices = [] }, answer) {
  const named = (key) => wording(choices.find((choice) => choice.key === key)?.text) || key;
  if (answer === undefined) {
    return t('survey-outcome.nothing');
  }
  switch (kind) {
    case 'score-0-10':
      return t('survey-outcome.score', { score: number(answer), most: number(10) });
    case 'score-1-5':
      return t('survey-outcome.score', { score: number(answer), most: number(5) });
    case 'rank':
      return answer.map((key, at) => `${at + 1}. ${named(key)}`).join(' · ');
    case 'association':
      return answer.map(({ word, feeling: meant }) => `${word} ${MARKS[meant] ?? ''}`.trim()).join(' · ');
    case 'picture':
      return [named(answer.chosen), answer.why].filter(Boolean).join(': ');
    default:
      return typeof answer === 'string'
        ? answer
        : [...answer.chosen.map(named), answer.other].filter(Boolean).join(' · ');
  }
}
