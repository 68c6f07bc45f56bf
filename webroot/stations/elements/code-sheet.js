import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { picture } from '../requests.js';
import { printBar } from './print-bar.js';

/** Codes to cut out, each with what it is: badges, commands, the code that tries a keyboard. */
class CodeSheet extends LightElement {
  static properties = { codes: { attribute: false }, name: {}, paper: { state: true } };

  constructor() {
    super();
    this.paper = 'a4';
  }

  render() {
    return html`${printBar({ paper: this.paper, choose: (paper) => (this.paper = paper) })}
      <section class="code-sheet" data-paper=${this.paper} aria-label=${this.name}>
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
