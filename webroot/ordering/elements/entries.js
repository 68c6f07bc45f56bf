import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { language, LANGUAGES, t } from '../../base/words.js';
import { faultAt } from '../reading/faults.js';
import { byLanguage, ownTag } from '../reading/texts.js';

/** What is wrong with one of several fields of a form, tied to it for those who listen. */
const fault = (id, error) => html`<p class="trouble" id="${id}-error" role="alert">${error ?? ''}</p>`;

const idOf = (path) => `o-${path.replace(/[^\w-]+/g, '-')}`;

/**
 * A labelled input whose name is the path of what it holds: the form around it hears `input` and puts it there.
 * `more` is what the input needs besides, such as a type.
 */
export function entry({ path, label, value, problem, hint, ...more }) {
  const id = idOf(path);
  const error = faultAt(problem, path);
  return html`<div class="entry">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${path}
      type=${more.type ?? 'text'}
      .value=${value ?? ''}
      ?required=${more.required}
      autocomplete="off"
      spellcheck="false"
      inputmode=${ifDefined(more.inputmode)}
      maxlength=${ifDefined(more.maxlength)}
      list=${ifDefined(more.list)}
      lang=${ifDefined(more.lang)}
      placeholder=${ifDefined(more.placeholder)}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="${hint ? `${id}-hint ` : ''}${id}-error"
    />
    ${hint ? html`<p class="soft" id="${id}-hint">${hint}</p>` : nothing} ${fault(id, error)}
  </div>`;
}

/** A choice of one among `options`, pairs of a value and its text. */
export function choice({ path, label, value, problem, options, required }) {
  const id = idOf(path);
  const error = faultAt(problem, path);
  return html`<div class="entry">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      name=${path}
      ?required=${required}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="${id}-error"
    >
      ${options.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
    </select>
    ${fault(id, error)}
  </div>`;
}

export const tick = ({ path, label, value }) => html`<label class="tick">
  <input type="checkbox" name=${path} .checked=${Boolean(value)} />
  <span>${label}</span>
</label>`;

/**
 * A text that customers read: plain, or by language. `change` is called with it by language when another
 * language is wanted; what is typed is heard by the form.
 */
export function worded({ path, label, value, problem, change, hint, ...more }) {
  if (typeof value !== 'object' || value === null) {
    return html`<div class="worded">
      ${entry({ path, label, value, problem, hint, ...more })}
      <button type="button" class="link" @click=${() => change(path, byLanguage(value))}>
        ${t('ordering.in-languages')}<span class="visually-hidden"> (${label})</span>
      </button>
    </div>`;
  }
  const texts = byLanguage(value);
  const own = ownTag(texts);
  const tags = [own, ...Object.keys(texts).filter((tag) => tag !== own)];
  const wrong = faultAt(problem, path) && !tags.some((tag) => problem.field === `${path}.${tag}`);
  return html`<div class="worded">
    ${tags.map((tag) =>
      entry({
        ...more,
        path: `${path}.${tag}`,
        label: t('ordering.by-language', { label, language: LANGUAGES[tag] ?? tag }),
        value: texts[tag],
        problem: wrong && tag === own ? { ...problem, field: `${path}.${tag}` } : problem,
        hint: tag === own ? hint : undefined,
        required: more.required && tag === own && !tags.some((one) => one !== own && texts[one].trim()),
        lang: tag,
      }),
    )}
  </div>`;
}

/** The units that there are names for; a plant may have its own. */
export const unitList = () => html`<datalist id="units" lang=${language()}>
  ${['pieces', 'sets', 'kg', 'm', 'm2', 'l'].map((one) => html`<option value=${t(`ordering.unit.${one}`)}></option>`)}
</datalist>`;

/** What the form around such fields does with an `input` event: which path, and what is there now. */
export const typed = ({ target }) =>
  target.name ? [target.name, target.type === 'checkbox' ? target.checked : target.value] : undefined;
