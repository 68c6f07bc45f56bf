import { html } from 'lit';
import { selection } from '../../base/elements/field.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { ACTIONS, deed } from '../reading/audit.js';

const PAUSE_MILLIS = 300;

/** Narrows the trail; raises `narrow` with what is looked for, once typing pauses. */
class AuditFilter extends LightElement {
  #filter = {};
  #pause;

  render() {
    const actions = ACTIONS.map((action) => [action, deed(action)]);
    return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
      ${this.#input('actor', 'search')} ${this.#input('subject', 'search')}
      ${selection({
        name: 'action',
        label: t('audit.action'),
        options: [['', t('audit.action-any')], ...actions],
        change: this.#narrow,
      })}
      ${this.#input('from', 'date')} ${this.#input('to', 'date')}
    </form>`;
  }

  #input(name, type) {
    return html`<label class="entry">
      <span>${t(`audit.${name}`)}</span>
      <input type=${type} name=${name} autocomplete="off" @input=${this.#narrow} />
    </label>`;
  }

  #narrow = ({ target: { name, value } }) => {
    this.#filter = { ...this.#filter, [name]: value };
    clearTimeout(this.#pause);
    this.#pause = setTimeout(
      () => this.dispatchEvent(new CustomEvent('narrow', { detail: this.#filter })),
      PAUSE_MILLIS,
    );
  };
}

customElements.define('audit-filter', AuditFilter);
