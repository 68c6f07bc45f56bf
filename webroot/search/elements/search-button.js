import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { asksForSearch } from '../reading/shortcut.js';
import { opened } from '../requests.js';
import { SEARCH_ICON } from './search-icon.js';
import './search-panel.js';

/** Whoever stays so long on a page has opened it. */
const STAYED_MILLIS = 1500;
const ABOUT_ONE_THING = /^\/[^/]+\/[^/]+$/;

/** The way to the search, on every page; it remembers what page somebody opened. */
class SearchButton extends LightElement {
  #timer;
  #open = false;

  #pressed = (event) => {
    if (asksForSearch(event) && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      this.#search();
    }
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#pressed);
    if (ABOUT_ONE_THING.test(location.pathname)) {
      this.#timer = setTimeout(() => opened(location.pathname).catch(() => {}), STAYED_MILLIS);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#pressed);
    clearTimeout(this.#timer);
  }

  render() {
    return html`<button
      class="search-button"
      data-action="search"
      aria-label=${t('search.open')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      @click=${this.#search}
    >
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${SEARCH_ICON}</svg>
      <span class="search-word" aria-hidden="true">${t('search.short')}</span>
    </button>`;
  }

  async #search() {
    if (!this.#open) {
      this.#open = true;
      const panel = document.createElement('search-panel');
      const closed = inDialog(panel, t('search.open'));
      panel.parentElement.classList.add('search-dialog');
      await closed;
      this.#open = false;
      this.querySelector('button').focus();
    }
  }
}

customElements.define('search-button', SearchButton);
