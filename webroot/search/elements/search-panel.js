import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { byKind } from '../reading/groups.js';
import { letSlashOpen, slashOpens } from '../reading/shortcut.js';
import { find } from '../requests.js';
import { searchHit } from './search-hit.js';
import { SEARCH_ICON } from './search-icon.js';

const TYPED_MILLIS = 120;

/** A box to type in and what is found below it: a combobox, of which the focus stays in the box. */
class SearchPanel extends LightElement {
  static properties = {
    found: { state: true },
    /** For which text that was found. */
    text: { state: true },
    active: { state: true },
    failed: { state: true },
  };

  #timer;
  #asked = 0;

  connectedCallback() {
    super.connectedCallback();
    this.active = -1;
    this.#ask('');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const groups = byKind(this.found ?? []);
    this.shown = groups.flatMap(({ hits }) => hits);
    return html`<div class="search-field">
        <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${SEARCH_ICON}</svg>
        <input
          type="text"
          role="combobox"
          inputmode="search"
          enterkeyhint="go"
          maxlength="100"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${t('search.label')}
          placeholder=${t('search.placeholder')}
          aria-autocomplete="list"
          aria-controls="search-found"
          aria-expanded=${this.shown.length > 0}
          aria-activedescendant=${this.active < 0 ? nothing : `search-hit-${this.active}`}
          @input=${this.#typed}
          @keydown=${this.#pressed}
        />
        <button class="quiet" data-action="close-search" @click=${this.#close}>${t('search.close')}</button>
      </div>
      <p class=${this.#isSaid() ? 'search-said' : 'visually-hidden'} role="status">${this.#status()}</p>
      <div id="search-found" role="listbox" aria-label=${t('search.found-label')} ?hidden=${this.shown.length === 0}>
        ${groups.map(
          ({ kind, hits }) => html`<div role="group" aria-labelledby="search-kind-${kind}">
            <h2 id="search-kind-${kind}" role="presentation">${t(`search.kind.${kind}`)}</h2>
            ${hits.map((hit) => searchHit(hit, this.text, hit.index === this.active, (event) => this.#go(hit, event)))}
          </div>`,
        )}
      </div>
      <p class="search-foot">
        <label><input type="checkbox" ?checked=${slashOpens()} @change=${this.#setSlash} />${t('search.slash')}</label>
      </p>`;
  }

  firstUpdated() {
    this.querySelector('[role=combobox]').focus();
  }

  updated(changed) {
    changed.has('active') && this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /** What stands in the place of what is found, or above it; how many there are is heard only. */
  #isSaid() {
    return this.failed || (this.found && this.found.length === 0) || (this.found && this.text === '');
  }

  #status() {
    if (this.failed) {
      return this.failed;
    }
    if (!this.found) {
      return '';
    }
    if (this.text === '') {
      return t(this.found.length > 0 ? 'search.opened' : 'search.begin');
    }
    return this.found.length > 0 ? t('search.count', { count: this.found.length }) : t('search.none');
  }

  #typed({ target }) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(target.value.trim()), TYPED_MILLIS);
  }

  /** An answer that comes after that to a later question is dropped. */
  async #ask(text) {
    const question = ++this.#asked;
    let found, failed;
    try {
      found = await find(text);
    } catch (problem) {
      failed = refusal(problem);
    }
    if (question === this.#asked) {
      this.failed = failed;
      this.found = found ?? (text === this.text ? this.found : []);
      this.text = text;
      this.active = found?.length > 0 && text !== '' ? 0 : -1;
    }
  }

  #pressed(event) {
    const { key, isComposing } = event;
    const last = this.shown.length - 1;
    const moves = {
      ArrowDown: () => (this.active >= last ? 0 : this.active + 1),
      ArrowUp: () => (this.active <= 0 ? last : this.active - 1),
      Home: () => 0,
      End: () => last,
    };
    if (isComposing) {
      return;
    }
    if (key === 'Enter' && this.shown.length > 0) {
      event.preventDefault();
      this.#go(this.shown[Math.max(0, this.active)], event);
    } else if (moves[key] && last >= 0 && (this.active >= 0 || key.startsWith('Arrow'))) {
      event.preventDefault();
      this.active = moves[key]();
    }
  }

  #go({ address }, { ctrlKey, metaKey }) {
    if (ctrlKey || metaKey) {
      open(address, '_blank', 'noopener');
    } else {
      this.#close();
      location.assign(address);
    }
  }

  #close() {
    this.dispatchEvent(new CustomEvent('done'));
  }

  #setSlash({ target }) {
    letSlashOpen(target.checked);
  }
}

customElements.define('search-panel', SearchPanel);
