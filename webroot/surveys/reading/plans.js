/** A survey as it is written: pure, from what is stored to what is edited and back. */

export const KINDS = [
  'score-0-10',
  'score-1-5',
  'choice',
  'rank',
  'open',
  'association',
  'completion',
  'situation',
  'picture',
];
export const OCCASIONS = ['after-order', 'after-complaint', 'half-yearly', 'once'];
export const PRIVACIES = ['named', 'confidential', 'anonymous'];
export const PICTURES = ['sun', 'clouds', 'storm', 'bridge', 'wall', 'path', 'hourglass', 'lighthouse'];
export const LANGUAGES = ['en', 'zh-CN'];
export const MOST_QUESTIONS = 20;
const MOST_CHOICES = { choice: 12, situation: 12, rank: 8, picture: 6 };
const FEWEST_CHOICES = 2;
const DAY_MILLIS = 86_400_000;
const USUAL_DAYS = 21;

export const isScore = ({ kind }) => kind.startsWith('score');
export const isTold = ({ kind }) => kind === 'completion' || kind === 'situation';
export const hasChoices = ({ kind }) => kind in MOST_CHOICES;
export const hasRoom = ({ kind, choices }) => choices.length < MOST_CHOICES[kind];
/** How many choices are left at least: a situation can be answered freely. */
export const fewest = ({ kind }) => (kind === 'situation' ? 0 : FEWEST_CHOICES);
export const isAskedByItself = (occasion) => occasion.startsWith('after');

/** A text in each language; one that was written in none stands in the first. */
export const inEach = (text = '') => (typeof text === 'string' ? { en: text, 'zh-CN': '' } : { ...text });

/** Only the languages in which something is said. */
export const said = (texts) =>
  Object.fromEntries(Object.entries(inEach(texts)).filter(([, one]) => one.trim() !== ''));

const isSaid = (texts) => Object.keys(said(texts)).length > 0;

/** A key that none of these has. */
function fresh(letter, taken) {
  let n = taken.length + 1;
  while (taken.some(({ key }) => key === `${letter}${n}`)) {
    n += 1;
  }
  return `${letter}${n}`;
}

const blankChoice = (taken, kind) => ({
  key: fresh('c', taken),
  text: inEach(),
  ...(kind === 'picture' ? { picture: PICTURES.find((name) => !taken.some(({ picture }) => picture === name)) } : {}),
});

export const withChoice = (question) => ({
  ...question,
  choices: [...question.choices, blankChoice(question.choices, question.kind)],
});

export const blankQuestion = (taken) => ({
  key: fresh('q', taken),
  kind: 'score-0-10',
  text: inEach(),
  required: false,
  choices: [],
});

/** The same question answered in another way: what fits stays. */
export function ofKind(question, kind) {
  let next = { ...question, kind, choices: hasChoices({ kind }) ? question.choices : [] };
  if (kind === 'picture' || question.kind === 'picture') {
    next.choices = [];
  }
  if (kind in MOST_CHOICES) {
    next.choices = next.choices.slice(0, MOST_CHOICES[kind]);
  }
  while (hasChoices(next) && next.choices.length < fewest(next)) {
    next = withChoice(next);
  }
  return next;
}

/** A question as it is sent: nothing that its kind has not. */
function questionSent(question) {
  const { key, kind, text, required, setting, ends, choices, choosing } = question;
  const choiceSent = ({ picture, ...choice }) => ({
    key: choice.key,
    text: said(choice.text),
    ...(picture && { picture }),
  });
  const chosen = kind === 'choice' || (kind === 'situation' && choices.length > 0);
  return {
    key,
    kind,
    text: said(text),
    required: Boolean(required),
    ...(isTold(question) && { setting: said(setting) }),
    ...(isScore(question) && ends && isSaid(ends.low) && isSaid(ends.high)
      ? { ends: { low: said(ends.low), high: said(ends.high) } }
      : {}),
    ...(hasChoices(question) && { choices: choices.map(choiceSent) }),
    ...(chosen && { choosing: { many: Boolean(choosing?.many), other: Boolean(choosing?.other) } }),
  };
}

/** What is edited of a survey: each text in each language. */
export const editable = ({ title, introduction, questions, ...survey }) => ({
  title: inEach(title),
  introduction: inEach(introduction),
  questions,
  ...Object.fromEntries(FIELDS.map((name) => [name, survey[name]])),
});

const FIELDS = ['occasion', 'privacy', 'audience', 'opens', 'closes'];

/** What is sent of what is edited. */
export function planSent(plan) {
  return {
    title: said(plan.title),
    introduction: said(plan.introduction),
    ...Object.fromEntries(FIELDS.map((name) => [name, plan[name]])),
    questions: plan.questions.map(questionSent),
  };
}

/** Whom it asks, as the fields of a form say it. */
export function audienceIn({ companies, sampled = 'none', amount, strata }, tiers) {
  const much = sampled === 'share' ? { share: Number(amount) / 100 } : { size: Number(amount) };
  return {
    ...(tiers.length + companies.length > 0 ? { tiers, companies } : { all: true }),
    ...(sampled !== 'none' && { sample: { ...much, strata } }),
  };
}

/** Companies that can be chosen: those that are, and behind them what is found besides. */
export const companiesShown = (chosen, found) => [...chosen, ...found.filter((code) => !chosen.includes(code))];

/** What a new survey begins with: a model, or one empty question. */
export function begun(model, now = Date.now()) {
  return {
    title: model?.title,
    introduction: model?.introduction,
    occasion: model?.occasion ?? 'once',
    privacy: model?.privacy ?? 'named',
    audience: { all: true },
    opens: new Date(now).toISOString(),
    closes: new Date(now + (isAskedByItself(model?.occasion ?? '') ? 365 : USUAL_DAYS) * DAY_MILLIS).toISOString(),
    questions: model?.questions ?? [],
  };
}

/** How it is seen by whoever answers, before it is saved. */
export const asSheet = (plan, about = '') => ({
  ...planSent(plan),
  closes: undefined,
  about,
  questions: plan.questions.map(questionSent).map((one) => ({ choices: [], ...one })),
});

/** A code of a title: small letters and digits, with hyphens between. */
export const codeOf = (title) =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
