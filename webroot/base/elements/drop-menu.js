import { html } from 'lit';
import { LightElement } from './light-element.js';

const EDGE = 8;
const GAP = 4;
/** From here on, in heights of the window, there is more room above. */
const LOW = 0.6;

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

  /** Below its button, or above where that stands low; and inside the window, in which it scrolls. */
  #place({ target, newState }) {
    if (newState === 'open') {
      const { left, right, top, bottom } = this.querySelector('.drop').getBoundingClientRect();
      const isOnTheRight = left > innerWidth / 2;
      const isLow = top > innerHeight * LOW;
      target.style.top = isLow ? 'auto' : `${bottom + GAP}px`;
      target.style.bottom = isLow ? `${innerHeight - top + GAP}px` : 'auto';
      target.style.maxHeight = `calc(${isLow ? `${top}px` : `100dvh - ${bottom}px`} - ${GAP + EDGE}px)`;
      target.style.left = isOnTheRight ? 'auto' : `${Math.max(EDGE, left)}px`;
      target.style.right = isOnTheRight ? `${Math.max(EDGE, document.documentElement.clientWidth - right)}px` : 'auto';
    }
  }
}

customElements.define('drop-menu', DropMenu);
