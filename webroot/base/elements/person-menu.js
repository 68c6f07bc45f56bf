import { html } from 'lit';
import { LightElement } from './light-element.js';
import { isHere } from './menu-link.js';
import './drop-menu.js';
import './person-items.js';

/** Who is looking; opens what belongs to them. */
class PersonMenu extends LightElement {
  static properties = { me: { attribute: false }, pages: { attribute: false } };

  render() {
    return html`<drop-menu
      name="person"
      label=${this.me.name}
      ?here=${this.pages.some(isHere)}
      .content=${() => html`<person-items .me=${this.me} .pages=${this.pages}></person-items>`}
    ></drop-menu>`;
  }
}

customElements.define('person-menu', PersonMenu);
