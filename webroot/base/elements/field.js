import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** A labelled input with its hint and what is wrong with it, tied together for those who listen. */
export function field({ id, name = id, label, hint, error, type = 'text', value = '', required = true, ...more }) {
  return html`<div class="entry">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${name}
      type=${type}
      .defaultValue=${value}
      ?required=${required}
      autocomplete=${more.autocomplete ?? 'off'}
      inputmode=${ifDefined(more.inputmode)}
      minlength=${ifDefined(more.minlength)}
      maxlength=${ifDefined(more.maxlength)}
      min=${ifDefined(more.min)}
      max=${ifDefined(more.max)}
      step=${ifDefined(more.step)}
      list=${ifDefined(more.list)}
      accept=${ifDefined(more.accept)}
      spellcheck="false"
      autocapitalize=${type === 'text' && !more.code ? nothing : 'none'}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby="${id}-hint ${id}-error"
    />
    <p class="soft" id="${id}-hint">${hint ?? ''}</p>
    <p class="trouble" id="${id}-error" role="alert">${error ?? ''}</p>
  </div>`;
}

/** Boxes to tick, as one group. */
export function choicesOf({ name, legend, options, chosen, change, hint, error }) {
  return html`<fieldset class="ticks">
    <legend>${legend}</legend>
    ${hint ? html`<p class="soft">${hint}</p>` : nothing}
    ${options.map(
      ([value, label, about]) => html`<label>
        <input
          type="checkbox"
          name=${name}
          value=${value}
          .checked=${chosen.includes(value)}
          @change=${change ?? nothing}
        />
        <span>${label}${about ? html`<small class="soft">${about}</small>` : nothing}</span>
      </label>`,
    )}
    <p class="trouble" role="alert">${error ?? ''}</p>
  </fieldset>`;
}

/** A choice of one. */
export function selection({ name, label, options, chosen, change }) {
  return html`<label class="entry">
    <span>${label}</span>
    <select name=${name} @change=${change ?? nothing}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;
}
