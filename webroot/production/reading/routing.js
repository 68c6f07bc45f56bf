let keys = 0;

/** A code made from a name: of what has no Latin letters, nothing. */
export const codeOf = (name, most = 40) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '');

export const emptyStage = () => stageDraft({ code: '', name: {} }, true);

/** A stage as it is edited; `key` stays with it wherever it is moved, `isNew` until it is saved. */
function stageDraft(stage, isNew) {
  const { code, name = {}, operations = [], countedBy = [], usualHours, slowHours, calendar } = stage;
  const counted = new Set(countedBy);
  return {
    key: ++keys,
    isNew,
    code,
    name: typeof name === 'string' ? { en: name } : { ...name },
    operations: [...new Set([...operations, ...countedBy])].map((pattern) => ({
      key: ++keys,
      pattern,
      counts: counted.has(pattern),
      only: !operations.includes(pattern),
    })),
    mayBeSkipped: stage.operationsMayBeSkipped === true,
    usualHours: written(usualHours),
    slowHours: written(slowHours),
    calendar: calendar ?? '',
  };
}

export const emptyOperation = (pattern = '') => ({ key: ++keys, pattern, counts: false, only: false });

const written = (hours) => (hours === undefined ? '' : String(hours));

/** A routing as it is edited; one that is not stored has no version. */
export function routingDraft({ code = '', name = '', calendar = '', stages = [], names, version }) {
  return {
    code,
    name: typeof name === 'string' ? name : '',
    calendar,
    stages: stages.map((stage) => stageDraft(stage, version === undefined)),
    names,
    version,
  };
}

/** What is sent: what was left empty is left out. */
export function sentRouting({ name, calendar, stages, names }) {
  return {
    name: name.trim() || undefined,
    calendar: calendar || undefined,
    stages: stages.map(sentStage),
    names,
  };
}

function sentStage(stage, at) {
  const patterns = stage.operations.filter(({ pattern }) => pattern.trim() !== '');
  const counted = patterns.filter(({ counts }) => counts).map(patternOf);
  return {
    code: stage.code || codeOf(stage.name.en ?? '') || `stage-${at + 1}`,
    name: nameOf(stage),
    operations: patterns.filter(({ only }) => !only).map(patternOf),
    countedBy: counted.length > 0 ? counted : undefined,
    operationsMayBeSkipped: stage.mayBeSkipped || undefined,
    usualHours: hours(stage.usualHours),
    slowHours: hours(stage.slowHours),
    calendar: stage.calendar || undefined,
  };
}

const patternOf = ({ pattern }) => pattern.trim();
const hours = (text) => (text.trim() === '' ? undefined : Number(text.replace(',', '.')));

/** The names that were written; nothing where none was. */
function nameOf({ name }) {
  const said = Object.entries(name).filter(([, text]) => text.trim() !== '');
  return said.length > 0 ? Object.fromEntries(said.map(([language, text]) => [language, text.trim()])) : undefined;
}

/** The same routing with the stage at one place moved to another. */
export function moved(stages, from, to) {
  const rest = stages.filter((_, at) => at !== from);
  return [...rest.slice(0, to), stages[from], ...rest.slice(to)];
}

/** A file that somebody dropped: a routing as the API answers or takes it. Throws where it is none. */
export function fromFile(text) {
  const { code = '', name = '', calendar, stages, names } = JSON.parse(text);
  if (!Array.isArray(stages) || stages.some((stage) => typeof stage?.code !== 'string')) {
    throw new SyntaxError('no stages');
  }
  return routingDraft({ code, name, calendar, stages, names });
}
