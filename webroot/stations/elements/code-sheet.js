import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { picture } from '../requests.js';

/** Codes to cut out, each with what it is: badges, commands, the code that tries a keyboard. */
class CodeSheet extends LightElement {
  static properties = { codes: { attribute: false }, name: {} };

  render() {
    return html`<section class="code-sheet to-print" aria-label=${this.name}>
      <p class="buttons">
        <button class="go" data-action="print-sheet" @click=${() => print()}>${t('travellers.print')}</button>
      </p>
      <ul>
        ${this.codes.map(
          ({ title, text, svg }) => html`<li>
            <img src=${picture(svg)} alt="" />
            <p><strong>${title}</strong>${text ? html`<span>${text}</span>` : nothing}</p>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('code-sheet', CodeSheet);
