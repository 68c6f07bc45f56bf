import { html } from 'lit';
import { LightElement } from './light-element.js';

const EDGE = 8;

/** A button that opens a few things to choose from; the browser closes it by Escape or a touch elsewhere. */
class DropMenu extends LightElement {
  static properties = {
    name: {},
    label: {},
    /** True if the page that is shown is one of those inside. */
    here: { type: Boolean },
    content: { attribute: false },
  };

  render() {
    const id = `menu-${this.name}`;
    return html`<button class="drop" data-action="menu-${this.name}" popovertarget=${id} ?data-here=${this.here}>
        <span class="drop-label">${this.label}</span><span class="drop-arrow" aria-hidden="true"></span>
      </button>
      <div class="drop-content" id=${id} popover @beforetoggle=${this.#place}>${this.content()}</div>`;
  }

  /** Below its button, and inside the window. */
  #place({ target, newState }) {
    if (newState === 'open') {
      const { left, right, bottom } = this.querySelector('.drop').getBoundingClientRect();
      const isOnTheRight = left > innerWidth / 2;
      target.style.top = `${bottom + 4}px`;
      target.style.left = isOnTheRight ? 'auto' : `${Math.max(EDGE, left)}px`;
      target.style.right = isOnTheRight ? `${Math.max(EDGE, document.documentElement.clientWidth - right)}px` : 'auto';
    }
  }
}

customElements.define('drop-menu', DropMenu);
