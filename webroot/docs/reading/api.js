import { grouped } from '../../base/reading/grouped.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The routes of an OpenAPI description, grouped by their first tag. */
export function routes(api) {
  const all = Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      method,
      path,
      ...item[method],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((one) => resolve(api, one)),
    })),
  );
  return grouped(all, (route) => route.tags?.[0] ?? '');
}

/** What a `$ref` points to; anything else is what it is. */
export function resolve(api, value) {
  if (!value?.$ref) {
    return value;
  }
  return value.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((at, part) => at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], api);
}

/** The type of a schema in a few words: "list of Order", "string (date)", "one of: a, b". */
export function typeOf(api, schema = {}) {
  if (schema.$ref) {
    return schema.$ref.split('/').at(-1);
  }
  if (schema.enum) {
    return schema.enum.join(' | ');
  }
  const several = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (several) {
    return several.map((one) => typeOf(api, one)).join(schema.allOf ? ' & ' : ' | ');
  }
  const own = schema.type ?? (schema.properties ? 'object' : 'any');
  const type = Array.isArray(own) ? own.join(' | ') : own;
  if (type === 'array') {
    return `${typeOf(api, schema.items)}[]`;
  }
  return schema.format ? `${type} (${schema.format})` : type;
}

/** An example of a schema: the one it gives, or one made from its parts. */
export function example(api, schema, depth = 0) {
  const known = resolve(api, schema) ?? {};
  if (known.example !== undefined) {
    return known.example;
  }
  if (known.examples?.[0] !== undefined) {
    return known.examples[0];
  }
  if (known.default !== undefined || known.enum) {
    return known.default ?? known.enum[0];
  }
  if (depth > 5) {
    return undefined;
  }
  return made(api, known, depth);
}

const PLAIN = { integer: 1, number: 1, boolean: true };
const FORMATTED = { date: '2026-12-15', 'date-time': '2026-12-07T14:22:00Z', uri: 'https://example.com/' };

function made(api, schema, depth) {
  const first = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (first) {
    return example(api, first, depth + 1);
  }
  if (schema.type === 'array') {
    const one = example(api, schema.items, depth + 1);
    return one === undefined ? [] : [one];
  }
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, example(api, part, depth + 1)]),
    );
  }
  return schema.type === 'object' ? {} : PLAIN[schema.type] ?? FORMATTED[schema.format] ?? 'text';
}
