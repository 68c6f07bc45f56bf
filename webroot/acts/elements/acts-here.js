import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { cancelling, holding, promising, reinstating, resuming } from '../doing.js';
import { heldStages, isUnderWay } from '../reading/standing.js';
import '../../base/elements/drop-menu.js';

/** What somebody of the house may do with an order, or with one of its lines, where it stands. */
class ActsHere extends LightElement {
  static properties = {
    /** What the reader may do. */
    may: { attribute: false },
    page: { attribute: false },
    /** The number of the line; absent for the whole order. */
    line: { attribute: false },
  };

  render() {
    const acts = this.#acts();
    if (acts.length === 0) {
      return nothing;
    }
    return this.line === undefined
      ? html`<div class="acts" role="group" aria-label=${t('acts.label')}>${acts.map((act) => this.#button(act))}</div>`
      : html`<div class="acts"><drop-menu
          name="acts-${this.line}"
          label=${t('acts.of-line')}
          .content=${() => html`<div class="acts-menu">${acts.map((act) => this.#button(act))}</div>`}
        ></drop-menu></div>`;
  }

  #button([name, act]) {
    return html`<button type="button" class="quiet" data-action="act-${name}" @click=${() => this.#do(act)}>
      ${this.#says(name)}
    </button>`;
  }

  /** Beside a dialog's own "Cancel", what would be cancelled is named. */
  #says(name) {
    return t(name === 'cancel' ? `acts.cancel-${this.line === undefined ? 'order' : 'line'}` : `acts.${name}`);
  }

  #do(act) {
    this.querySelector('[popover]')?.hidePopover();
    act({ order: this.page.number, line: this.line, page: this.page });
  }

  #acts() {
    const { may, page, line } = this;
    const whole = page.state === 'cancelled';
    const cancelled = line === undefined ? whole : page.lines?.[line]?.state === 'cancelled';
    if (whole && line !== undefined) {
      return [];
    }
    if (cancelled) {
      return may.place ? [['reinstate', reinstating]] : [];
    }
    const open = isUnderWay(line === undefined ? page.state : page.lines?.[line]?.state);
    const held = heldStages(page, { line });
    return [
      may.place && ['promise', promising],
      may.hold && open && held.length === 0 && ['hold', holding],
      may.hold && held.length > 0 && ['resume', resuming],
      may.place && ['cancel', cancelling],
    ].filter(Boolean);
  }
}

customElements.define('acts-here', ActsHere);
